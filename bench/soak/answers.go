package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
)

// answers counts responses by status. It is safe for concurrent use.
type answers struct {
	mu     *sync.Mutex
	status map[int]int            // 0 for none
	failed map[string]map[int]int // by kind of path
}

func newAnswers() answers {
	return answers{&sync.Mutex{}, map[int]int{}, map[string]map[int]int{}}
}

func (a *answers) add(path string, status int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.status[status]++
	if isFailure(status) {
		kind, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
		if a.failed[kind] == nil {
			a.failed[kind] = map[int]int{}
		}
		a.failed[kind][status]++
	}
}

// isFailure reports whether a status is one that the server must not return here. 400 is expected
// for filters that are too expensive, 429 and 503 for clients that ask too much; everything asked
// for exists.
func isFailure(status int) bool {
	return status >= 500 && status != 503 || status == 404 || status == 415
}

func (a *answers) report(w io.Writer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	fmt.Fprint(w, "answers:")
	for _, status := range slices.Sorted(maps.Keys(a.status)) {
		name := fmt.Sprint(status)
		if status == 0 {
			name = "none"
		}
		fmt.Fprintf(w, " %s %d", name, a.status[status])
	}
	fmt.Fprintln(w)
}

// failure returns an error with the statuses that should not have occurred.
func (a *answers) failure() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.failed) > 0 {
		return fmt.Errorf("unexpected statuses, by path: %v", a.failed)
	}
	return nil
}
