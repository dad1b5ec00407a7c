package read

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/article"
	"dateline/cmd/dateline/cli"
)

// Ledger counts what was read and what was skipped: paragraphs outside articles, and files of
// folders.
type Ledger struct {
	say     *cli.Console
	verbose bool           // list each
	last    string         // input of the last article
	read    map[string]int // inputs by kind of file
	undated int
	leftOut map[string]int
	passed  map[string]int // skipped files by kind
	empty   int            // of these, the readable but empty ones
	named   []string       // the first of these, with the reasons
}

// namedFiles is the number of skipped files that are listed by default.
const namedFiles = 10

// NewLedger returns a Ledger, which lists everything if verbose.
func NewLedger(say *cli.Console, verbose bool) *Ledger {
	return &Ledger{say: say, verbose: verbose, read: map[string]int{}, leftOut: map[string]int{}, passed: map[string]int{}}
}

// Noting yields the results and counts what they skip.
func (l *Ledger) Noting(results iter.Seq[Result]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for r := range results {
			var passed *article.Skipped
			if errors.As(r.Err, &passed) {
				l.pass(passed)
				continue
			}
			if r.Err == nil {
				l.note(r.Article)
			}
			if !yield(r) {
				return
			}
		}
	}
}

func (l *Ledger) pass(file *article.Skipped) {
	l.passed[article.Kind(file.Path)]++
	if file.Empty {
		l.empty++
	}
	if len(l.named) < namedFiles {
		l.named = append(l.named, fmt.Sprintf("  %s: %s", file.Path, file.Why))
	}
	l.list("%v", file)
}

func (l *Ledger) note(a article.Article) {
	if a.Input != l.last { // the articles of an input are consecutive
		l.read[article.Kind(a.Input)]++
		l.last = a.Input
	}
	if a.Published.IsZero() && a.Record == nil {
		l.undated++
	}
	for reason, n := range a.LeftOutCounts() {
		l.leftOut[string(reason)] += n
	}
	if !l.verbose {
		return
	}
	for _, s := range a.Unparsed() {
		l.list("%s: %s: %s", place(a.Input, s.Lines), s.Reason, strings.ReplaceAll(s.Text, "\n", " | "))
	}
}

// place formats lines of an input.
func place(input string, lines [2]int) string {
	switch {
	case lines[0] == 0:
		return input
	case lines[0] == lines[1]:
		return fmt.Sprintf("%s:%d", input, lines[0])
	}
	return fmt.Sprintf("%s:%d-%d", input, lines[0], lines[1])
}

func (l *Ledger) list(format string, args ...any) {
	if l.verbose {
		l.say.Say(format, args...)
	}
}

// report says what was read and what was skipped: "14 paragraphs left out: comments 9,
// navigation 5".
func (l *Ledger) report() string {
	var parts []string
	if n := sum(l.read); n > 1 {
		parts = append(parts, fmt.Sprintf("%d files read: %s", n, tally(l.read)))
	}
	if l.undated > 0 {
		parts = append(parts, cli.Count(l.undated, "article")+" without a date")
	}
	if n := sum(l.leftOut); n > 0 {
		parts = append(parts, fmt.Sprintf("%s left out: %s", cli.Count(n, "paragraph"), tally(l.leftOut)))
	}
	if n := sum(l.passed); n > 0 {
		parts = append(parts, fmt.Sprintf("%s skipped: %s", cli.Count(n, "file"), tally(l.passed)))
		if !l.verbose { // otherwise each was listed at once
			parts = append(parts, l.named...)
			if n > len(l.named) {
				parts = append(parts, fmt.Sprintf("  and %d more, listed by --verbose", n-len(l.named)))
			}
		}
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

// tally formats counts, largest first.
func tally(counts map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, k := range keys {
		keys[i] = fmt.Sprintf("%s %d", k, counts[k])
	}
	return strings.Join(keys, ", ")
}

// Print prints the report.
func (l *Ledger) Print() {
	if s := l.report(); s != "" {
		l.say.Say("%s", s)
	}
}

// unread returns how many files count as failures: the skipped ones if nothing else was read.
func (l *Ledger) unread(read int) int {
	if read > 0 {
		return 0
	}
	return sum(l.passed) - l.empty
}
