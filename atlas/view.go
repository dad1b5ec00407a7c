package atlas

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/geo"
	"dateline/query"

	"github.com/paulmach/orb"
)

// Names of the collections.
const (
	Mentions = "mentions"
	Places   = "places"
	Fronts   = "fronts"
	Articles = "articles"
)

// View is an immutable snapshot of all that has been read. It is safe for
// concurrent use without locks.
type View struct {
	Version string // changes with every change of what has been read
	layers  map[string]*Layer
	docs    map[string]*Document
}

// Layer is one collection of a View: its features in a fixed order, and what
// finds them.
type Layer struct {
	Name     string
	Features []geo.Feature
	tree     *geo.Tree
	byID     map[string]int
}

// NewView makes the View of documents.
func NewView(docs []Document) *View {
	v := &View{Version: fmt.Sprintf("%d", len(docs)), layers: map[string]*Layer{}, docs: map[string]*Document{}}
	var mentions, fronts, articles []geo.Feature
	for i := range docs {
		d := &docs[i]
		v.docs[d.ID] = d
		mentions = append(mentions, d.mentionFeatures()...)
		fronts = append(fronts, d.frontFeatures()...)
		articles = append(articles, d.articleFeature())
	}
	for name, features := range map[string][]geo.Feature{
		Mentions: mentions, Fronts: fronts, Articles: articles, Places: placeFeatures(docs),
	} {
		v.layers[name] = newLayer(name, features)
	}
	return v
}

func newLayer(name string, features []geo.Feature) *Layer {
	l := &Layer{Name: name, Features: features, byID: make(map[string]int, len(features))}
	l.tree = l.tree.Grow(func(insert func(int, orb.Bound)) {
		for i := range features {
			l.byID[features[i].ID] = i
			if features[i].Geometry != nil {
				insert(i, features[i].Bound)
			}
		}
	})
	return l
}

// Layer returns a collection by its name.
func (v *View) Layer(name string) (*Layer, bool) {
	l, ok := v.layers[name]
	return l, ok
}

// Document returns an article with all that was found in it.
func (v *View) Document(id string) (*Document, bool) {
	d, ok := v.docs[id]
	return d, ok
}

// Feature returns the feature with the ID.
func (l *Layer) Feature(id string) (*geo.Feature, bool) {
	i, ok := l.byID[id]
	if !ok {
		return nil, false
	}
	return &l.Features[i], true
}

// Select returns the numbers of the features that q selects, in order.
func (l *Layer) Select(q *query.Query) []int {
	var found []int
	check := func(i int) {
		if q.Matches(&l.Features[i]) {
			found = append(found, i)
		}
	}
	if q.BBox != nil {
		for _, i := range l.tree.Search(*q.BBox) {
			check(i)
		}
		return found
	}
	for i := range l.Features {
		check(i)
	}
	return found
}

// placeFeatures sums the mentions up by place.
func placeFeatures(docs []Document) []geo.Feature {
	sums := map[string]*placeSum{}
	for i := range docs {
		d := &docs[i]
		for j := range d.Mentions {
			if m := &d.Mentions[j]; m.Place != nil {
				if sums[*m.Place] == nil {
					sums[*m.Place] = &placeSum{mention: m, articles: map[string]bool{}}
				}
				sums[*m.Place].add(d, m)
			}
		}
	}
	features := make([]geo.Feature, 0, len(sums))
	for _, s := range sums {
		features = append(features, s.feature())
	}
	slices.SortFunc(features, func(a, b geo.Feature) int { return cmp.Compare(a.ID, b.ID) })
	return features
}
