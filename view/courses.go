package view

import (
	"slices"
	"strings"
	"sync"

	"dateline/control"
	"dateline/feature"

	"github.com/paulmach/orb"
)

// courseFinder finds the rivers and roads that sentences name and whose courses are known. It reads
// the mentions on first use. It is safe for concurrent use.
type courseFinder struct {
	read func() map[sentenceKey][]control.Course
}

// sentenceKey identifies a sentence of an article by its text.
type sentenceKey struct{ article, sentence string }

// newCourseFinder returns a courseFinder of the mentions of a View and the courses in a gazetteer;
// course may be nil.
func newCourseFinder(mentions *Layer, course func(place string) orb.Geometry) *courseFinder {
	if course == nil {
		return &courseFinder{read: func() map[sentenceKey][]control.Course { return nil }}
	}
	return &courseFinder{read: sync.OnceValue(func() map[sentenceKey][]control.Course { return readCourses(mentions, course) })}
}

func readCourses(mentions *Layer, course func(place string) orb.Geometry) map[sentenceKey][]control.Course {
	at := mentions.Schema.Index
	kind, place, name, article, sentence := at("kind"), at("place"), at("name"), at("article"), at("sentence")
	lines := map[string][]orb.LineString{}
	out := map[sentenceKey][]control.Course{}
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
		key := sentenceKey{f.Text(article), f.Text(sentence)}
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
func (n *courseFinder) in(f feature.Feature, c *eventColumns) []control.Course {
	return n.read()[sentenceKey{f.Text(c.article), f.Text(c.sentence)}]
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
