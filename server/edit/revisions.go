package edit

import (
	"encoding/json"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff/lcs"

	"dateline/archive"
	"dateline/server"
)

// revisionsDoc is the answer of /articles/{id}/revisions, oldest text first. The present text is
// the article itself.
type revisionsDoc struct {
	Revisions []revision `json:"revisions"`
}

// revision is an earlier text, and how the next one differs.
type revision struct {
	archive.Revision
	Changes []change `json:"changes"`
}

// change is a range of whole words of the earlier text, in code points, and the words that
// replace it in the next. Applied in order they turn one text into the other.
type change struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Removed string `json:"removed"`
	Added   string `json:"added"`
}

func (s *editor) revisions(req *server.Request) (*server.Answer, error) {
	id := req.Var("id")
	missing := server.NewProblem(http.StatusNotFound, "no article has the id %q", id)
	d, err := req.View.JSON(id)
	switch {
	case err != nil:
		return nil, err
	case d == nil:
		return nil, missing
	}
	all, err := s.archive.Revisions(id)
	if err != nil {
		return nil, err
	}
	answer := revisionsDoc{make([]revision, len(all))}
	for i := range all {
		answer.Revisions[i].Revision = all[i]
		if i > 0 {
			answer.Revisions[i-1].Changes = changes(all[i-1].Document.Text, all[i].Document.Text)
		}
	}
	if n := len(all); n > 0 {
		present, err := req.View.Document(id)
		switch {
		case err != nil:
			return nil, err
		case present == nil: // it was removed meanwhile
			return nil, missing
		}
		answer.Revisions[n-1].Changes = changes(all[n-1].Document.Text, present.Text)
	}
	b, err := json.Marshal(answer)
	return server.OK(req.Media, b), err
}

// changes compares two texts word by word, in time linear in their length: if more than some
// fifty words differ, everything between the first and the last difference may be one change.
func changes(older, newer string) []change {
	a, b := words(older), words(newer)
	all := []change{}
	at, next := 0, 0 // position in the earlier text, in code points, and index of its next word
	skip := func(to int) int {
		for ; next < to; next++ {
			at += utf8.RuneCountInString(a[next])
		}
		return at
	}
	for _, d := range lcs.DiffLines(a, b) {
		all = append(all, change{
			Start: skip(d.Start), End: skip(d.End),
			Removed: strings.Join(a[d.Start:d.End], ""), Added: strings.Join(b[d.ReplStart:d.ReplEnd], ""),
		})
	}
	return all
}

// words splits a text into words, each with the white space before it, and the trailing white
// space.
func words(text string) (all []string) {
	for text != "" {
		word := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) })
		if word < 0 {
			return append(all, text)
		}
		end := strings.IndexFunc(text[word:], unicode.IsSpace)
		if end < 0 {
			return append(all, text)
		}
		all, text = append(all, text[:word+end]), text[word+end:]
	}
	return all
}
