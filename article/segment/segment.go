// Package segment splits a text into the articles that it contains.
//
// A page scraped as text may contain many articles, with a site's own text between and around them.
// The package knows no site; it goes by how pages are built. Each line is first classified by
// itself: blank, paragraph, heading (short, no full stop), date line, source line, byline, link of
// one line ("Also read ..."), header of a list of links ("Related News"), of a footer or of a
// comment thread, rule. The words that identify these are tables, in the folder words.
//
// Then the lines are read from the top. A heading begins an article when
//
//   - a date, a source or a labelled byline stands under it, at most one
//     other heading between,
//   - it is said twice, as pages do that print the title again above the text,
//   - the paragraph under it opens with a dateline ("BEIRUT, Lebanon (AFP) - "),
//   - it holds a date of its own between dashes ("WAR REPORT – MAY 3, 2018: "),
//   - the text changes from one script to another with it,
//   - more than two blank lines, a rule, a list of links or a comment thread lie
//     before it, and a paragraph follows.
//
// Any other heading stays in its article: it is a deck, or the title of a section. After the header
// of a list, headings without text are links and are left out; after a footer or a comment thread
// everything is, until an article begins. Inside an article the lines are unchanged, so that its
// Text can be compared with the input; those that are not news are marked as Aside: dates and
// bylines, certain navigation by the words of the tables, and repeated lines, such as captions.
// Everything else is kept in LeftOut: nothing is lost.
package segment

import (
	"fmt"
	"strings"
	"time"

	"dateline/newsdate"
	"dateline/work"
)

// MaxLines is the maximum number of lines of a text.
const MaxLines = 500_000

// ErrTooManyLines reports a text of more than MaxLines lines.
var ErrTooManyLines = fmt.Errorf("more than %d lines", MaxLines)

// Segment is one article of a text.
type Segment struct {
	Title     string    // in one line
	Byline    string    // may be empty
	Outlet    string    // may be empty
	Published time.Time // zero if unknown
	Text      string    // the lines, unchanged, from the title on
	Aside     []Aside   // ranges of Text that are not news
	Lines     [2]int    // first and last line in the input, 1-based, inclusive
	Dateline  string    // place, and perhaps date, of writing: "BEIRUT, Lebanon (AFP)"; may be empty
	LeftOut   []LeftOut // the input's text around Text
}

// Form is what is known of a text before it is split.
type Form int

// Forms of a text.
const (
	Scraped Form = iota // nothing: text extracted from a page
	Titled              // its first line is a title
	Single              // its first line is a title, and it is one article
)

// Split splits a text into its articles, in order. It counts a step for each byte and each line
// examined. The hint gives, if known, the order of day and month in numeric dates, and the time
// of fetching, to which "2 hours ago" is relative.
func Split(steps *work.Counter, text string, form Form, hint newsdate.Hint) ([]Segment, error) {
	if strings.Count(text, "\n") >= MaxLines {
		return nil, ErrTooManyLines
	}
	lines, err := readLines(steps, plainCodes(text), hint)
	if err != nil {
		return nil, err
	}
	pieces, err := cut(steps, lines, form)
	if err != nil {
		return nil, err
	}
	segments := make([]Segment, 0, len(pieces))
	for _, p := range pieces {
		if err := steps.Add(p.last - p.title); err != nil {
			return nil, err
		}
		segments = append(segments, assemble(lines, p))
	}
	return segments, nil
}
