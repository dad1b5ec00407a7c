// Package documenttest makes random documents, for tests and benchmarks.
package documenttest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/document"
)

// Source makes random documents, the same for the same seed.
type Source struct {
	*rand.Rand
	Places int // number of different places
}

// New returns a Source with 400 places.
func New(seed uint64) Source { return Source{rand.New(rand.NewPCG(seed, 0)), 400} }

// MentionsPerDocument is about how many mentions a document has.
const MentionsPerDocument = 20

// Documents makes n documents, numbered from first.
func (s Source) Documents(first, n int) []document.Document {
	docs := make([]document.Document, n)
	for i := range docs {
		docs[i] = s.Document(first + i)
	}
	return docs
}

// Document makes a document with about MentionsPerDocument mentions, a sentence
// of about 150 bytes each; some without a place, a date, a text, fronts.
func (s Source) Document(number int) document.Document {
	d := document.Document{ID: fmt.Sprintf("%016x", uint64(number+1)*0x9E3779B97F4A7C15), Lang: "en", Source: fmt.Sprintf("Source %d", number%7)}
	if s.IntN(20) > 0 {
		d.Published = s.day()
	}
	var text strings.Builder
	d.Title = fmt.Sprintf("Report \"%d\" <%s>", number, s.name(s.place()))
	text.WriteString(d.Title + "\n\n")
	runes := utf8.RuneCountInString(d.Title) + 2
	for range MentionsPerDocument/2 + s.IntN(MentionsPerDocument+1) {
		p := s.place()
		name, sentence := s.name(p), s.sentence()
		start := runes + len("Near ")
		text.WriteString("Near " + name + sentence)
		runes = start + len([]rune(name)) + len([]rune(sentence))
		d.Mentions = append(d.Mentions, s.mention(p, start, start+len([]rune(name)), [2]int{start - 5, runes - 1}))
	}
	if s.IntN(4) == 0 {
		d.Fronts = append(d.Fronts, s.front(runes))
	}
	if s.IntN(10) > 0 {
		d.Focus = &document.Focus{Place: "gn1", Name: "Idlib", Country: "SY", Lat: 35.93, Lon: 36.63, Confidence: 0.5}
	}
	if s.IntN(10) > 0 {
		d.Text = text.String()
	}
	d.Events = eventsOf(&d)
	return d
}

// eventsOf returns an event for each third mention, at it and the one before.
func eventsOf(d *document.Document) []document.Event {
	var events []document.Event
	for i := 2; i < len(d.Mentions); i += 3 {
		agent, date := "army", "2015-05"
		e := document.Event{
			Start: d.Mentions[i].Start, End: d.Mentions[i].End, Trigger: "advanced", Type: []string{"clash", "capture"}[i%2], Status: "reported",
			Agent: &agent, Sentence: d.Mentions[i].Sentence, Confidence: 0.75, Reason: "a verb",
		}
		if i%2 == 0 {
			e.Date, e.DatePrecision, e.DateFrom = &date, "month", "text"
		}
		for _, m := range d.Mentions[i-1 : i+1] {
			e.Places = append(e.Places, document.EventPlace{Start: m.Start, End: m.End, Place: m.Place, Name: m.Name, Lat: m.Lat, Lon: m.Lon, Precision: m.Precision})
		}
		events = append(events, e)
	}
	return events
}

func (s Source) mention(p, start, end int, sentence [2]int) document.Mention {
	m := document.Mention{
		Start: start, End: end, Phrase: s.name(p), Role: "place", Confidence: float64(s.IntN(101)) / 100,
		Reason: "the name itself; near the other places of the text", Sentence: &sentence,
	}
	if s.IntN(10) == 0 {
		m.Date = s.day()
	}
	if s.IntN(30) == 0 {
		return m // no place fits
	}
	lat, lon := s.where(p)
	id, name, kind, precision := fmt.Sprintf("gn%d", 170000+p), s.name(p), "P.PPL", "town"
	m.Lat, m.Lon, m.Place, m.Name, m.Kind, m.Precision = &lat, &lon, &id, &name, &kind, &precision
	for i := range 3 {
		lat, lon := s.where(p + i)
		m.Candidates = append(m.Candidates, document.Candidate{
			Place: fmt.Sprintf("gn%d", 170000+p+i), Name: s.name(p + i), Kind: kind, Lat: lat, Lon: lon, Score: 0.9 / float64(i+1),
		})
	}
	return m
}

func (s Source) front(length int) document.Front {
	a, b := s.place(), s.place()
	latA, lonA := s.where(a)
	latB, lonB := s.where(b)
	date := s.day()
	return document.Front{
		Start: 0, End: min(6, length), Phrase: "Report", Kind: "axis", UncertaintyKm: 2.5, Confidence: 0.7,
		Reading:  "the line from one place to the other",
		Geometry: json.RawMessage(fmt.Sprintf(`{"type":"LineString","coordinates":[[%v,%v],[%v,%v]]}`, lonA, latA, lonB, latB)),
		Anchors:  []document.Anchor{{Place: fmt.Sprintf("gn%d", a), Name: s.name(a), Lat: latA, Lon: lonA}}, Date: &date,
	}
}

// place draws a place: some are far more frequent than others.
func (s Source) place() int {
	return int(math.Pow(s.Float64(), 3) * float64(s.Places))
}

func (Source) name(p int) string {
	if p%5 == 0 {
		return fmt.Sprintf("خان شيخون %d", p)
	}
	return fmt.Sprintf("Khan Shaykhun %d", p)
}

// where returns the latitude and longitude of a place in or around Syria.
func (Source) where(p int) (lat, lon float64) {
	h := uint64(p+1) * 0x9E3779B97F4A7C15
	return 32 + float64(h>>40&0xFFFF)/0xFFFF*5, 35 + float64(h>>20&0xFFFF)/0xFFFF*7
}

func (s Source) day() string {
	return time.Date(2011, 3, 15, 0, 0, 0, 0, time.UTC).AddDate(0, 0, s.IntN(3600)).Format(time.DateOnly)
}

func (s Source) sentence() string {
	words := []string{"army", "advanced", "on", "the", "town", "from", "two", "sides", "as", "shelling", "went", "on", "\"said\""}
	var b strings.Builder
	for b.Len() < 120+s.IntN(30) {
		b.WriteByte(' ')
		b.WriteString(words[s.IntN(len(words))])
	}
	return b.String() + ". "
}

// Valid returns a document that Check accepts.
func Valid() document.Document {
	lat, lon, place, date := 35.0, 36.0, "gn1", "2019-08-22"
	return document.Document{
		ID: "0123456789abcdef", Published: "2019-08-22T10:00:00+03:00", Text: "قرب إدلب.",
		Focus: &document.Focus{Lat: 35, Lon: 36, Confidence: 1},
		Mentions: []document.Mention{{
			Start: 4, End: 8, Lat: &lat, Lon: &lon, Place: &place, Confidence: 0.5, Sentence: &[2]int{0, 9}, Date: date,
			Candidates: []document.Candidate{{Place: "gn1", Lat: 35, Lon: 36}},
		}},
		Fronts: []document.Front{{Start: 0, End: 8, Geometry: json.RawMessage(`{"type":"Point","coordinates":[36,35]}`), Date: &date}},
	}
}

// Encoded returns a document as JSON.
func Encoded(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
