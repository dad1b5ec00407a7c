package view

import (
	"errors"
	"strings"

	"dateline/document"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// Builder makes Views, each of everything added so far. It is not safe for concurrent use; its
// Views are.
type Builder struct {
	tables           *rows.Tables
	places, articles *layerBuilder
	parts            [rows.Parts]*layerBuilder
	incidents        *incidents
	stories          *stories
	parties          *partyResolver // resolves the parties of events
	claims           []claimed      // claims about who holds the places of events, including those of removed events
	sums             *rows.Places
	known            map[string]*articleEntry // by article id
	stale            map[string]bool          // places of removed mentions
	gazetteer        Names
	names            map[string]rows.PlaceNames // of the places looked up so far
	numbered         map[string]int             // from AddPlace since the last View
	version          version
	last             string // article last looked up
	lastEntry        *articleEntry
}

// Names looks up places in a gazetteer. The zero Names knows nothing.
type Names struct {
	Version string                             // of the gazetteer: a change means that Of may return other names
	Of      func(place string) rows.PlaceNames // by place id; called concurrently
	Course  func(place string) orb.Geometry    // course of a river or road, likewise; nil if unknown, and the func may be nil
}

// NewBuilder returns an empty Builder for a Model's collections.
func NewBuilder(m rows.Model, names Names) *Builder {
	t := rows.NewTables(m)
	g := &Builder{
		tables: t, places: newLayerBuilder(t.Places), articles: newLayerBuilder(t.Articles),
		sums: rows.NewPlaces(t), known: map[string]*articleEntry{}, stale: map[string]bool{}, version: newVersion(), numbered: map[string]int{},
	}
	for i, part := range t.Parts {
		g.parts[i] = newLayerBuilder(part.Table)
	}
	g.parties = newPartyResolver(t.Parts[rows.Events].Table)
	g.stories = newStories(t.Articles, g.articles)
	g.incidents = newIncidents(t.Derived[schema.Incidents], g.parts[rows.Events], g.parties, g.countryOf, g.storyOf)
	if g.gazetteer = names; names.Of != nil {
		g.names = map[string]rows.PlaceNames{}
	}
	return g
}

// Reserve makes room for so many further rows of a collection.
func (g *Builder) Reserve(collection string, rows int) {
	for _, l := range g.layers() {
		if l.layer.Name == collection {
			l.reserve(rows)
		}
	}
}

// layers returns all layers in the order of a View.
func (g *Builder) layers() [layers]*layerBuilder {
	return [...]*layerBuilder{g.parts[rows.Mentions], g.places, g.parts[rows.Fronts], g.parts[rows.Events], g.incidents.layerBuilder, g.articles}
}

// addDocument adds a document; the first is number 1.
func (g *Builder) addDocument(d *document.Document, number int, hash []byte) {
	article := g.tables.ArticleOf(d, hash)
	article.Number, article.Digest = number, rows.DigestOf(d)
	g.addRows(&article, g.tables.PartsOf(d))
}

// addRows adds the rows of a document.
func (g *Builder) addRows(article *rows.Article, parts [rows.Parts][]rows.Row) {
	for part := range parts {
		for i := range parts[part] {
			g.AddPart(part, &parts[part][i])
		}
	}
	g.AddArticle(article)
}

// AddArticle adds the row of an article.
func (g *Builder) AddArticle(r *rows.Article) {
	e := g.entry(r.ID)
	e.position, e.version = int32(g.articles.Len()), versionOf(r)
	e.language = strings.Clone(r.Values[g.tables.Article.Language].Text())
	g.version = g.version.plus(e.version)
	g.stories.add(r, e.position)
	addArticle(g.tables, &r.Row, g.articles)
}

// AddPart adds a row of an article's content (rows.Tables.Parts). If the row has no language,
// its article must have been added before.
func (g *Builder) AddPart(part int, r *rows.Row) {
	t, layer := g.tables.Parts[part], g.parts[part]
	g.entry(r.Values[t.Article].Text()).parts[part].add(layer.Len())
	if part == rows.Mentions {
		g.sums.Add(r)
	}
	g.fillLanguage(r.Values, t.Language, t.Article)
	if t.Place >= 0 {
		g.askGazetteer(t.Table, r.Values, r.Values[t.Place].Text())
	}
	country := ""
	if part == rows.Events {
		country = g.countryOf(r.Values[t.Place].Text())
		g.parties.fill(r.Values, country)
	}
	addPart(t, r, layer)
	if part == rows.Events && layer.Err() == nil {
		g.addEvent(layer.Len()-1, country)
	}
}

// AddPlace sets the number that a place has in the archive.
func (g *Builder) AddPlace(id string, number int) { g.numbered[strings.Clone(id)] = number }

// addEvent adds what follows from the event at a position.
func (g *Builder) addEvent(position int, country string) {
	g.incidents.add(position)
	if c, ok := g.parties.claim(g.parts[rows.Events].At(position), country); ok {
		g.claims = append(g.claims, claimed{c, position})
	}
}

// countryOf returns the code of the country of a place, empty for none.
func (g *Builder) countryOf(place string) string { return g.namesOf(place).Code }

// fillLanguage falls back to the article's language; the file has it only there.
func (g *Builder) fillLanguage(values []schema.Value, language, article int) {
	if values[language].IsNull() {
		values[language] = schema.OfText(g.entry(values[article].Text()).language)
	}
}

// askGazetteer sets the properties of a place that come from the gazetteer.
func (g *Builder) askGazetteer(t *rows.Table, values []schema.Value, place string) {
	if g.gazetteer.Of != nil && place != "" {
		t.FillNames(values, g.namesOf(place))
	}
}

// namesOf returns what the gazetteer knows of a place.
func (g *Builder) namesOf(place string) rows.PlaceNames {
	if g.gazetteer.Of == nil || place == "" {
		return rows.PlaceNames{}
	}
	names, asked := g.names[place]
	if !asked {
		names = g.gazetteer.Of(place)
		g.names[strings.Clone(place)] = names
	}
	return names
}

// Version returns the version of the View that View would make now.
func (g *Builder) Version() string { return g.version.String() }

// Err returns an error when there was no room for what was added.
func (g *Builder) Err() error {
	var errs []error
	for _, l := range g.layers() {
		errs = append(errs, l.Err())
	}
	return errors.Join(errs...)
}

// View makes a View of everything added; a Source has the documents.
func (g *Builder) View(documents Source) *View {
	g.recount()
	g.putPlaces(g.sums.TakeChanged())
	g.showStories()
	g.incidents.update()
	v := &View{Version: g.version.String(), documents: documents, changed: make(chan struct{})}
	for i, l := range g.layers() {
		v.layers[i] = l.snapshot()
	}
	named := newCourseFinder(v.layers[namesLayer], g.gazetteer.Course)
	v.daily = newDaily(g.tables, v.layers[eventsLayer], named, g.parties.columns, g.claims[:len(g.claims):len(g.claims)])
	return v
}
