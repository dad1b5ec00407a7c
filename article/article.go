package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/newsdate"
)

// Article is one news article. Of a line of JSON that says what was found in it,
// in a list of "mentions", only Input, Lines and Record are set.
type Article struct {
	ID        string        // 16 hex digits of a hash of its content: reading it twice gives the same
	Key       string        // the id that the input gives it (JSON Lines, feeds); may be empty
	Title     string        // headline, in one line; the beginning of the text when it has none
	Byline    string        // who wrote it, as printed; may be empty
	Source    string        // outlet as printed, or title of the feed, or host, or name of the file
	URL       string        // where it was read, when known
	Address   string        // URL where it is that of nothing but this article; empty where several share a page
	Published time.Time     // in the article's own zone; zero when it does not say; midnight UTC when it gives a day only
	Around    newsdate.Date // where Published is zero: what the dated articles before and after it on the page leave; may be none
	Lang      string        // ISO 639-1, as "en" or "ar"; "und" when it can't be told
	Text      string        // the lines of the input as they stand, from the title line on; of a record its title, unless it is read AsGiven, and its text
	Aside     []Aside       // stretches of Text that are not news: navigation, dates and bylines, repetitions
	Input     string        // name of what it was read from
	Lines     [2]int        // first and last line in the input, 1-based, inclusive; zero when it has no lines
	Point     *[2]float64   // longitude and latitude that the publisher gives; nil for none
	Dateline  string        // where, and perhaps when, it says to be written, as it stands in Text; may be empty
	LeftOut   []LeftOut     // what of the input is not part of Text, with the reasons
	Record    []byte        // the line of JSON that says what was found in it, as it was; nil for all others
}

// Aside is a stretch of an article's text, in code points, that is not read for
// places.
type Aside = segment.Aside

// LeftOut is a stretch of an input that is not part of an article's text.
type LeftOut = segment.LeftOut

// Reasons of stretches with which nothing is lost: what became fields, drawn lines.
const (
	Field = segment.Field
	Rule  = segment.Rule
)

// NewID returns the ID of an article: a hash of its text and of what tells two
// articles of equal text apart, which is the time of publication ("nothing new
// on the fronts", every day), the outlet that it names (two papers, one wire
// report) and the id that the input gives it. The name of the file, the address
// and the title are no part of it: a moved file keeps its articles' IDs.
func NewID(text string, published time.Time, source, key string) string {
	var day string
	if !published.IsZero() {
		day = published.UTC().Format(time.RFC3339)
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{text, day, source, key}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// finish gives the article its language and its ID, and then the name of what
// it was read from as source if it names none itself.
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

// Stretches returns what of the input is not read for places: what stands around
// the text, and what is aside in it.
func (a Article) Stretches() []LeftOut {
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

// LeftOutCounts returns how many paragraphs of the input are not read for places,
// by reason: those around the text, and those aside in it.
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

// isKept reports whether nothing is lost with what is left out for a reason: it
// became a field, or is a drawn line.
func isKept(r segment.Reason) bool { return r == Field || r == Rule }
