package archive

import (
	"context"

	"dateline/document/rows"
)

// Sink takes the rows of an archive, articles before their content. It must not keep what it is
// given, which is reused after Add returns.
type Sink interface {
	Reserve(collection string, rows int) // announces at most so many rows of a collection
	AddArticle(*rows.Article)
	AddPart(part int, r *rows.Row)  // of rows.Tables.Parts
	AddPlace(id string, number int) // the fid of a place; may come more than once
	Remove(article string)          // and all it contains; nothing if unknown
	Err() error                     // set when there is no room for what was added
}

// Stored is what one transaction added to the file.
type Stored struct {
	PutResult
	by            engine
	steps         []step
	newPlaces     []placed
	before, after newest
}

// step is a step of a transaction: an article is deleted, or added.
type step struct {
	removed string
	added   *Packed // nil if none
}

// placed is a place and its fid.
type placed struct {
	id     string
	number int
}

// selectPlaces selects the places with fids above one.
const selectPlaces = `SELECT id, fid FROM places WHERE fid > ?1 ORDER BY fid`

// newest holds the highest fids and the highest change number. As fids are never reused, they
// say exactly what the file holds.
type newest struct {
	articles, changes, places int
	parts                     [rows.Parts]int
}

// Read adds to a Sink what came since the last call, as of one moment. just is what the caller
// has stored, or nil: it is not read from the file if everything before it has been read. After
// an error the next call continues where this one stopped, but not beyond damaged rows.
func (a *Archive) Read(ctx context.Context, to Sink, just *Stored) error {
	return a.use(func(e engine) error {
		if just == nil || e != just.by || !just.before.isBehind(e.mark()) {
			return read(ctx, e, to)
		}
		for _, step := range just.steps {
			if step.removed != "" {
				to.Remove(step.removed)
			}
			if step.added != nil {
				step.added.addTo(to)
			}
		}
		for _, p := range just.newPlaces {
			to.AddPlace(p.id, p.number)
		}
		e.resumeAt(just.after.mark())
		return to.Err()
	})
}

// Poll is Read, unless nobody has written since the last call.
func (a *Archive) Poll(ctx context.Context, to Sink) error {
	return a.use(func(e engine) error {
		if err := e.poll(ctx, to); err != nil {
			return err
		}
		return to.Err()
	})
}

func read(ctx context.Context, e engine, to Sink) error {
	if err := e.read(ctx, to); err != nil {
		return err
	}
	return to.Err()
}

// addTo adds the rows of a document.
func (p *Packed) addTo(to Sink) {
	for part := range p.parts {
		for i := range p.parts[part] {
			to.AddPart(part, &p.parts[part][i])
		}
	}
	to.AddArticle(&p.article)
}

// isBehind reports whether what is to be stored directly follows what was read.
func (n newest) isBehind(m Mark) bool { return n.mark() == m }

// mark is the position in an archive that ends with these rows.
func (n newest) mark() Mark {
	return Mark{Articles: n.articles, Changes: n.changes, Places: n.places, Parts: n.parts}
}
