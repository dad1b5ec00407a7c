package atlas

import (
	"errors"
	"strings"

	"dateline/document"
	"dateline/schema"
)

// growth is what the next View is made of. It is not safe for concurrent use;
// the Views it makes are.
type viewBuilder struct {
	*tables
	mentions, places, fronts, articles *layerBuilder
	sums                               *placeSums
	languages                          map[string]string     // of the articles, by their ids
	gazetteer                          Names                 // nil for none
	names                              map[string]PlaceNames // of the places that it was asked for
	version                            version
}

func newViewBuilder(t *tables, names Names) *viewBuilder {
	g := &viewBuilder{
		tables: t, mentions: newLayerBuilder(t.mentions), places: newLayerBuilder(t.places), fronts: newLayerBuilder(t.fronts), articles: newLayerBuilder(t.articles),
		sums: newPlaceSums(t), languages: map[string]string{}, version: newVersion(),
	}
	if names != nil {
		g.gazetteer, g.names = names, map[string]PlaceNames{}
	}
	return g
}

// addDocument adds all that a document says.
func (g *viewBuilder) addDocument(d *document.Document, hash []byte) {
	article := g.articleRow(d, hash)
	g.addRows(&article, g.mentionRows(d), g.frontRows(d))
}

// addRows adds the rows of a document.
func (g *viewBuilder) addRows(article *articleRow, mentions, fronts []row) {
	for i := range mentions {
		g.addMention(&mentions[i])
	}
	for i := range fronts {
		g.addFront(&fronts[i])
	}
	g.addArticle(article)
}

func (g *viewBuilder) addArticle(r *articleRow) {
	g.version = g.version.with(r.hash)
	if language := r.values[g.article.language].Text(); language != "" {
		g.languages[strings.Clone(r.id)] = strings.Clone(language)
	}
	g.tables.addArticle(&r.row, g.articles.Builder)
}

func (g *viewBuilder) addMention(r *row) {
	g.sums.add(r)
	g.fillLanguage(r.values, g.mention.language, g.mention.article)
	g.askGazetteer(g.tables.mentions, r.values, r.values[g.mention.place].Text())
	g.tables.addMention(r, g.mentions.Builder)
}

func (g *viewBuilder) addFront(r *row) {
	g.fillLanguage(r.values, g.front.language, g.front.article)
	g.tables.addFront(r, g.fronts.Builder)
}

// fillLanguage falls back to the article's language; the file has it only there.
func (g *viewBuilder) fillLanguage(values []schema.Value, language, article int) {
	if values[language].IsNull() {
		values[language] = schema.OfText(g.languages[values[article].Text()])
	}
}

// askGazetteer gives the values that the gazetteer knows of a place.
func (g *viewBuilder) askGazetteer(t *table, values []schema.Value, place string) {
	if g.gazetteer == nil || place == "" {
		return
	}
	names, asked := g.names[place]
	if !asked {
		names = g.gazetteer(place)
		g.names[strings.Clone(place)] = names
	}
	for _, known := range t.known {
		values[known.property] = schema.OfText(known.of(names))
	}
}

// err returns why there is no room for what was added.
func (g *viewBuilder) err() error {
	return errors.Join(g.mentions.Err(), g.places.Err(), g.fronts.Err(), g.articles.Err())
}

// view makes the View of all that was added.
func (g *viewBuilder) view(documents source) *View {
	for _, s := range g.sums.takeChanged() {
		r := s.row(g.tables)
		g.askGazetteer(g.tables.places, r.values, s.id)
		r.start(g.places.Builder, s.days)
		g.places.finish(s.position)
	}
	return &View{
		Version:   g.version.String(),
		layers:    [...]*Layer{g.mentions.snapshot(), g.places.snapshot(), g.fronts.snapshot(), g.articles.snapshot()},
		documents: documents,
		changed:   make(chan struct{}),
	}
}
