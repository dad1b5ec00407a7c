package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"

	"dateline/archive"
	"dateline/document"
	"dateline/geoparse"
)

// reparseCommand reads the articles of an archive again.
type reparseCommand struct {
	gazetteerFlag
	outputFlag
	articleFlags
	Data   string   `required:"" help:"Folder of the archive; a server may be running on it." type:"path" placeholder:"DIR" shared:""`
	IDs    []string `arg:"" optional:"" name:"id" help:"Only these articles."`
	Only   string   `help:"outdated: those that another version of the parser or gazetteer read; all: those too that this one did." enum:"outdated,all" default:"outdated"`
	DryRun bool     `help:"Only say what would change."`
	JSON   bool     `name:"json" help:"Print what changed as a line of JSON."`
}

// reread counts what a reparse did.
type reread struct {
	Read     int               `json:"read"`     // articles
	Current  int               `json:"current"`  // that this version had read
	Given    int               `json:"given"`    // that are stored as another geoparser gave them, or of which it is not known
	Failed   int               `json:"failed"`   // that can't be read
	Written  int               `json:"written"`  // that differ, and were put in the place of the older reading
	Versions document.Versions `json:"versions"` // that they were read with
	document.Changes
}

func (c *reparseCommand) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Data); err != nil {
		return err
	}
	if len(c.IDs) > 0 && c.isGiven() {
		return errors.New("reparse: give ids of articles, or what to choose them by, not both")
	}
	return promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *reparseCommand) run(ctx context.Context, say *console) error {
	limitMemory()
	parser, err := c.parser(ctx, c.Data)
	if err != nil {
		return err
	}
	ids := c.IDs
	if c.isGiven() {
		if ids, err = c.selected(ctx, c.gazetteerFlag, c.Data); err != nil {
			return err
		}
	}
	a, err := archive.OpenWriter(ctx, modelOf(parser.Gazetteer()), c.Data)
	if err != nil {
		return err
	}
	r := rereading{archive: a, reader: document.Reader{Parser: parser, Versions: versionsOf(parser)}, all: c.Only == "all", say: say}
	done, err := r.run(ctx, ids, c.DryRun)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	if done.Written > 0 {
		err = noteWrite(c.Data, "reparse", counted(done.Written, "article")+" changed")
	}
	return errors.Join(err, c.write(func(w io.Writer) error {
		if c.JSON {
			return writeJSON(w, done)
		}
		_, err := fmt.Fprintln(w, done.String())
		return err
	}), failure(done.Read+done.Current+done.Given, done.Failed))
}

// String says what changed.
func (r *reread) String() string {
	s := fmt.Sprintf("%s read again, %d of them differ: %s moved more than %d km, %d changed otherwise, %d gone, %d new; %s other",
		counted(r.Read, "article"), r.Articles, counted(r.Moved, "mention"), document.Moved, r.Other, r.Gone, r.New, counted(r.Fronts, "front"))
	if r.Current > 0 {
		s += fmt.Sprintf("; %d were read by this version", r.Current)
	}
	if r.Given > 0 {
		s += fmt.Sprintf("; %d left as they were given", r.Given)
	}
	return s
}

// rereading reads articles again.
type rereading struct {
	archive *archive.Archive
	reader  document.Reader
	all     bool // those too that the same versions have read
	say     *console
}

// newerReading is what was read of an article.
type newerReading struct {
	changes document.Changes
	reread  archive.Reread
	kind    int
}

const (
	isReread = iota
	isCurrent
	isGiven
)

func (r *rereading) run(ctx context.Context, ids []string, dry bool) (reread, error) {
	done := reread{Versions: r.reader.Versions}
	if len(ids) == 0 {
		var err error
		if ids, err = r.archive.IDs(); err != nil {
			return done, err
		}
	}
	bar := r.say.bar()
	bar.ChangeMax(len(ids))
	var changed []archive.Reread
	size := func(string) int { return 64 << 10 }
	for a, err := range ordered(ctx, slices.Values(ids), size, func(id string) (newerReading, error) { return r.again(ctx, id) }) {
		bar.Add(1)
		switch {
		case ctx.Err() != nil:
			return done, ctx.Err()
		case err != nil:
			done.Failed++
			bar.Clear()
			r.say.fail(err)
		case a.kind == isCurrent:
			done.Current++
		case a.kind == isGiven:
			done.Given++
		default:
			done.Read++
			done.Changes.Add(a.changes)
			if a.changes.Articles > 0 {
				changed = append(changed, a.reread)
			}
		}
	}
	bar.Finish()
	if dry || len(changed) == 0 {
		return done, nil
	}
	var err error
	done.Written, _, err = r.archive.Rewrite(ctx, changed)
	return done, err
}

// again reads an article again.
func (r *rereading) again(ctx context.Context, id string) (newerReading, error) {
	return guarded(id, func() (newerReading, error) {
		d, hash, err := r.archive.DocumentHash(id)
		switch {
		case err != nil:
			return newerReading{}, err
		case d == nil:
			return newerReading{}, fmt.Errorf("%s: there is no such article", id)
		case !d.CanReadAgain():
			return newerReading{kind: isGiven}, nil
		case d.Read.Versions == r.reader.Versions && !r.all:
			return newerReading{kind: isCurrent}, nil
		}
		newer, err := r.reader.Again(ctx, d)
		if err != nil {
			return newerReading{}, fmt.Errorf("%s: %w", id, err)
		}
		document.KeepIDs(d, &newer)
		p, err := r.archive.Pack(&newer)
		return newerReading{document.Compare(d, &newer), archive.Reread{Packed: p, Of: hash}, isReread}, err
	})
}

// versionsOf returns by what articles are read now.
func versionsOf(parser *geoparse.Parser) document.Versions {
	v := document.Versions{Parser: version(), Gazetteer: parser.Gazetteer().Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) > 12 && !strings.Contains(v.Parser, s.Value[:7]) {
				v.Parser += " " + s.Value[:12]
			}
		}
	}
	return v
}
