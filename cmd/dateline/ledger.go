package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/article"
)

// ledger counts what was not read: paragraphs that are part of no article, and
// files of folders that are passed over.
type ledger struct {
	say     *console
	verbose bool // each is listed
	leftOut map[string]int
	passed  map[string]int
}

// noting yields the readings and counts what they leave out.
func (l *ledger) noting(readings iter.Seq[reading]) iter.Seq[reading] {
	l.leftOut, l.passed = map[string]int{}, map[string]int{}
	return func(yield func(reading) bool) {
		for r := range readings {
			var passed *article.PassedOver
			if errors.As(r.err, &passed) {
				l.passed[passed.Kind()]++
				l.list("%s: passed over: %s", passed.Path, passed.Why)
				continue
			}
			l.note(r.article)
			if !yield(r) {
				return
			}
		}
	}
}

func (l *ledger) note(a article.Article) {
	for reason, n := range a.LeftOutCounts() {
		l.leftOut[string(reason)] += n
	}
	if !l.verbose {
		return
	}
	for _, s := range a.Stretches() {
		l.list("%s: %s: %s", place(a.Input, s.Lines), s.Reason, strings.ReplaceAll(s.Text, "\n", " | "))
	}
}

// place names lines of an input.
func place(input string, lines [2]int) string {
	switch {
	case lines[0] == 0:
		return input
	case lines[0] == lines[1]:
		return fmt.Sprintf("%s:%d", input, lines[0])
	}
	return fmt.Sprintf("%s:%d-%d", input, lines[0], lines[1])
}

func (l *ledger) list(format string, args ...any) {
	if l.verbose {
		l.say.say(format, args...)
	}
}

// report says what was not read: "14 paragraphs left out: comments 9, navigation 5".
func (l *ledger) report() string {
	var parts []string
	if n := sum(l.leftOut); n > 0 {
		parts = append(parts, fmt.Sprintf("%s left out: %s", counted(n, "paragraph"), tally(l.leftOut)))
	}
	if n := sum(l.passed); n > 0 {
		parts = append(parts, fmt.Sprintf("%s passed over: %s", counted(n, "file"), tally(l.passed)))
	}
	return strings.Join(parts, "\n")
}

func sum(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// tally lists counts, the largest first.
func tally(counts map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, k := range keys {
		keys[i] = fmt.Sprintf("%s %d", k, counts[k])
	}
	return strings.Join(keys, ", ")
}

// print says the report.
func (l *ledger) print() {
	if s := l.report(); s != "" {
		l.say.say("%s", s)
	}
}

// unread returns how many files count as failures: those passed over where nothing
// else was read.
func (l *ledger) unread(read int) int {
	if read > 0 {
		return 0
	}
	return sum(l.passed)
}
