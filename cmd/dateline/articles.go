package main

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"os"
	"strings"
	"time"

	"dateline/article"
)

// articles yields the articles of all paths and addresses.
func articles(ctx context.Context, options article.Options, paths []string) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		for _, path := range paths {
			for a, err := range articlesOf(ctx, options, path) {
				if !yield(reading{a, err}) {
					return
				}
			}
		}
	}
}

func articlesOf(ctx context.Context, options article.Options, path string) iter.Seq2[article.Article, error] {
	switch {
	case path == "-":
		return options.ReadFrom(ctx, "-", "", os.Stdin)
	case isWebAddress(path):
		return fetched(ctx, options, path)
	}
	return options.Read(ctx, path)
}

// isWebAddress reports whether an argument is an address, whatever its case.
func isWebAddress(path string) bool {
	lower := strings.ToLower(path[:min(len(path), 8)])
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// fetchTime bounds the fetching of an address.
const fetchTime = time.Minute

// fetched yields the articles at an address.
func fetched(ctx context.Context, options article.Options, address string) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		ctx, cancel := context.WithTimeout(ctx, fetchTime)
		defer cancel()
		resp, err := fetch(ctx, address)
		if err != nil {
			yield(article.Article{}, fmt.Errorf("%s: %w", address, err))
			return
		}
		defer resp.Body.Close()
		if options.Fetched.IsZero() {
			options.Fetched = fetchedAt(resp)
		}
		for a, err := range options.ReadFrom(ctx, address, resp.Header.Get("Content-Type"), resp.Body) {
			if !yield(a, err) {
				return
			}
		}
	}
}

// fetchedAt returns when a server answered: by its clock, which its pages go by too,
// else by ours.
func fetchedAt(resp *http.Response) time.Time {
	if at, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
		return at
	}
	return time.Now().UTC()
}

func fetch(ctx context.Context, address string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "dateline/"+version())
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("the server answers %s", resp.Status)
	}
	return resp, nil
}
