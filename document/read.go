package document

import (
	"context"

	"dateline/article"
	"dateline/geo"
	"dateline/geoparse"
	"dateline/newsdate"

	"github.com/paulmach/orb"
)

// Read says by what an article was read, and has what is not in its text and is needed
// to read it again.
type Read struct {
	Versions
	Around          string      `json:"around,omitempty"` // a day in what the dated articles around it leave
	AroundPrecision string      `json:"around_precision,omitempty"`
	Dateline        string      `json:"dateline,omitempty"` // where it says to be written
	Point           *[2]float64 `json:"point,omitempty"`    // lon, lat that the publisher gives
	Demonyms        bool        `json:"demonyms,omitempty"`
}

// Versions are those of what reads articles. Equal ones read the same.
type Versions struct {
	Parser    string `json:"parser,omitempty"`
	Gazetteer string `json:"gazetteer,omitempty"`
}

// newRead returns what is to be known of the reading of an article; nil where nobody
// asks.
func (r Reader) newRead(a article.Article) *Read {
	if r.Versions == (Versions{}) {
		return nil
	}
	read := &Read{Versions: r.Versions, Dateline: a.Dateline, Point: a.Point, Demonyms: r.Demonyms}
	if !a.Around.IsZero() {
		read.Around, read.AroundPrecision = newsdate.Format(a.Around.Time()), a.Around.Precision.String()
	}
	return read
}

// CanReadAgain reports whether a Document was made of an article by a Reader that noted
// how, and not by another geoparser.
func (d *Document) CanReadAgain() bool { return d.Read != nil && d.Text != "" }

// Again reads the article of a Document anew, which CanReadAgain. What the Document
// says of it stays.
func (r Reader) Again(ctx context.Context, d *Document) (Document, error) {
	in := geoparse.Input{Text: d.Text, Title: d.Title, Published: ParseTime(d.Published), Demonyms: d.Read.Demonyms}
	if day := ParseTime(d.Read.Around); !day.IsZero() {
		in.Around = newsdate.Civil(day)
		in.Around.Precision, _ = newsdate.ReadPrecision(d.Read.AroundPrecision)
	}
	for _, s := range d.Aside {
		in.Skip = append(in.Skip, geoparse.Span{Start: s[0], End: s[1]})
	}
	result, err := r.Parser.Parse(ctx, in)
	if err != nil {
		return Document{}, err
	}
	again := NewDocument(article.Article{
		ID: d.ID, Title: d.Title, Text: d.Text, Lang: d.Lang, Dateline: d.Read.Dateline, Point: d.Read.Point,
	}, result)
	out := *d
	out.Lang, out.Focus, out.Mentions, out.Fronts, out.Events = again.Lang, again.Focus, again.Mentions, again.Fronts, again.Events
	read := *d.Read
	read.Versions = r.Versions
	out.Read = &read
	return out, nil
}

// Moved is how far a mention must have moved to be counted, in kilometres.
const Moved = 10

// Changes counts what is other in a newer reading of the same text.
type Changes struct {
	Moved    int `json:"moved"`    // mentions that lie more than Moved away, or anywhere where they lay nowhere
	Other    int `json:"other"`    // mentions that are otherwise changed
	Gone     int `json:"gone"`     // mentions
	New      int `json:"new"`      // mentions
	Fronts   int `json:"fronts"`   // that are gone, new or drawn otherwise
	Articles int `json:"articles"` // that differ in anything
}

// Add adds the changes of another article.
func (c *Changes) Add(d Changes) {
	c.Moved += d.Moved
	c.Other += d.Other
	c.Gone += d.Gone
	c.New += d.New
	c.Fronts += d.Fronts
	c.Articles += d.Articles
}

// Compare counts what differs between two readings of a text.
func Compare(before, after *Document) Changes {
	type span struct{ start, end int }
	var c Changes
	older := map[span]*Mention{}
	for i := range before.Mentions {
		m := &before.Mentions[i]
		older[span{m.Start, m.End}] = m
	}
	for i := range after.Mentions {
		m := &after.Mentions[i]
		at := span{m.Start, m.End}
		was := older[at]
		delete(older, at)
		switch {
		case was == nil:
			c.New++
		case hasMoved(was, m):
			c.Moved++
		case !saysTheSame(was, m):
			c.Other++
		}
	}
	c.Gone = len(older)
	fronts := map[string]int{}
	for i := range before.Fronts {
		fronts[frontKey(&before.Fronts[i])]++
	}
	for i := range after.Fronts {
		fronts[frontKey(&after.Fronts[i])]--
	}
	for _, n := range fronts {
		c.Fronts += max(n, -n)
	}
	if c != (Changes{}) || !sameFocus(before.Focus, after.Focus) || len(before.Events) != len(after.Events) {
		c.Articles = 1
	}
	return c
}

func hasMoved(a, b *Mention) bool {
	if (a.Lat == nil) != (b.Lat == nil) {
		return true
	}
	return a.Lat != nil && geo.Distance(orb.Point{*a.Lon, *a.Lat}, orb.Point{*b.Lon, *b.Lat}) > Moved
}

func saysTheSame(a, b *Mention) bool {
	return text(a.Place) == text(b.Place) && text(a.Name) == text(b.Name) && a.Role == b.Role && a.Confidence == b.Confidence &&
		a.Date == b.Date && a.DatePrecision == b.DatePrecision && text(a.Precision) == text(b.Precision) && a.Reason == b.Reason && !hasShifted(a, b)
}

// hasShifted reports whether two points differ at all.
func hasShifted(a, b *Mention) bool {
	return a.Lat != nil && b.Lat != nil && (*a.Lat != *b.Lat || *a.Lon != *b.Lon)
}

func frontKey(f *Front) string {
	return f.Kind + "\x00" + f.Phrase + "\x00" + string(f.Geometry) + "\x00" + text(f.Date)
}

func sameFocus(a, b *Focus) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Place == b.Place && a.Confidence == b.Confidence)
}
