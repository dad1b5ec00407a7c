package atlas

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/document"
)

// corpus makes documents at random, the same ones for the same seed.
type corpus struct {
	*rand.Rand
	places int // how many there are to be mentioned
}

func newCorpus(seed uint64) corpus { return corpus{rand.New(rand.NewPCG(seed, 0)), 400} }

const mentionsPerDocument = 20

// documents makes so many documents, numbered from first.
func (c corpus) documents(first, n int) []document.Document {
	docs := make([]document.Document, n)
	for i := range docs {
		docs[i] = c.document(first + i)
	}
	return docs
}

// document makes a document with about mentionsPerDocument mentions, a sentence
// of about 150 bytes each; some without a place, a date, a text, fronts.
func (c corpus) document(number int) document.Document {
	d := document.Document{ID: fmt.Sprintf("%016x", uint64(number+1)*0x9E3779B97F4A7C15), Lang: "en", Source: fmt.Sprintf("Source %d", number%7)}
	if c.IntN(20) > 0 {
		d.Published = c.day()
	}
	var text strings.Builder
	d.Title = fmt.Sprintf("Report \"%d\" <%s>", number, c.name(c.place()))
	text.WriteString(d.Title + "\n\n")
	runes := utf8.RuneCountInString(d.Title) + 2
	for range mentionsPerDocument/2 + c.IntN(mentionsPerDocument+1) {
		p := c.place()
		name, sentence := c.name(p), c.sentence()
		start := runes + len("Near ")
		text.WriteString("Near " + name + sentence)
		runes = start + len([]rune(name)) + len([]rune(sentence))
		d.Mentions = append(d.Mentions, c.mention(p, start, start+len([]rune(name)), [2]int{start - 5, runes - 1}))
	}
	if c.IntN(4) == 0 {
		d.Fronts = append(d.Fronts, c.front(runes))
	}
	if c.IntN(10) > 0 {
		d.Focus = &document.Focus{Place: "gn1", Name: "Idlib", Country: "SY", Lat: 35.93, Lon: 36.63, Confidence: 0.5}
	}
	if c.IntN(10) > 0 {
		d.Text = text.String()
	}
	return d
}

func (c corpus) mention(p, start, end int, sentence [2]int) document.Mention {
	m := document.Mention{
		Start: start, End: end, Phrase: c.name(p), Role: "place", Confidence: float64(c.IntN(101)) / 100,
		Reason: "the name itself; near the other places of the text", Sentence: &sentence,
	}
	if c.IntN(10) == 0 {
		m.Date = c.day()
	}
	if c.IntN(30) == 0 {
		return m // no place fits
	}
	lat, lon := c.where(p)
	id, name, kind, precision := fmt.Sprintf("gn%d", 170000+p), c.name(p), "P.PPL", "town"
	m.Lat, m.Lon, m.Place, m.Name, m.Kind, m.Precision = &lat, &lon, &id, &name, &kind, &precision
	for i := range 3 {
		lat, lon := c.where(p + i)
		m.Candidates = append(m.Candidates, document.Candidate{
			Place: fmt.Sprintf("gn%d", 170000+p+i), Name: c.name(p + i), Kind: kind, Lat: lat, Lon: lon, Score: 0.9 / float64(i+1),
		})
	}
	return m
}

func (c corpus) front(length int) document.Front {
	a, b := c.place(), c.place()
	latA, lonA := c.where(a)
	latB, lonB := c.where(b)
	date := c.day()
	return document.Front{
		Start: 0, End: min(6, length), Phrase: "Report", Kind: "axis", UncertaintyKm: 2.5, Confidence: 0.7,
		Reading:  "the line from one place to the other",
		Geometry: json.RawMessage(fmt.Sprintf(`{"type":"LineString","coordinates":[[%v,%v],[%v,%v]]}`, lonA, latA, lonB, latB)),
		Anchors:  []document.Anchor{{Place: fmt.Sprintf("gn%d", a), Name: c.name(a), Lat: latA, Lon: lonA}}, Date: &date,
	}
}

// place draws a place: some are in the news far more often than others.
func (c corpus) place() int {
	return int(math.Pow(c.Float64(), 3) * float64(c.places))
}

func (corpus) name(p int) string {
	if p%5 == 0 {
		return fmt.Sprintf("خان شيخون %d", p)
	}
	return fmt.Sprintf("Khan Shaykhun %d", p)
}

// where returns the latitude and longitude of a place in or around Syria.
func (corpus) where(p int) (lat, lon float64) {
	h := uint64(p+1) * 0x9E3779B97F4A7C15
	return 32 + float64(h>>40&0xFFFF)/0xFFFF*5, 35 + float64(h>>20&0xFFFF)/0xFFFF*7
}

func (c corpus) day() string {
	return time.Date(2011, 3, 15, 0, 0, 0, 0, time.UTC).AddDate(0, 0, c.IntN(3600)).Format(time.DateOnly)
}

func (c corpus) sentence() string {
	words := []string{"army", "advanced", "on", "the", "town", "from", "two", "sides", "as", "shelling", "went", "on", "\"said\""}
	var b strings.Builder
	for b.Len() < 120+c.IntN(30) {
		b.WriteByte(' ')
		b.WriteString(words[c.IntN(len(words))])
	}
	return b.String() + ". "
}
