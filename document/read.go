package document

import (
	"context"

	"dateline/article"
	"dateline/geo"
	"dateline/geoparse"
	"dateline/newsdate"

	"github.com/paulmach/orb"
)

// Read records the versions that read an article, and what reading it again needs besides its
// text.
type Read struct {
	Versions
	Around          string      `json:"around,omitempty"` // a day to which the dated articles around it limit it
	AroundPrecision string      `json:"around_precision,omitempty"`
	Dateline        string      `json:"dateline,omitempty"` // place in its dateline
	Point           *[2]float64 `json:"point,omitempty"`    // lon, lat given by the publisher
	Demonyms        bool        `json:"demonyms,omitempty"`
}

// Versions are those of the programs that read articles. Equal versions give equal results.
type Versions struct {
	Parser    string `json:"parser,omitempty"`
	Gazetteer string `json:"gazetteer,omitempty"`
}

// newRead returns the record for an article; nil if not wanted.
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

// CanReparse reports whether a Reader, rather than another geoparser, made a Document and
// recorded how.
func (d *Document) CanReparse() bool { return d.Read != nil && d.Text != "" }

// Reparse reads the article of a Document again, if CanReparse. Its metadata stays.
func (r Reader) Reparse(ctx context.Context, d *Document) (Document, error) {
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

// Moved is the distance, in kilometres, from which a mention counts as moved.
const Moved = 10

// Changes counts the differences of a newer reading of the same text.
type Changes struct {
	Moved    int `json:"moved"`    // mentions more than Moved away, or without a place before
	Other    int `json:"other"`    // mentions changed in another way
	Gone     int `json:"gone"`     // mentions
	New      int `json:"new"`      // mentions
	Fronts   int `json:"fronts"`   // gone, new or drawn differently
	Articles int `json:"articles"` // with any difference
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
