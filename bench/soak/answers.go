package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
)

// answers counts what was answered. It is safe for concurrent use.
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

// isFailure reports whether a status is one that the server must not give here:
// 400 is for filters that are too dear, 429 and 503 for clients that ask too
// much, but what is asked for exists.
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

// failure says which answers should not have been.
func (a *answers) failure() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.failed) > 0 {
		return fmt.Errorf("failures of the server, by path and status: %v", a.failed)
	}
	return nil
}
