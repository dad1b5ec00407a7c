package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/newsdate"
)

// Article is one news article. If it was read from a line of JSON with the results of an earlier
// parse (a list of "mentions"), only Input, Lines and Record are set.
type Article struct {
	ID        string        // 16 hex digits of a hash of its content: the same article always gets the same ID
	Key       string        // id given by the input (JSON Lines, feeds); may be empty
	Title     string        // headline, on one line; the beginning of the text if it has none
	Byline    string        // author, as printed; may be empty
	Source    string        // outlet as printed, else title of the feed, host or file name
	URL       string        // where it was published, if known
	Address   string        // URL that is this article's alone; empty if several articles share a page
	Published time.Time     // in the article's own zone; midnight UTC if only the day is given; zero if unknown
	Around    newsdate.Date // if Published is zero: the period between the dated articles before and after it on the page; may be none
	Lang      string        // ISO 639-1, such as "en" or "ar"; "und" if unknown
	Text      string        // the lines of the input, unchanged, from the title on; of a record its title (unless read Verbatim) and text
	Aside     []Aside       // ranges of Text that are not news: navigation, dates and bylines, repetitions
	Input     string        // file, address or name of the stream
	Lines     [2]int        // first and last line in the input, 1-based, inclusive; zero if it has no lines
	Point     *[2]float64   // longitude and latitude given by the publisher; nil if none
	Dateline  string        // place, and perhaps date, of writing, as it stands in Text; may be empty
	LeftOut   []LeftOut     // parts of the input that are not in Text, with the reasons
	Record    []byte        // the unchanged line of JSON with the results of an earlier parse; nil for all others
}

// Aside is a range of an article's text, in code points, that is not parsed.
type Aside = segment.Aside

// LeftOut is a part of an input that is not in an article's text.
type LeftOut = segment.LeftOut

// Reasons that lose nothing: text that became a field, and drawn rules.
const (
	Field = segment.Field
	Rule  = segment.Rule
)

// NewID returns the ID of an article: a hash of its text and of what distinguishes articles of
// the same text: the time of publication ("nothing new on the fronts", every day), the outlet
// (two papers, one wire report) and the id given by the input. File name, address and title are
// not hashed, so moving a file does not change the IDs of its articles.
func NewID(text string, published time.Time, source, key string) string {
	var day string
	if !published.IsZero() {
		day = published.UTC().Format(time.RFC3339)
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{text, day, source, key}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// finish sets language, ID and, if the article names no source, the outlet derived from the name
// of the input.
func (a Article) finish(input string) Article {
	input = printable(input)
	if a.Lang == "" {
		a.Lang = Language(a.Text)
	}
	a.ID = NewID(a.Text, a.Published, a.Source, a.Key)
	if a.Input = input; a.Source == "" {
		a.Source = outletOf(input)
	}
	return a
}

// Unparsed returns the parts of the input that are not parsed: those around the text, and the
// asides in it.
func (a Article) Unparsed() []LeftOut {
	var out []LeftOut
	for _, l := range a.LeftOut {
		if !isKept(l.Reason) {
			out = append(out, l)
		}
	}
	if len(a.Aside) == 0 {
		return out
	}
	runes := []rune(a.Text)
	for _, s := range a.Aside {
		if !isKept(s.Reason) {
			out = append(out, LeftOut{Reason: s.Reason, Text: strings.TrimSpace(string(runes[s.Start:s.End]))})
		}
	}
	return out
}

// LeftOutCounts counts the paragraphs that are not parsed, by reason: those around the text, and
// the asides in it.
func (a Article) LeftOutCounts() map[segment.Reason]int {
	counts := map[segment.Reason]int{}
	for _, l := range a.LeftOut {
		if !isKept(l.Reason) {
			counts[l.Reason] += l.Paragraphs()
		}
	}
	for _, s := range a.Aside {
		if !isKept(s.Reason) {
			counts[s.Reason]++
		}
	}
	return counts
}

// isKept reports whether leaving text out for a reason loses nothing: it became a field, or is a
// drawn rule.
func isKept(r segment.Reason) bool { return r == Field || r == Rule }
