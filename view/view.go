package view

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"sync/atomic"

	"dateline/document"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"
)

// View is an immutable snapshot of all that has been read. It is safe for
// concurrent use without locks.
type View struct {
	Version   string // 16 hex digits: changes with every change, the same for the same documents in the same order
	layers    [layers]*Layer
	remote    Remote // nil where the layers are in memory
	daily     *daily
	documents Source        // those of the View, and maybe others
	changed   chan struct{} // closed when a newer View is there
}

// layers is how many collections a View keeps, eventsLayer which of them events are, and
// namesLayer mentions.
const (
	layers      = rows.Parts + 3
	eventsLayer = 3
	namesLayer  = 0
)

// New makes the View of documents, of which the first with an id counts. They are
// taken as they are, without Check.
func New(docs []document.Document) *View { return NewOf(rows.DefaultModel(), Names{}, docs) }

// NewOf is New for the collections of a Model, with what a gazetteer knows.
func NewOf(m rows.Model, names Names, docs []document.Document) *View {
	docs = slices.Clone(docs)
	g, byID := NewBuilder(m, names), make(map[string]*document.Document, len(docs))
	for i := range docs {
		d := &docs[i]
		if byID[d.ID] != nil {
			continue
		}
		byID[d.ID] = d
		hash := sha256.New()
		if err := d.WriteJSON(hash); err != nil {
			hash.Write([]byte(d.ID)) // it can't be stored, but seen
		}
		g.addDocument(d, len(byID), hash.Sum(nil)[:document.HashSize])
	}
	return g.View(inMemory(byID))
}

// Source is where the documents of a View are. Both return nil for none.
type Source interface {
	Document(id string) (*document.Document, error)
	JSON(id string) (*document.JSON, error)
}

// inMemory is the source of a View made by New.
type inMemory map[string]*document.Document

func (m inMemory) Document(id string) (*document.Document, error) { return m[id], nil }

func (m inMemory) JSON(id string) (*document.JSON, error) {
	d := m[id]
	if d == nil {
		return nil, nil
	}
	var b bytes.Buffer
	if err := d.WriteJSON(&b); err != nil {
		return nil, err
	}
	return document.HeldJSON(b.Bytes()), nil
}

// Layer returns a collection by its name; of one that differs by the day what there is
// on the last.
func (v *View) Layer(name string) (*Layer, bool) {
	l, found, err := v.LayerOn(context.Background(), name, nil)
	return l, found && err == nil
}

// Layers returns all collections, always in the same order.
func (v *View) Layers() []*Layer {
	kept := len(v.layers) - 1 // articles come last
	all := slices.Clone(v.layers[:kept])
	for _, name := range []string{schema.Control, schema.Contact} {
		if l, ok := v.Layer(name); ok {
			all = append(all, l)
		}
	}
	return append(all, v.layers[kept])
}

// LayerOn is Layer where one that differs by the day (schema.Collection.Daily) is as it is
// on the last of the days asked for that anything was written of, or on the first of them
// where that is later; nil stands for all days. It fails only when ctx ends, or has spent
// what it may (work.Spend), while such a one is made.
func (v *View) LayerOn(ctx context.Context, name string, asked *feature.Days) (l *Layer, found bool, err error) {
	if v.daily != nil && (name == schema.Control || name == schema.Contact) {
		l, err = v.daily.layer(ctx, name, asked)
		return l, err == nil, err
	}
	for _, l := range v.layers {
		if l.Name == name {
			return l, true, nil
		}
	}
	return nil, false, nil
}

// Len returns how many features the collections have that are kept: those that differ by
// the day are made when they are asked for.
func (v *View) Len() int {
	n := 0
	for _, l := range v.layers {
		n += l.Len()
	}
	return n
}

// Document returns an article with all that was found in it; nil when there is
// none with the id. The View of an Archive reads it from disk as Archive.Document
// does, and fails as that does.
func (v *View) Document(id string) (*document.Document, error) {
	if !v.hasArticle(id) {
		return nil, nil
	}
	d, err := v.documents.Document(id)
	if d == nil && err == nil && v.remote == nil {
		err = errTakenOut(id)
	}
	return d, err
}

// JSON is Document as JSON, which may be too large to be held.
func (v *View) JSON(id string) (*document.JSON, error) {
	if !v.hasArticle(id) {
		return nil, nil
	}
	j, err := v.documents.JSON(id)
	if j == nil && err == nil && v.remote == nil {
		err = errTakenOut(id)
	}
	return j, err
}

// hasArticle reports whether there is an article, which of a Remote its documents tell.
func (v *View) hasArticle(id string) bool {
	if v.remote != nil {
		return true
	}
	articles, _ := v.Layer(schema.Articles)
	_, ok := articles.Feature(id)
	return ok
}

func errTakenOut(id string) error {
	return fmt.Errorf("article %q is not found in the archive: it was taken out, or the index is damaged; `dateline check` says which", id)
}

// Changed returns a channel that is closed when a newer View than this one is
// published.
//
//	for v := c.View(); ; v = c.View() {
//		use(v)
//		<-v.Changed()
//	}
func (v *View) Changed() <-chan struct{} { return v.changed }

// Publish makes next the View that current points to, and closes what Changed of the
// one before returned.
func Publish(current *atomic.Pointer[View], next *View) {
	if old := current.Swap(next); old != nil {
		close(old.changed)
	}
}
