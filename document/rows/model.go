package rows

import "dateline/schema"

// Model defines the collections and how their properties are computed: by property name, for all
// that are not Derived. A place's properties are its mentions' properties of the same name.
type Model struct {
	Collections []schema.Collection // those of schema.Collections, optionally with more properties
	Mentions    Values[MentionSource]
	Fronts      Values[FrontSource]
	Events      Values[EventSource]
	Articles    Values[ArticleSource]
	Gazetteer   map[string]func(PlaceNames) schema.Value // of mentions, places and events
	Known       func(place string) PlaceNames            // looks a place up by id, for copies in archives; nil for nothing
}

// Values computes properties by their names.
type Values[S any] map[string]func(*S) schema.Value

// DefaultModel returns the Model of schema.Collections.
func DefaultModel() Model {
	return Model{schema.Collections(), mentionValues(), frontValues(), eventValues(), articleValues(), gazetteerValues(), nil}
}

// Tables is a prepared Model. It is immutable.
type Tables struct {
	Model            Model
	Places, Articles *Table
	Parts            [Parts]*Part
	Derived          map[string]*Table // the collections derived from these, by id

	// The numbers of properties with a special meaning.
	Mention struct{ Place, Role int }
	Article struct{ Published, Date, Language, Mentions int }
	Place   struct{ Mentions, Articles, First, Last int }

	mentionValues []func(*MentionSource) schema.Value
	frontValues   []func(*FrontSource) schema.Value
	eventValues   []func(*EventSource) schema.Value
	articleValues []func(*ArticleSource) schema.Value

	kept    []kept // properties of places copied from their first mention
	Counted []int  // the properties of mentions that Places counts by
	Naming  []int  // and those that name a place
}

// NewTables prepares a Model. It panics if nothing computes a property.
func NewTables(m Model) *Tables {
	t := &Tables{Model: m, Derived: map[string]*Table{}}
	for i := range m.Collections {
		c := newTable(&m.Collections[i], m.Gazetteer)
		switch c.ID {
		case schema.Mentions:
			t.Parts[Mentions], t.mentionValues = newPart(c), computed(c, m.Mentions)
			t.Mention.Place, t.Mention.Role = c.Index("place"), c.Index("role")
		case schema.Fronts:
			t.Parts[Fronts], t.frontValues = newPart(c), computed(c, m.Fronts)
		case schema.Events:
			t.Parts[Events], t.eventValues = newPart(c), computed(c, m.Events)
		case schema.Articles:
			t.Articles, t.articleValues = c, computed(c, m.Articles)
			t.Article.Published, t.Article.Date, t.Article.Language, t.Article.Mentions = c.Index("published"), c.Index("date"), c.Index("language"), c.Index("mentions")
		case schema.Places:
			t.Places = c
			t.Place.Mentions, t.Place.Articles, t.Place.First, t.Place.Last = c.Index("mentions"), c.Index("articles"), c.Index("first"), c.Index("last")
		default:
			t.Derived[c.ID] = c
		}
	}
	for _, i := range t.Places.Stored {
		p := &t.Places.Properties[i]
		if from := t.Parts[Mentions].Index(p.Name); p.Merge == schema.Keep && from >= 0 {
			t.kept = append(t.kept, kept{i, from})
			t.Naming = append(t.Naming, from)
		}
	}
	part := t.Parts[Mentions]
	t.Counted = []int{t.Mention.Place, part.Article, t.Mention.Role, part.Date, part.Precision}
	return t
}

// kept maps a property of places to that of mentions.
type kept struct{ of, from int }

// computed returns the function for each property of a table, nil for none.
func computed[S any](t *Table, values Values[S]) []func(*S) schema.Value {
	all := make([]func(*S) schema.Value, len(t.Properties))
	for i, p := range t.Properties {
		if all[i] = values[p.Name]; all[i] == nil && !p.Derived {
			panic("rows: nothing computes the property " + p.Name + " of " + t.ID)
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
