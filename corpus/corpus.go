package corpus

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/archive/sources"
	"dateline/archive/subscriptions"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/rows"
	"dateline/postgis"
	"dateline/view"
)

// Corpus is an archive with its View. Its methods are safe for concurrent use; several, in any
// number of processes, may use one folder.
type Corpus struct {
	archive *archive.Archive
	names   view.Names
	kept    int // features in the snapshot on disk, for KeepReady

	growing sync.Mutex    // held while the next View is made
	builder *view.Builder // nil if remote answers
	remote  *postgis.Engine
	view    atomic.Pointer[view.View]
	ready   readiness
}

// Open opens the archive in a folder, creating both if missing, and reads a View of it, with
// names from a gazetteer; nil for none. An archive that may not be written is opened read-only.
// Errors are of type *archive.Error, or that of ctx.
func Open(ctx context.Context, dir string, names view.Names) (*Corpus, error) {
	a, err := archive.Open(modelOf(names), dir)
	if err != nil {
		return nil, err
	}
	return New(ctx, a, names)
}

// OpenReader opens an existing archive as Open does, read-only.
func OpenReader(ctx context.Context, dir string, names view.Names) (*Corpus, error) {
	a, err := archive.OpenReader(modelOf(names), dir)
	if err != nil {
		return nil, err
	}
	return New(ctx, a, names)
}

func modelOf(names view.Names) rows.Model {
	m := rows.DefaultModel()
	m.Known = names.Of
	return m
}

// New reads the View of an archive, which the Corpus closes.
func New(ctx context.Context, a *archive.Archive, names view.Names) (*Corpus, error) {
	c := &Corpus{archive: a, names: names}
	if err := c.load(ctx); err != nil {
		_ = c.Close() // a consequence of the first error
		return nil, err
	}
	c.view.Store(c.builder.View(shown{a}))
	if err := c.grow(func() error { return a.Read(ctx, c.builder, nil) }); err != nil {
		_ = c.Close() // a consequence of the first error
		return nil, err
	}
	return c, nil
}

// OpenRemote opens the archive in a database, which answers queries: nothing of it is held in
// memory.
func OpenRemote(ctx context.Context, address string, names view.Names) (*Corpus, error) {
	a, err := archive.Open(modelOf(names), address)
	if err != nil {
		return nil, err
	}
	c := &Corpus{archive: a, names: names}
	if c.remote, err = postgis.Open(a, names); err == nil {
		err = c.ask(ctx)
	}
	if err != nil {
		_ = c.Close() // a consequence of the first error
		return nil, err
	}
	return c, nil
}

// ask publishes a View of the database if its version has changed.
func (c *Corpus) ask(ctx context.Context) error {
	version, err := c.remote.Version(ctx)
	if err == nil {
		c.publish(version)
	}
	return err
}

func (c *Corpus) publish(version string) {
	if now := c.View(); now == nil || now.Version != version {
		view.Publish(&c.view, c.remote.View(version))
	}
}

// View returns the current View, without waiting. It is immutable; later ones replace it.
func (c *Corpus) View() *view.View { return c.view.Load() }

// Document returns a document with corrections applied.
func (c *Corpus) Document(id string) (*document.Document, error) {
	return c.archive.CorrectedDocument(id)
}

// Pack prepares a document for PutPacked, as archive.Pack does.
func (c *Corpus) Pack(d *document.Document) (*archive.Packed, error) { return c.archive.Pack(d) }

// Put stores documents in one transaction: all valid unknown ones, each completely, or none.
// Documents that Check refuses are left out; the error then joins their
// *document.DocumentError, and all others are stored. Any other error, such as a full disk
// (*archive.Error) or that of ctx, means that none was. When Put returns, View shows what it
// stored.
func (c *Corpus) Put(ctx context.Context, docs []document.Document) (archive.PutResult, error) {
	ready, refused := c.archive.PackAll(docs)
	result, err := c.PutPacked(ctx, ready)
	if err != nil {
		return result, err
	}
	if err := c.Checkpoint(); err != nil {
		return result, err
	}
	result.Refused = refused
	errs := make([]error, len(refused))
	for i, e := range refused {
		errs[i] = e
	}
	return result, errors.Join(errs...)
}

// Checkpoint makes a plain copy of the archive's file complete, as Put does; call it at the end
// of many PutPacked.
func (c *Corpus) Checkpoint() error { return c.archive.Checkpoint() }

// PutPacked stores documents that Pack prepared, as Put does.
func (c *Corpus) PutPacked(ctx context.Context, docs []*archive.Packed) (archive.PutResult, error) {
	stored, err := c.archive.Store(ctx, docs)
	if err != nil {
		return archive.PutResult{}, err
	}
	return stored.PutResult, c.show(context.WithoutCancel(ctx), stored)
}

// Remove removes articles, as archive.Remove does, also from the View.
func (c *Corpus) Remove(ctx context.Context, r archive.Removal) (archive.Removed, error) {
	done, err := c.archive.Remove(ctx, r)
	if done.Stored == nil {
		return done, err
	}
	return done, errors.Join(err, c.settle(ctx, done.Stored))
}

// Undo restores removed articles, as archive.Undo does.
func (c *Corpus) Undo(ctx context.Context, articles []string) (archive.Removed, error) {
	done, err := c.archive.Undo(ctx, articles)
	if err != nil {
		return done, err
	}
	return done, c.settle(ctx, done.Stored)
}

// Correct adds corrections, as archive.Correct does.
func (c *Corpus) Correct(ctx context.Context, all []correction.Correction) (archive.Corrected, error) {
	done, err := c.archive.Correct(ctx, all)
	if err != nil {
		return done, err
	}
	return done, c.settle(ctx, done.Stored)
}

// Retract undoes corrections, as archive.Retract does.
func (c *Corpus) Retract(ctx context.Context, ids []string) (archive.Corrected, error) {
	done, err := c.archive.Retract(ctx, ids)
	if err != nil {
		return done, err
	}
	return done, c.settle(ctx, done.Stored)
}

// Corrections returns all corrections in the order they were made.
func (c *Corpus) Corrections() ([]correction.Correction, error) { return c.archive.Corrections() }

// shown is the source of the Views' documents: with corrections applied.
type shown struct{ *archive.Archive }

func (s shown) Document(id string) (*document.Document, error) { return s.CorrectedDocument(id) }

func (s shown) JSON(id string) (*document.JSON, error) { return s.CorrectedJSON(id) }

// Tombstones returns the removed articles, most recent first.
func (c *Corpus) Tombstones() ([]archive.Tombstone, error) { return c.archive.Tombstones() }

// Revisions returns the earlier texts of an article in order.
func (c *Corpus) Revisions(article string) ([]archive.Revision, error) {
	return c.archive.Revisions(article)
}

// Sources returns the archive's sources in the order they were added.
func (c *Corpus) Sources(ctx context.Context) ([]sources.Source, error) {
	return sources.All(ctx, c.archive)
}

// OwnPlaces returns the archive's own places.
func (c *Corpus) OwnPlaces(ctx context.Context) ([]ownplaces.Place, error) {
	return ownplaces.All(ctx, c.archive)
}

// FollowSource adds a source, as sources.Add does.
func (c *Corpus) FollowSource(ctx context.Context, s sources.Source) (sources.Added, error) {
	return sources.Add(ctx, c.archive, s)
}

// PauseSource pauses or resumes a source.
func (c *Corpus) PauseSource(ctx context.Context, address string, paused bool) error {
	return sources.Pause(ctx, c.archive, address, paused, time.Now())
}

// Unfollow deletes a source.
func (c *Corpus) Unfollow(ctx context.Context, address string) error {
	return sources.Remove(ctx, c.archive, address)
}

// Subscribe adds a subscription.
func (c *Corpus) Subscribe(ctx context.Context, s subscriptions.Subscription) error {
	return subscriptions.Add(ctx, c.archive, s)
}

// Subscriptions returns the subscriptions.
func (c *Corpus) Subscriptions(ctx context.Context) ([]subscriptions.Subscription, error) {
	return subscriptions.All(ctx, c.archive)
}

// Unsubscribe deletes a subscription.
func (c *Corpus) Unsubscribe(ctx context.Context, name string) error {
	return subscriptions.Remove(ctx, c.archive, name)
}

// settle updates the View after a change, and checkpoints the file.
func (c *Corpus) settle(ctx context.Context, stored *archive.Stored) error {
	return errors.Join(c.show(context.WithoutCancel(ctx), stored), c.Checkpoint())
}

// show adds what was stored to the View.
func (c *Corpus) show(ctx context.Context, stored *archive.Stored) error {
	c.growing.Lock()
	defer c.growing.Unlock()
	if c.remote != nil {
		return c.ask(ctx)
	}
	return c.grow(func() error { return c.archive.Read(ctx, c.builder, stored) })
}

// grow publishes a View of what add has added.
func (c *Corpus) grow(add func() error) error {
	if err := add(); err != nil {
		return err
	}
	if c.View().Version != c.builder.Version() {
		view.Publish(&c.view, c.builder.View(shown{c.archive}))
	}
	return nil
}

// Close waits for running writes and closes the archive. If no other process has it open, a
// single file is left. The last View stays valid, except for its Documents.
func (c *Corpus) Close() error {
	c.growing.Lock()
	defer c.growing.Unlock()
	if c.remote != nil {
		c.remote.Close()
	}
	return c.archive.Close()
}
