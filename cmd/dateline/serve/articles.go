package serve

import (
	"context"
	"io/fs"
	"iter"
	"os"
	"strings"

	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/read"
	"dateline/sample"
)

// articles returns the articles to read first, nil for none.
func (c *Command) articles(ctx context.Context) iter.Seq[read.Result] {
	switch {
	case len(c.Paths) > 0:
		return read.Inputs{Paths: c.Paths, Options: article.Options{Columns: c.Columns}, Network: c.NetworkFlag}.Articles(ctx)
	case c.Data != "":
		return nil
	}
	return sampleArticles(ctx)
}

// sampleArticles yields the embedded sample corpus.
func sampleArticles(ctx context.Context) iter.Seq[read.Result] {
	return func(yield func(read.Result) bool) {
		files := sample.Files()
		names, err := fs.Glob(files, "*.txt")
		if err != nil {
			yield(read.Result{Err: err})
			return
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				yield(read.Result{Err: err})
				return
			}
			for a, err := range article.ReadFrom(ctx, name, strings.NewReader(string(text))) {
				if !yield(read.Result{Article: a, Err: err}) {
					return
				}
			}
		}
	}
}

// folder returns the folder of the archive and a function to call at the end.
func (c *Command) folder() (dir string, cleanUp func(), err error) {
	switch {
	case c.Data != "" && len(c.Paths) > 0: // created if missing
		return c.Data, func() {}, nil
	case c.Data != "":
		return c.Data, func() {}, cli.NeedFolder(c.Data)
	}
	dir, err = os.MkdirTemp("", "dateline-*")
	return dir, func() { os.RemoveAll(dir) }, err
}
