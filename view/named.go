package view

import (
	"slices"
	"strings"
	"sync"

	"dateline/control"
	"dateline/feature"

	"github.com/paulmach/orb"
)

// named finds the rivers and roads with known courses that sentences name. It is safe for
// concurrent use, and reads the mentions on first use.
type named struct {
	read func() map[sentenceOf][]control.Course
}

// sentenceOf identifies a sentence of an article by its text.
type sentenceOf struct{ article, sentence string }

// newNamed takes the mentions of a View and the courses that a gazetteer knows; course may be
// nil.
func newNamed(mentions *Layer, course func(place string) orb.Geometry) *named {
	if course == nil {
		return &named{read: func() map[sentenceOf][]control.Course { return nil }}
	}
	return &named{read: sync.OnceValue(func() map[sentenceOf][]control.Course { return readNamed(mentions, course) })}
}

func readNamed(mentions *Layer, course func(place string) orb.Geometry) map[sentenceOf][]control.Course {
	at := mentions.Schema.Index
	kind, place, name, article, sentence := at("kind"), at("place"), at("name"), at("article"), at("sentence")
	lines := map[string][]orb.LineString{}
	out := map[sentenceOf][]control.Course{}
	for f := range mentions.All() {
		k := f.Text(kind)
		if !slices.ContainsFunc(CourseKinds(), func(of string) bool { return strings.HasPrefix(k, of) }) {
			continue
		}
		id := f.Text(place)
		drawn, asked := lines[id]
		if !asked {
			drawn = linesOf(course(id))
			lines[id] = drawn
		}
		key := sentenceOf{f.Text(article), f.Text(sentence)}
		for _, line := range drawn {
			out[key] = append(out[key], control.Course{Place: id, Name: f.Text(name), Line: line})
		}
	}
	return out
}

func linesOf(g orb.Geometry) []orb.LineString {
	switch g := g.(type) {
	case orb.LineString:
		return []orb.LineString{g}
	case orb.MultiLineString:
		return g
	}
	return nil
}

// in returns the courses named in the sentence of an event.
func (n *named) in(f feature.Feature, c *eventColumns) []control.Course {
	return n.read()[sentenceOf{f.Text(c.article), f.Text(c.sentence)}]
}

// courses returns the rivers and roads named by the claims that two spells cite, in order.
func (m *onDay) courses(spells ...*control.Spell) []control.Course {
	var all []control.Course
	for _, s := range spells {
		for _, c := range latest(s) {
			all = append(all, m.named.in(m.event(c), &m.columns)...)
		}
	}
	return all
}
