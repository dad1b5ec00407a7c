package atlas

import "dateline/schema"

// Model says which collections there are, and what the properties of their features
// are computed from: by the names of the properties, for all that are not Derived.
// A place's properties are those that its mentions have under the same name.
type Model struct {
	Collections []schema.Collection // mentions, places, fronts and articles
	Mentions    Values[MentionSource]
	Fronts      Values[FrontSource]
	Articles    Values[ArticleSource]
	Gazetteer   map[string]func(PlaceNames) string // of mentions and places
}

// Values computes properties by their names.
type Values[S any] map[string]func(*S) schema.Value

// DefaultModel returns what Open and NewView use.
func DefaultModel() Model {
	return Model{schema.Collections(), mentionValues(), frontValues(), articleValues(), gazetteerValues()}
}

// tables is a Model made ready.
type tables struct {
	model                              Model
	mentions, places, fronts, articles *table

	mentionValues []func(*MentionSource) schema.Value
	frontValues   []func(*FrontSource) schema.Value
	articleValues []func(*ArticleSource) schema.Value

	mention struct{ place, role, article, language, date, precision int }
	front   struct{ article, language, date, precision int }
	article struct{ published, date, language, mentions int }
	place   struct{ mentions, articles, first, last int }

	kept    []kept // properties of places that are what their mentions say first
	version int    // of archives
}

func newTables(m Model) *tables {
	t := &tables{model: m, version: versionOf(m.Collections)}
	for i := range m.Collections {
		c := newTable(&m.Collections[i], m.Gazetteer)
		switch c.ID {
		case schema.Mentions:
			t.mentions, t.mentionValues = c, computed(c, m.Mentions)
			t.mention.place, t.mention.role, t.mention.article = c.Index("place"), c.Index("role"), c.Index("article")
			t.mention.language, t.mention.date, t.mention.precision = c.Index("language"), c.Index("date"), c.Index("date_precision")
		case schema.Fronts:
			t.fronts, t.frontValues = c, computed(c, m.Fronts)
			t.front.article, t.front.language, t.front.date, t.front.precision = c.Index("article"), c.Index("language"), c.Index("date"), c.Index("date_precision")
		case schema.Articles:
			t.articles, t.articleValues = c, computed(c, m.Articles)
			t.article.published, t.article.date, t.article.language, t.article.mentions = c.Index("published"), c.Index("date"), c.Index("language"), c.Index("mentions")
		case schema.Places:
			t.places = c
			t.place.mentions, t.place.articles, t.place.first, t.place.last = c.Index("mentions"), c.Index("articles"), c.Index("first"), c.Index("last")
		}
	}
	for _, i := range t.places.stored {
		p := &t.places.Properties[i]
		if from := t.mentions.Index(p.Name); p.Merge == schema.Keep && from >= 0 {
			t.kept = append(t.kept, kept{i, from})
		}
	}
	return t
}

// kept says of a property of places which one of mentions it is.
type kept struct{ of, from int }

// layers returns the tables in the order of the View's layers.
func (t *tables) layers() []*table { return []*table{t.mentions, t.places, t.fronts, t.articles} }

// computed returns what computes each property of a table, nil for what is not.
func computed[S any](t *table, values Values[S]) []func(*S) schema.Value {
	all := make([]func(*S) schema.Value, len(t.Properties))
	for i, p := range t.Properties {
		if all[i] = values[p.Name]; all[i] == nil && !p.Derived {
			panic("atlas: nothing computes the property " + p.Name + " of " + t.ID)
		}
	}
	return all
}

// compute computes the values of one feature into space.
func compute[S any](values []func(*S) schema.Value, of *S, space []schema.Value) {
	for i, value := range values {
		if value != nil {
			space[i] = value(of)
		}
	}
}
