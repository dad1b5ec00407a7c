// Package write is the surface that takes texts: to find the places in them, and to store them.
//
//	POST /parse      plain text, a JSON object, or JSON Lines
//	POST /articles   with a token that may add
//
// A text costs what parsing it costs, a millisecond for a short article, which is charged to the
// client by its bytes.
package write

import (
	"context"
	"iter"
	"net/http"

	"dateline/access"
	"dateline/archive"
	"dateline/article"
	"dateline/document"
	"dateline/server"
)

// Put stores documents.
type Put func(context.Context, []document.Document) (archive.PutResult, error)

// Fetch yields the articles at a web address, or of the feed that is there.
type Fetch func(ctx context.Context, address string) iter.Seq2[article.Article, error]

type writer struct {
	reader func() document.Reader // the current one, whose Versions are recorded in what is stored
	put    Put
	fetch  Fetch

	fetching chan struct{} // one for each request that is fetching addresses
}

// Limits of bodies, in bytes.
const (
	maxParseBytes = 4 << 20
	maxPostBytes  = 64 << 20
)

// New returns the surface: reader returns the current reader of texts; put stores posted
// articles and records the versions that read them.
func New(reader func() document.Reader, put Put, fetch Fetch) server.Surface {
	s := &writer{reader: reader, put: put, fetch: fetch, fetching: make(chan struct{}, maxFetching)}
	bodies := []string{server.TypeText, server.TypeJSON, server.TypeNDJSON}
	if fetch != nil {
		bodies = append(bodies, server.TypeURIList)
	}
	return server.Surface{
		Name: "texts", About: "Texts to be parsed, and articles to be kept.",
		Routes: []server.Route{
			{
				Method: http.MethodPost, Path: "/parse", ID: "parse", Summary: "Find the places in texts",
				About:  "Texts in, what was found in them out; nothing is kept. A text that a fault of the server makes unreadable is named in errors, or by a line with an error in its place. A list of addresses (text/uri-list) is fetched first, for who shows a token with the right to add or asks from the server's own computer.",
				Result: "document", Body: "record", Fails: []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusBadGateway},
				Offers: []string{server.TypeJSON, server.TypeNDJSON, server.TypeGeoJSON}, Accepts: bodies, MaxBody: maxParseBytes, Costly: true, Handle: s.parse,
			},
			{
				Method: http.MethodPost, Path: "/articles", ID: "addArticles", Summary: "Read articles into the archive",
				About:  "All of them, or none where one is wrong. One that a fault of the server makes unreadable is left out, and named in errors.",
				Result: "counts", Body: "givenArticle",
				Accepts: bodies, MaxBody: maxPostBytes, Right: access.Add, Handle: s.addArticles,
			},
		},
		Types:   server.Types{"counts": countsDoc{}, "fault": fault{}},
		Schemas: server.Schemas{"record": bodySchema(server.SchemaOf[record]()), "givenArticle": bodySchema(server.SchemaOf[givenArticle]())},
	}
}
