package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"time"

	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/watch/fetch"
)

// Inputs are the inputs of articles, and how to read them.
type Inputs struct {
	Paths   []string // of files and folders, addresses, and - for standard input
	Options article.Options
	Network cli.NetworkFlag
}

// Limits for a given address, which may be a web archive.
const (
	fetchBytes = 256 << 20
	fetchTime  = time.Minute
)

// Articles yields the articles of all paths and addresses.
func (in Inputs) Articles(ctx context.Context) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		client := in.Network.Client(fetch.Options{MaxBytes: fetchBytes, Timeout: fetchTime})
		defer client.Close()
		for _, path := range in.Paths {
			for a, err := range in.articlesOf(ctx, client, path) {
				if !yield(Result{a, err}) {
					return
				}
			}
		}
	}
}

func (in Inputs) articlesOf(ctx context.Context, client *fetch.Client, path string) iter.Seq2[article.Article, error] {
	switch {
	case path == "-":
		return in.Options.ReadFrom(ctx, "-", "", os.Stdin)
	case cli.IsWebAddress(path):
		return Fetched(ctx, client, in.Options, path)
	}
	if err := cli.NeedFile(path); err != nil {
		return func(yield func(article.Article, error) bool) { yield(article.Article{}, err) }
	}
	return in.Options.Read(ctx, path)
}

// Fetched yields the articles at an address.
func Fetched(ctx context.Context, client *fetch.Client, options article.Options, address string) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		answer, err := client.Get(ctx, address, fetch.Validators{})
		switch {
		case errors.Is(err, fetch.ErrRobots), errors.Is(err, fetch.ErrTooLarge):
			err = fmt.Errorf("%w; save it by other means, and give the file", err)
		}
		if err != nil {
			yield(article.Article{}, err)
			return
		}
		if options.Fetched.IsZero() {
			options.Fetched = answer.Date
		}
		for a, err := range options.ReadFrom(ctx, address, answer.MediaType, bytes.NewReader(answer.Body)) {
			if !yield(a, err) {
				return
			}
		}
	}
}
