package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
	"time"

	"dateline/article"
	"dateline/watch/fetch"
)

// inputs are what articles are read from, and how.
type inputs struct {
	paths   []string // of files and folders, addresses, and - for standard input
	options article.Options
	network networkFlag
}

// Bounds of what is fetched from an address that was given, which may be a web archive.
const (
	fetchBytes = 256 << 20
	fetchTime  = time.Minute
)

// articles yields the articles of all paths and addresses.
func (in inputs) articles(ctx context.Context) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		client := in.network.client(fetch.Options{MaxBytes: fetchBytes, Timeout: fetchTime})
		defer client.Close()
		for _, path := range in.paths {
			for a, err := range in.articlesOf(ctx, client, path) {
				if !yield(reading{a, err}) {
					return
				}
			}
		}
	}
}

func (in inputs) articlesOf(ctx context.Context, client *fetch.Client, path string) iter.Seq2[article.Article, error] {
	switch {
	case path == "-":
		return in.options.ReadFrom(ctx, "-", "", os.Stdin)
	case isWebAddress(path):
		return fetched(ctx, client, in.options, path)
	}
	return in.options.Read(ctx, path)
}

// isWebAddress reports whether an argument is an address, whatever its case.
func isWebAddress(path string) bool {
	lower := strings.ToLower(path[:min(len(path), 8)])
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// fetched yields the articles at an address.
func fetched(ctx context.Context, client *fetch.Client, options article.Options, address string) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		answer, err := client.Get(ctx, address, fetch.Validators{})
		switch {
		case errors.Is(err, fetch.ErrRobots), errors.Is(err, fetch.ErrTooLarge):
			err = fmt.Errorf("%w; save it by other means, and give the file", err)
		case errors.Is(err, fetch.ErrPrivate):
			err = fmt.Errorf("%w, with --allow-network", err)
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
