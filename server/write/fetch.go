package write

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"

	"dateline/article"
	"dateline/server"
)

// Limits for lists of addresses.
const (
	maxAddresses = 5
	maxFetched   = 200 // articles
	maxFetching  = 8   // concurrent requests
)

// fetched yields the articles at the addresses in a body, one a line (RFC 2483); lines that
// start with # are comments.
func (s *writer) fetched(ctx context.Context, body io.Reader) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		addresses, err := addressesIn(body)
		if err != nil {
			yield(article.Article{}, err)
			return
		}
		select {
		case s.fetching <- struct{}{}:
			defer func() { <-s.fetching }()
		default:
			yield(article.Article{}, server.Unavailable("addresses of %d others are being fetched; try again in a moment", maxFetching))
			return
		}
		n := 0
		for _, address := range addresses {
			for a, err := range s.fetch(ctx, address) {
				var over *article.Skipped
				if err != nil && ctx.Err() == nil && !errors.As(err, &over) {
					err = server.NewProblem(http.StatusBadGateway, "%s: %v", address, err)
				}
				if n++; !yield(a, err) || n == maxFetched {
					return
				}
			}
		}
	}
}

func addressesIn(body io.Reader) (all []string, err error) {
	lines := bufio.NewScanner(body)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		u, err := url.Parse(line)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
			return nil, server.NewProblem(http.StatusBadRequest, "%q is not an address that begins with https:// or http://", line)
		}
		if u.User != nil {
			return nil, server.NewProblem(http.StatusBadRequest, "%q has a user name or password; leave it out", u.Redacted())
		}
		all = append(all, line)
	}
	switch {
	case lines.Err() != nil:
		return nil, server.BodyError(lines.Err())
	case len(all) == 0:
		return nil, server.NewProblem(http.StatusBadRequest, "the list has no address")
	case len(all) > maxAddresses:
		return nil, server.NewProblem(http.StatusBadRequest, "the list has %d addresses, and at most %d are fetched at once; dateline source add follows more", len(all), maxAddresses)
	}
	return all, nil
}
