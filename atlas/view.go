package atlas

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"dateline/document"
	"dateline/schema"
)

// View is an immutable snapshot of all that has been read. It is safe for
// concurrent use without locks.
type View struct {
	Version   string // 16 hex digits: changes with every change, the same for the same documents in the same order
	layers    [4]*Layer
	documents source        // those of the View, and maybe others
	changed   chan struct{} // closed when a newer View is there
}

// NewView makes the View of documents, of which the first with an id counts.
// They are taken as they are, without Check.
func NewView(docs []document.Document) *View { return DefaultModel().NewView(docs) }

// NewView makes the View of documents as the Model has it.
func (m Model) NewView(docs []document.Document) *View {
	docs = slices.Clone(docs)
	g, byID := newViewBuilder(newTables(m), nil), make(map[string]*document.Document, len(docs))
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
		g.addDocument(d, hash.Sum(nil)[:document.HashSize])
	}
	return g.view(inMemory(byID))
}

// source is where the documents of a View are. Both return nil for none.
type source interface {
	Document(id string) (*document.Document, error)
	JSON(id string) (*StoredJSON, error)
}

// inMemory is the source of a View made by NewView.
type inMemory map[string]*document.Document

func (m inMemory) Document(id string) (*document.Document, error) { return m[id], nil }

func (m inMemory) JSON(id string) (*StoredJSON, error) {
	d := m[id]
	if d == nil {
		return nil, nil
	}
	var b bytes.Buffer
	if err := d.WriteJSON(&b); err != nil {
		return nil, err
	}
	return &StoredJSON{Size: b.Len(), json: b.Bytes()}, nil
}

// Layer returns a collection by its name.
func (v *View) Layer(name string) (*Layer, bool) {
	for _, l := range v.layers {
		if l.Name == name {
			return l, true
		}
	}
	return nil, false
}

// Layers returns all collections, always in the same order.
func (v *View) Layers() []*Layer { return v.layers[:] }

// Document returns an article with all that was found in it; nil when there is
// none with the id. The View of an Archive reads it from disk as Archive.Document
// does, and fails as that does.
func (v *View) Document(id string) (*document.Document, error) {
	articles, _ := v.Layer(schema.Articles)
	if _, ok := articles.Feature(id); !ok {
		return nil, nil
	}
	d, err := v.documents.Document(id)
	if d == nil && err == nil {
		err = errTakenOut(id)
	}
	return d, err
}

// JSON is Document as JSON, which may be too large to be held.
func (v *View) JSON(id string) (*StoredJSON, error) {
	articles, _ := v.Layer(schema.Articles)
	if _, ok := articles.Feature(id); !ok {
		return nil, nil
	}
	j, err := v.documents.JSON(id)
	if j == nil && err == nil {
		err = errTakenOut(id)
	}
	return j, err
}

func errTakenOut(id string) error {
	return fmt.Errorf("article %q is not found in the archive: it was taken out, or the index is damaged; `dateline check` says which", id)
}

// Changed returns a channel that is closed when the Archive has a newer View
// than this one. It stays open for a View made by NewView.
//
//	for v := a.View(); ; v = a.View() {
//		use(v)
//		<-v.Changed()
//	}
func (v *View) Changed() <-chan struct{} { return v.changed }
