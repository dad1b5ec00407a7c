// Package reparse has the command that reads the articles of an archive again, with the current
// parser and gazetteer, and reports what that changes:
//
//	dateline reparse --data news --dry-run
package reparse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"dateline/archive"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/parallel"
	"dateline/cmd/dateline/setup"
	"dateline/document"
	"dateline/watch/jobs"
)

// Command reads the articles of an archive again.
type Command struct {
	setup.GazetteerFlag
	cli.OutputFlag
	setup.ArticleFlags
	Data   string   `required:"" help:"Folder of the archive; a server may be running on it." type:"archive" placeholder:"DIR" shared:""`
	IDs    []string `arg:"" optional:"" name:"id" help:"Only these articles."`
	Only   string   `help:"outdated: articles read by another version of the parser or gazetteer; all: every article." enum:"outdated,all" default:"outdated"`
	DryRun bool     `help:"Only report what would change."`
	Queue  bool     `help:"Queue it for workers (dateline work), 25 articles per job; PostgreSQL only."`
	JSON   bool     `name:"json" help:"Print what changed as a line of JSON."`
}

// Counts counts the results of a reparse.
type Counts struct {
	Read     int               `json:"read"`     // articles
	Current  int               `json:"current"`  // already read by this version
	Given    int               `json:"given"`    // stored as another geoparser gave them, or of unknown origin
	Failed   int               `json:"failed"`   // unreadable
	Written  int               `json:"written"`  // changed and replaced
	Versions document.Versions `json:"versions"` // used
	document.Changes
}

func (c *Command) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	if len(c.IDs) > 0 && c.IsGiven() {
		return errors.New("reparse: give ids of articles, or what to choose them by, not both")
	}
	if c.Queue && (c.DryRun || c.Only == "all") {
		return errors.New("reparse: --queue reads what is outdated; give neither --dry-run nor --only all with it")
	}
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *Command) run(ctx context.Context, say *cli.Console) error {
	cli.LimitMemory()
	parser, err := c.Parser(ctx, c.Data)
	if err != nil {
		return err
	}
	a, err := setup.OpenWriter(ctx, setup.ModelOf(parser.Gazetteer()), c.Data, say)
	if err != nil {
		return err
	}
	ids, err := c.chosen(ctx, a)
	if err != nil {
		return errors.Join(err, a.Close())
	}
	if c.Queue {
		return errors.Join(queue(ctx, a, ids, say), a.Close())
	}
	r := Job{Archive: a, Reader: document.Reader{Parser: parser, Versions: setup.VersionsOf(parser)}, all: c.Only == "all", Say: say}
	done, err := r.Run(ctx, ids, c.DryRun)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	if done.Written > 0 {
		err = setup.NoteWrite(c.Data, "reparse", cli.Count(done.Written, "article")+" changed")
	}
	return errors.Join(err, c.Write(func(w io.Writer) error {
		if c.JSON {
			return cli.WriteJSON(w, done)
		}
		_, err := fmt.Fprintln(w, done.String())
		return err
	}), cli.Failure(done.Read+done.Current+done.Given, done.Failed))
}

// chosen returns the ids of the articles that the flags select: all without flags.
func (c *Command) chosen(ctx context.Context, a *archive.Archive) ([]string, error) {
	switch {
	case c.IsGiven():
		return c.Selected(ctx, c.GazetteerFlag, c.Data)
	case len(c.IDs) > 0:
		return c.IDs, nil
	}
	return a.IDs()
}

// queue queues articles for workers.
func queue(ctx context.Context, a *archive.Archive, ids []string, say *cli.Console) error {
	queued, err := jobs.Reparse(ctx, a, ids)
	if err != nil {
		return err
	}
	say.Say("%s in %s for dateline work", cli.Count(len(ids), "article"), cli.Count(queued, "job"))
	return nil
}

// String says what changed.
func (r *Counts) String() string {
	s := fmt.Sprintf("%s read again, %d of them differ: %s moved more than %d km, %d changed otherwise, %d gone, %d new; %s other",
		cli.Count(r.Read, "article"), r.Articles, cli.Count(r.Moved, "mention"), document.Moved, r.Other, r.Gone, r.New, cli.Count(r.Fronts, "front"))
	if r.Current > 0 {
		s += fmt.Sprintf("; %d were read by this version", r.Current)
	}
	if r.Given > 0 {
		s += fmt.Sprintf("; %d left as they were given", r.Given)
	}
	return s
}

// Job reads articles again.
type Job struct {
	Archive *archive.Archive
	Reader  document.Reader
	all     bool // including those that the same versions have read
	Say     *cli.Console
}

// result is a new reading of an article.
type result struct {
	changes  document.Changes
	reparsed archive.Reparsed
	kind     int
}

const (
	isReparsed = iota
	isCurrent
	isGiven
)

// Run reads articles again; dry only reports what would change.
func (r *Job) Run(ctx context.Context, ids []string, dry bool) (Counts, error) {
	done := Counts{Versions: r.Reader.Versions}
	bar := r.Say.Bar()
	bar.ChangeMax(len(ids))
	var changed []archive.Reparsed
	size := func(string) int { return 64 << 10 }
	for a, err := range parallel.Ordered(ctx, slices.Values(ids), size, func(id string) (result, error) { return r.again(ctx, id) }) {
		bar.Add(1)
		switch {
		case ctx.Err() != nil:
			return done, ctx.Err()
		case err != nil:
			done.Failed++
			bar.Clear()
			r.Say.Fail(err)
		case a.kind == isCurrent:
			done.Current++
		case a.kind == isGiven:
			done.Given++
		default:
			done.Read++
			done.Changes.Add(a.changes)
			if a.changes.Articles > 0 {
				changed = append(changed, a.reparsed)
			}
		}
	}
	bar.Finish()
	if dry || len(changed) == 0 {
		return done, nil
	}
	var err error
	done.Written, _, err = r.Archive.Rewrite(ctx, changed)
	return done, err
}

// again reads an article again.
func (r *Job) again(ctx context.Context, id string) (result, error) {
	return parallel.Guarded(id, func() (result, error) {
		d, hash, err := r.Archive.DocumentHash(id)
		switch {
		case err != nil:
			return result{}, err
		case d == nil:
			return result{}, fmt.Errorf("%s: no such article", id)
		case !d.CanReparse():
			return result{kind: isGiven}, nil
		case d.Read.Versions == r.Reader.Versions && !r.all:
			return result{kind: isCurrent}, nil
		}
		newer, err := r.Reader.Reparse(ctx, d)
		if err != nil {
			return result{}, fmt.Errorf("%s: %w", id, err)
		}
		document.KeepIDs(d, &newer)
		p, err := r.Archive.Pack(&newer)
		return result{document.Compare(d, &newer), archive.Reparsed{Packed: p, Of: hash}, isReparsed}, err
	})
}
