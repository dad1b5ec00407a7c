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
	Version   string // 16 hex digits: the same documents in the same order have the same, any change gives another
	layers    [layers]*Layer
	remote    Remote // nil if the layers are in memory
	daily     *Daily
	documents Source        // of the View, and maybe others
	changed   chan struct{} // closed when a newer View is published
}

// layers is the number of stored collections; eventsLayer and namesLayer are the positions of
// events and mentions among them.
const (
	layers      = rows.Parts + 3
	eventsLayer = 3
	namesLayer  = 0
)

// New makes a View of documents; of several with one id the first counts. It does not Check
// them.
func New(docs []document.Document) *View { return NewWith(rows.DefaultModel(), Names{}, docs) }

// NewWith is New with the collections of a Model, and names from a gazetteer.
func NewWith(m rows.Model, names Names, docs []document.Document) *View {
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
			hash.Write([]byte(d.ID)) // it can't be stored, only shown
		}
		g.addDocument(d, len(byID), hash.Sum(nil)[:document.HashSize])
	}
	return g.View(inMemory(byID))
}

// Source reads the documents of a View. Both functions return nil for an unknown id.
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

// Layer returns a collection by name; one that depends on the day, as of the last day.
func (v *View) Layer(name string) (*Layer, bool) {
	l, found, err := v.LayerOn(context.Background(), name, nil)
	return l, found && err == nil
}

// Layers returns all collections in a fixed order.
func (v *View) Layers() []*Layer {
	kept := len(v.layers) - 1 // articles last
	all := slices.Clone(v.layers[:kept])
	for _, name := range []string{schema.Control, schema.Contact} {
		if l, ok := v.Layer(name); ok {
			all = append(all, l)
		}
	}
	return append(all, v.layers[kept])
}

// LayerOn is Layer for collections that depend on the day (schema.Collection.Daily): as of the
// last of the given days for which there are reports, or of the first day if that is later; nil
// means all days. It fails only if ctx ends, or its budget (work.Spend) is used up, while the
// collection is made.
func (v *View) LayerOn(ctx context.Context, name string, asked *feature.Days) (l *Layer, found bool, err error) {
	if v.daily != nil && (name == schema.Control || name == schema.Contact) {
		l, err = v.daily.Layer(ctx, name, asked)
		return l, err == nil, err
	}
	for _, l := range v.layers {
		if l.Name == name {
			return l, true, nil
		}
	}
	return nil, false, nil
}

// Len returns the number of features in the stored collections, without those that depend on the
// day.
func (v *View) Len() int {
	n := 0
	for _, l := range v.layers {
		n += l.Len()
	}
	return n
}

// Document returns the document of an article, or nil if the id is unknown. The View of an
// Archive reads it from disk, with the errors of Archive.Document.
func (v *View) Document(id string) (*document.Document, error) {
	if !v.hasArticle(id) {
		return nil, nil
	}
	d, err := v.documents.Document(id)
	if d == nil && err == nil && v.remote == nil {
		err = errRemoved(id)
	}
	return d, err
}

// JSON returns a document as JSON, which may be too large for memory.
func (v *View) JSON(id string) (*document.JSON, error) {
	if !v.hasArticle(id) {
		return nil, nil
	}
	j, err := v.documents.JSON(id)
	if j == nil && err == nil && v.remote == nil {
		err = errRemoved(id)
	}
	return j, err
}

// hasArticle reports whether an article exists; a Remote is asked for its document.
func (v *View) hasArticle(id string) bool {
	if v.remote != nil {
		return true
	}
	articles, _ := v.Layer(schema.Articles)
	_, ok := articles.Feature(id)
	return ok
}

func errRemoved(id string) error {
	return fmt.Errorf("article %q is missing from the archive: it was removed, or the index is damaged; `dateline check` tells which", id)
}

// Changed returns a channel that is closed when a newer View than this one is
// published.
//
//	for v := c.View(); ; v = c.View() {
//		use(v)
//		<-v.Changed()
//	}
func (v *View) Changed() <-chan struct{} { return v.changed }

// Publish makes current point to next, and closes the channel that Changed of the previous View
// returned.
func Publish(current *atomic.Pointer[View], next *View) {
	if old := current.Swap(next); old != nil {
		close(old.changed)
	}
}
