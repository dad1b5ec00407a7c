package atlas

import (
	"errors"
	"strings"
)

// growth is what the next View is made of. It is not safe for concurrent use;
// the Views it makes are.
type growth struct {
	mentions, places, fronts, articles *growingLayer
	sums                               *placeSums
	languages                          map[string]string // of the articles, by their ids
	version                            version
}

func newGrowth() *growth {
	return &growth{
		mentions: newGrowingLayer(Mentions, mentionColumns()), places: newGrowingLayer(Places, placeColumns()),
		fronts: newGrowingLayer(Fronts, frontColumns()), articles: newGrowingLayer(Articles, articleColumns()),
		sums: newPlaceSums(), languages: map[string]string{}, version: newVersion(),
	}
}

// addDocument adds all that a document says.
func (g *growth) addDocument(d *Document, hash []byte) {
	mentions, fronts, article := d.mentionRecords(), d.frontRecords(), d.articleRecord(hash)
	for i := range mentions {
		g.addMention(&mentions[i])
	}
	for i := range fronts {
		g.addFront(&fronts[i])
	}
	g.addArticle(&article)
}

func (g *growth) addArticle(r *articleRecord) {
	g.version = g.version.with(r.hash)
	if r.language != "" {
		g.languages[strings.Clone(r.id)] = strings.Clone(r.language)
	}
	r.addTo(g.articles.Builder)
}

func (g *growth) addMention(r *mentionRecord) {
	g.sums.add(r)
	r.language = g.languageOf(r.language, r.article)
	r.addTo(g.mentions.Builder)
}

func (g *growth) addFront(r *frontRecord) {
	r.language = g.languageOf(r.language, r.article)
	r.addTo(g.fronts.Builder)
}

// languageOf returns a language, or that of the article, with which the archive
// has it only.
func (g *growth) languageOf(language, article string) string {
	if language == "" {
		return g.languages[article]
	}
	return language
}

// err returns why there is no room for what was added.
func (g *growth) err() error {
	return errors.Join(g.mentions.Err(), g.places.Err(), g.fronts.Err(), g.articles.Err())
}

// view makes the View of all that was added.
func (g *growth) view(documents func(id string) (*Document, error)) *View {
	for _, s := range g.sums.takeChanged() {
		s.start(g.places.Builder)
		g.places.finish(s.position)
	}
	return &View{
		Version:   g.version.String(),
		layers:    [...]*Layer{g.mentions.snapshot(), g.places.snapshot(), g.fronts.snapshot(), g.articles.snapshot()},
		documents: documents,
		changed:   make(chan struct{}),
	}
}
