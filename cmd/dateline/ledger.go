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

// ledger counts what was read and what was not: paragraphs that are part of no
// article, and files of folders that are passed over.
type ledger struct {
	say     *console
	verbose bool // each is listed
	inputs  map[string]bool
	undated int
	leftOut map[string]int
	passed  []*article.PassedOver
}

// namedFiles is how many files that are passed over are named without being asked for.
const namedFiles = 10

// noting yields the readings and counts what they leave out.
func (l *ledger) noting(readings iter.Seq[reading]) iter.Seq[reading] {
	l.leftOut, l.inputs = map[string]int{}, map[string]bool{}
	return func(yield func(reading) bool) {
		for r := range readings {
			var passed *article.PassedOver
			if errors.As(r.err, &passed) {
				l.passed = append(l.passed, passed)
				l.list("%v", passed)
				continue
			}
			if r.err == nil {
				l.note(r.article)
			}
			if !yield(r) {
				return
			}
		}
	}
}

func (l *ledger) note(a article.Article) {
	l.inputs[a.Input] = true
	if a.Published.IsZero() && a.Record == nil {
		l.undated++
	}
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

// report says what was read and what not: "14 paragraphs left out: comments 9, navigation 5".
func (l *ledger) report() string {
	var parts []string
	if len(l.inputs) > 1 {
		parts = append(parts, fmt.Sprintf("%d files read: %s", len(l.inputs), tally(kinds(maps.Keys(l.inputs)))))
	}
	if l.undated > 0 {
		parts = append(parts, counted(l.undated, "article")+" without a date")
	}
	if n := sum(l.leftOut); n > 0 {
		parts = append(parts, fmt.Sprintf("%s left out: %s", counted(n, "paragraph"), tally(l.leftOut)))
	}
	if n := len(l.passed); n > 0 {
		parts = append(parts, fmt.Sprintf("%s passed over: %s", counted(n, "file"), tally(kinds(l.passedPaths()))))
		for _, p := range l.passed[:min(n, namedFiles)] {
			if !l.verbose { // else it was said when it was met
				parts = append(parts, fmt.Sprintf("  %s: %s", p.Path, p.Why))
			}
		}
		if n > namedFiles && !l.verbose {
			parts = append(parts, fmt.Sprintf("  and %d more, listed by --verbose", n-namedFiles))
		}
	}
	return strings.Join(parts, "\n")
}

func (l *ledger) passedPaths() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range l.passed {
			if !yield(p.Path) {
				return
			}
		}
	}
}

// kinds counts files by the endings of their names.
func kinds(paths iter.Seq[string]) map[string]int {
	counts := map[string]int{}
	for p := range paths {
		file := article.PassedOver{Path: p}
		counts[file.Kind()]++
	}
	return counts
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
	return len(l.passed)
}
