package edit_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"dateline/access"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/server/api"
	"dateline/server/servertest"
)

// TestRemoveAndUndo: with the token an article is removed, at once from every response, and
// restored; without it nothing changes.
func TestRemoveAndUndo(t *testing.T) {
	articles := corpustest.Open(t, t.TempDir())
	corpustest.Put(t, articles, servertest.Documents())
	h := servertest.New(t, nil, func(c *api.Config) { c.View, c.Edit, c.Put, c.Token = articles.View, articles, articles.Put, "secret" })
	ask := func(method, path, token string) (int, string) {
		r := httptest.NewRequest(method, path, nil)
		if token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	const id = "/articles/aaaaaaaaaaaaaaaa"
	for _, step := range []struct {
		method, path, token string
		status              int
		says                string
	}{
		{http.MethodGet, id, "", 200, "Khan Shaykhun"},
		{http.MethodGet, id + "/revisions", "", 200, `"revisions":[]`},
		{http.MethodDelete, id, "", 401, ""},
		{http.MethodDelete, id, "wrong", 401, ""},
		{http.MethodGet, "/removed", "", 401, ""},
		{http.MethodDelete, id, "secret", 200, `"articles":1`},
		{http.MethodDelete, id, "secret", 404, ""},
		{http.MethodGet, id, "", 404, ""},
		{http.MethodGet, id + "/revisions", "", 404, ""},
		{http.MethodGet, "/removed", "secret", 200, `"id":"aaaaaaaaaaaaaaaa"`},
		{http.MethodGet, "/removed", "secret", 200, `"by":"token-file"`},
		{http.MethodPost, "/removed/aaaaaaaaaaaaaaaa/undo", "", 401, ""},
		{http.MethodPost, "/removed/aaaaaaaaaaaaaaaa/undo", "secret", 200, `"articles":1`},
		{http.MethodPost, "/removed/aaaaaaaaaaaaaaaa/undo", "secret", 404, ""},
		{http.MethodGet, id, "", 200, "Khan Shaykhun"},
	} {
		if status, body := ask(step.method, step.path, step.token); status != step.status || !strings.Contains(body, step.says) {
			t.Errorf("%s %s: %d %.200s, want %d %s", step.method, step.path, status, body, step.status, step.says)
		}
	}
}

// TestStrangeNames: an id that is not valid text has no article, in every backend.
func TestStrangeNames(t *testing.T) {
	articles := corpustest.Open(t, t.TempDir())
	h := servertest.New(t, nil, func(c *api.Config) { c.View, c.Edit, c.Put, c.Token = articles.View, articles, articles.Put, "secret" })
	articles.Close() // if it were asked, it would fail with 500
	for _, request := range []string{"GET /articles/%00", "GET /articles/%ff", "GET /articles/a%00/revisions", "DELETE /articles/%ff", "DELETE /corrections/%00", "POST /removed/%00/undo"} {
		method, path, _ := strings.Cut(request, " ")
		r := httptest.NewRequest(method, path, nil)
		r.Header.Set("Authorization", "Bearer secret")
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d %s", request, w.Code, w.Body)
		}
	}
}

// TestCorrections: with a token a mention is corrected; feature and article show who corrected it,
// and the original; undoing restores it.
func TestCorrections(t *testing.T) {
	articles := corpustest.Open(t, t.TempDir())
	corpustest.Put(t, articles, servertest.Documents())
	tokens := access.Open(filepath.Join(t.TempDir(), access.FileName))
	secret, err := tokens.Add(access.Token{Name: "ann", Rights: []access.Right{access.Edit}}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, nil, func(c *api.Config) { c.View, c.Edit, c.Put, c.Tokens = articles.View, articles, articles.Put, tokens })
	id := servertest.Documents()[0]
	mention := id.MentionIDs()[0]
	post := func(body, token string) (int, string) {
		w := servertest.Post(h, "/corrections", "application/json", body, "Authorization", "Bearer "+token)
		return w.Code, w.Body.String()
	}
	for body, want := range map[string]int{
		`{"feature":"` + mention + `"}`:                                         400,
		`{"feature":"` + mention + `","place_id":"nothing"}`:                    400,
		`{"feature":"` + mention + `","point":[200,0]}`:                         400,
		`{"feature":"` + mention + `","not_a_place":true,"everywhere":"world"}`: 400,
		`{"feature":"` + mention + `","not_a_place":true,"surprise":1}`:         400,
		`{"feature":"` + mention + `","not_a_place":true,"by":"ben"}`:           400, // the token says who
		`{"feature":"aaaaaaaaaaaaaaaa-7-8","not_a_place":true}`:                 404,
		`{"feature":"nothing-7-8","not_a_place":true}`:                          404,
		`{"feature":"a\u0000-7-8","not_a_place":true}`:                          400,
		`not JSON`:             400,
		`{}`:                   400,
		`{"not_a_place":true}`: 400,
		`{"feature":"` + mention + `","date":"0000-01-01"}`:                                 400,
		`{"feature":"aaaaaaaaaaaaaaaa","of":"article","place_id":"gn169389","title":"New"}`: 400,
	} {
		if status, said := post(body, secret); status != want {
			t.Errorf("%s: %d %s, want %d", body, status, said, want)
		}
	}
	good := `{"feature":"` + mention + `","point":[36.5,35.5],"place_name":"The hill","why":"as the map shows"}`
	if status, _ := post(good, "wrong"); status != 401 {
		t.Errorf("without the token: %d", status)
	}
	status, said := post(good, secret)
	if status != 200 || !strings.Contains(said, `"articles":1`) {
		t.Fatalf("%d %s", status, said)
	}
	if got := servertest.Get(t, h, "/collections/mentions/items/"+mention); !strings.Contains(got, `[36.5,35.5]`) || !strings.Contains(got, `"corrected_by":"ann"`) {
		t.Errorf("the mention is %s", got)
	}
	if got := servertest.Get(t, h, "/articles/aaaaaaaaaaaaaaaa"); !strings.Contains(got, `"original":{"place":"gn168325"`) {
		t.Errorf("the article is %s", got)
	}
	list := servertest.Ask(h, "/corrections", "Authorization", "Bearer "+secret).Body.String()
	correction := gjson.Get(list, "corrections.0.id").Str
	r := httptest.NewRequest(http.MethodDelete, "/corrections/"+correction, nil)
	r.Header.Set("Authorization", "Bearer "+secret)
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != 200 {
		t.Errorf("%d %s of %s", w.Code, w.Body, list)
	}
	if got := servertest.Get(t, h, "/collections/mentions/items/"+mention); !strings.Contains(got, "gn168325") || strings.Contains(got, "ann") {
		t.Errorf("the mention is %s", got)
	}
}

// TestRevisions: an older text of an article can be read, and the article has the newest.
func TestRevisions(t *testing.T) {
	articles := corpustest.Open(t, t.TempDir())
	for _, text := range []string{"Nothing is known.", "All is known."} {
		corpustest.Put(t, articles, []document.Document{{ID: "a", Text: text}})
	}
	h := servertest.New(t, nil, func(c *api.Config) { c.View, c.Edit = articles.View, articles })
	if body := servertest.Get(t, h, "/articles/a/revisions"); !strings.Contains(body, "Nothing is known.") || strings.Contains(body, "All is known.") || !strings.Contains(body, `"changes":[{"start":0,"end":7,"removed":"Nothing","added":"All"}]`) {
		t.Errorf("revisions: %s", body)
	}
	if body := servertest.Get(t, h, "/articles/a"); !strings.Contains(body, "All is known.") {
		t.Errorf("article: %s", body)
	}
}
