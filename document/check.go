package document

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"time"
	"unicode/utf8"

	"dateline/geo/geojson"
	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/newsdate"
)

// DocumentError is why a document can't be stored.
type DocumentError struct {
	ID    string // of the document, as given
	Field string // where in its JSON, as mentions[3].lat
	Err   error
}

// Error returns the document, the field and the reason in one line.
func (e *DocumentError) Error() string {
	return fmt.Sprintf("document %q: %s: %v", e.ID, e.Field, e.Err)
}

// Unwrap returns the reason.
func (e *DocumentError) Unwrap() error { return e.Err }

// maxID is the maximum length of an id: it is part of the ids of features and of URLs.
const maxID = 200

// Check returns what is wrong with the document as a *DocumentError, or nil. Ids must be
// URL-safe, offsets within the text if there is one, coordinates on the earth, geometries valid
// GeoJSON, confidences from 0 to 1, times dates or RFC 3339.
func (d *Document) Check() error {
	if err := d.check(); err != nil {
		return err
	}
	return nil
}

func (d *Document) check() *DocumentError {
	c := checker{length: -1, shapes: Shapes{}}
	if d.Text != "" {
		c.length = utf8.RuneCountInString(d.Text)
	}
	c.id("id", d.ID)
	c.time("published", d.Published)
	if f := d.Focus; f != nil {
		c.point("focus.", f.Lat, f.Lon)
		c.share("focus.confidence", f.Confidence)
	}
	for i := range d.Mentions {
		c.part, c.number = "mentions", i
		c.mention(&d.Mentions[i])
	}
	for i := range d.Fronts {
		c.part, c.number = "fronts", i
		c.front(&d.Fronts[i])
	}
	for i := range d.Events {
		c.part, c.number = "events", i
		c.event(&d.Events[i])
	}
	for i := range d.Implied {
		c.part, c.number = "implied", i
		c.event(&d.Implied[i])
	}
	if c.err == nil {
		return nil
	}
	return &DocumentError{ID: d.ID, Field: c.field, Err: c.err}
}

// checker keeps the first error.
type checker struct {
	length int    // of the text in code points, -1 if unknown
	part   string // part being checked, empty for the document itself
	number int    // its index
	field  string
	err    error
	shapes Shapes
}

func (c *checker) fail(field string, err error) {
	if c.err != nil || err == nil {
		return
	}
	c.field, c.err = field, err
	if c.part != "" {
		c.field = fmt.Sprintf("%s[%d].%s", c.part, c.number, field)
	}
}

func (c *checker) mention(m *Mention) {
	c.span(m.Start, m.End, m.Sentence)
	switch {
	case (m.Lat == nil) != (m.Lon == nil):
		c.fail("lat", errors.New("give both lat and lon, or neither"))
	case m.Lat != nil:
		c.point("", *m.Lat, *m.Lon)
	}
	if m.Place != nil {
		c.id("place", *m.Place)
	}
	c.share("confidence", m.Confidence)
	c.dating(m.Date, m.DatePrecision, m.DateFrom)
	for i := range m.Candidates {
		candidate := &m.Candidates[i]
		if err := geojson.CheckPoint(candidate.Lat, candidate.Lon); err != nil {
			c.fail(fmt.Sprintf("candidates[%d]", i), err)
		}
	}
}

func (c *checker) front(f *Front) {
	c.span(f.Start, f.End, f.Sentence)
	if d := f.Describes; d != nil {
		c.span(d[0], d[1], nil)
	}
	if len(f.Geometry) > 0 {
		_, err := c.shapes.of(f)
		c.fail("geometry", err)
	}
	if !(f.UncertaintyKm >= 0 && f.UncertaintyKm <= math.MaxFloat64) {
		c.fail("uncertainty_km", fmt.Errorf("%v km", f.UncertaintyKm))
	}
	c.share("confidence", f.Confidence)
	c.dating(text(f.Date), f.DatePrecision, f.DateFrom)
	for i := range f.Anchors {
		if err := geojson.CheckPoint(f.Anchors[i].Lat, f.Anchors[i].Lon); err != nil {
			c.fail(fmt.Sprintf("anchors[%d]", i), err)
		}
	}
}

func (c *checker) event(e *Event) {
	c.span(e.Start, e.End, e.Sentence)
	if !slices.ContainsFunc(event.Types(), func(k event.Kind) bool { return string(k.Type) == e.Type }) {
		c.fail("type", fmt.Errorf("%q is not a type of event", e.Type))
	}
	switch event.Status(e.Status) {
	case event.Reported, event.Claimed, event.Denied, event.Planned, event.Hypothetical:
	default:
		c.fail("status", fmt.Errorf("%q: give reported, claimed, denied, planned or hypothetical", e.Status))
	}
	c.share("confidence", e.Confidence)
	c.dating("", e.DatePrecision, e.DateFrom)
	c.shortDate("date", text(e.Date))
	for i := range e.Places {
		c.eventPlace(fmt.Sprintf("places[%d].", i), &e.Places[i])
	}
}

func (c *checker) eventPlace(prefix string, p *EventPlace) {
	c.offsets(prefix+"start", prefix+"end", p.Start, p.End)
	switch {
	case (p.Lat == nil) != (p.Lon == nil):
		c.fail(prefix+"lat", errors.New("give both lat and lon, or neither"))
	case p.Lat != nil:
		c.point(prefix, *p.Lat, *p.Lon)
	}
	if p.Place != nil {
		c.id(prefix+"place", *p.Place)
	}
}

// shortDate checks a day, a month or a year.
func (c *checker) shortDate(field, s string) {
	for _, layout := range [...]string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return
		}
	}
	if s != "" {
		c.fail(field, fmt.Errorf("%q is not a day (2019-08-22), month (2019-08) or year (2019)", s))
	}
}

// span checks offsets and the bounds of the sentence around them.
func (c *checker) span(start, end int, sentence *[2]int) {
	c.offsets("start", "end", start, end)
	if sentence != nil {
		c.offsets("sentence", "sentence", sentence[0], sentence[1])
	}
}

func (c *checker) offsets(first, second string, start, end int) {
	switch {
	case start < 0:
		c.fail(first, fmt.Errorf("%d is before the start of the text", start))
	case end < start:
		c.fail(second, fmt.Errorf("%d is before the start, %d", end, start))
	case c.length >= 0 && end > c.length:
		c.fail(second, fmt.Errorf("%d is beyond the end of the text, which has %d code points", end, c.length))
	}
}

// point checks the fields lat and lon with a prefix.
func (c *checker) point(prefix string, lat, lon float64) {
	c.fail(prefix+"lat", geojson.CheckPoint(lat, 0))
	c.fail(prefix+"lon", geojson.CheckPoint(0, lon))
}

func (c *checker) share(field string, v float64) {
	if !(v >= 0 && v <= 1) {
		c.fail(field, fmt.Errorf("%v is not from 0 to 1", v))
	}
}

func (c *checker) dating(date, precision, from string) {
	c.time("date", date)
	if _, ok := newsdate.ReadPrecision(precision); !ok && precision != "" {
		c.fail("date_precision", fmt.Errorf("%q: give day, month or year", precision))
	}
	switch geoparse.DateSource(from) {
	case "", geoparse.FromText, geoparse.FromContext, geoparse.FromPublished, geoparse.FromNeighbour:
	default:
		c.fail("date_from", fmt.Errorf("%q: give text, context, published or neighbours", from))
	}
}

func (c *checker) time(field, s string) {
	if s != "" && ParseTime(s).IsZero() {
		c.fail(field, fmt.Errorf("%q is neither a date (2019-08-22) nor RFC 3339 (2019-08-22T12:00:00Z)", s))
	}
}

func (c *checker) id(field, s string) {
	if err := CheckID(s); err != nil {
		c.fail(field, err)
	}
}

// CheckID returns an error if an id can't be in a URL unescaped: it must have only the
// unreserved characters of RFC 3986, 2.3.
func CheckID(s string) error {
	switch {
	case s == "":
		return errors.New("is empty")
	case len(s) > maxID:
		return fmt.Errorf("has more than %d characters", maxID)
	case s == "." || s == "..":
		return fmt.Errorf("%q has a meaning of its own in paths", s)
	}
	for _, r := range s {
		if !isUnreserved(r) {
			return fmt.Errorf("%q contains %q, which needs escaping in a URL; use letters, digits, - . _ ~", s, r)
		}
	}
	return nil
}

func isUnreserved(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' ||
		r == '-' || r == '.' || r == '_' || r == '~'
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
