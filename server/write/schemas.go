package write

import (
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

// record is a text to be parsed, as document.Reader reads it.
type record struct {
	ID        string `json:"id,omitempty"`
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Spans     []span `json:"spans,omitempty"`
}

// givenArticle is a text for the archive, as article.ReadFrom reads it.
type givenArticle struct {
	ID        string `json:"id,omitempty"`
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// bodySchema lets everything except the text be null, which counts as absent, the id be a
// number, and title and date anything that tools write: invalid ones are ignored.
func bodySchema(s *server.Schema) *server.Schema {
	for name, property := range s.Properties {
		property.Value.Nullable = name != "text"
	}
	for _, name := range []string{"id", "title", "published"} {
		s.Properties[name] = openapi3.NewSchema().NewRef()
	}
	return s
}
