package archive

import (
	"context"

	"dateline/document/rows"
)

// Sink takes the rows of an archive, articles before what is in them. What it is
// given is read again after Add returns: it must not be kept.
type Sink interface {
	Reserve(collection string, rows int) // so many rows of it will follow, or so many at most
	AddArticle(*rows.Article)
	AddPart(part int, r *rows.Row) // of rows.Tables.Parts
	Remove(article string)         // with all that is in it; nothing where it is not known
	Err() error                    // why there is no room for what was added
}

// Stored is what one transaction added to the file.
type Stored struct {
	PutResult
	by            engine
	steps         []step
	before, after newest
}

// step is a part of what a transaction does: an article is taken out, or added.
type step struct {
	removed string
	added   *Packed // nil for none
}

// newest are the fids of the newest rows, and the number of the newest change. As fids
// are given once, one after another, they say exactly what is in the file.
type newest struct {
	articles, changes, places int
	parts                     [rows.Parts]int
}

// Read adds to a Sink what came since it was last called, as of one moment. Just is
// what the caller has stored, nil for nothing: it is not read from the file when all
// before it has been read already. After an error the next call goes on where this one
// stopped, but not behind rows that are not as they were stored.
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
		e.goOn(just.after.mark())
		return to.Err()
	})
}

// Poll is Read, unless nobody has written since it was last called.
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

// isBehind reports whether what is stored next comes right behind what was read.
func (n newest) isBehind(m Mark) bool { return n.mark() == m }

// mark is up to where an archive is read that has no newer rows.
func (n newest) mark() Mark { return Mark{Articles: n.articles, Changes: n.changes, Parts: n.parts} }
