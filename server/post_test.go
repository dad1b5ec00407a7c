package server

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"dateline/atlas"
	"dateline/document"
)

func stringReader(s string) io.Reader { return strings.NewReader(s) }

func postTo(h http.Handler, path, media, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, stringReader(body))
	r.Header.Set("Content-Type", media)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// What a text holds may be much larger than the text.
func TestParseAnswerIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	h := newTestServer(t, nil)
	text := strings.Repeat("northern Syria. ", 40_000)
	for _, accept := range []string{typeNDJSON, typeGeoJSON} {
		w := postTo(h, "/parse", typeText, text, "Accept", accept)
		if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "less text") {
			t.Errorf("%s: %d %.200s", accept, w.Code, w.Body)
		}
	}
}

// A fault of the parser is one of the server, and ends no more than the request.
func TestParserFault(t *testing.T) {
	h := newTestServer(t, nil, func(c *Config) { c.Parser = nil })
	for _, media := range []string{typeText, typeNDJSON, typeJSON} {
		if w := postTo(h, "/parse", media, `{"text":"Morek was hit."}`); w.Code != http.StatusInternalServerError {
			t.Errorf("%s: %d %s", media, w.Code, w.Body)
		}
	}
}

func TestParseIsLimited(t *testing.T) {
	h := newTestServer(t, nil, func(c *Config) { c.Limits.ClientSteps = 1000 })
	for range 1000 {
		w := postTo(h, "/parse", typeText, "Hama is quiet.")
		if w.Code == http.StatusTooManyRequests {
			if w.Header().Get("Retry-After") == "" || w.Header().Get("Content-Type") != typeProblem {
				t.Errorf("%v", w.Header())
			}
			return
		}
	}
	t.Error("there is no limit")
}

func TestArticlesArriveWholeOrNotAtAll(t *testing.T) {
	var stored []document.Document
	h := newTestServer(t, nil, func(c *Config) {
		c.Token = testToken
		c.Put = func(_ context.Context, docs []document.Document) (atlas.PutResult, error) {
			stored = append(stored, docs...)
			return atlas.PutResult{Added: len(docs)}, nil
		}
	})
	const good = `{"id":"given","title":"T","text":"Hama","mentions":[{"start":0,"end":4,"phrase":"Hama","lat":35.13,"lon":36.76,"role":"place","confidence":0.5}]}`
	bearer := "Bearer " + testToken
	if w := postTo(h, "/articles", typeNDJSON, good+"\n{\"id\":2}\n", "Authorization", bearer); w.Code != http.StatusBadRequest || len(stored) > 0 {
		t.Fatalf("%d, %d stored: %s", w.Code, len(stored), w.Body)
	}
	if w := postTo(h, "/articles", typeNDJSON, good+"\n{\"text\":\"Fighting in Idlib.\"}\n", "Authorization", bearer); w.Code != http.StatusOK || len(stored) != 2 {
		t.Fatalf("%d, %d stored: %s", w.Code, len(stored), w.Body)
	}
	if d := stored[0]; d.ID != "given" || d.Title != "T" || len(d.Mentions) != 1 || *d.Mentions[0].Lat != 35.13 {
		t.Errorf("not as given: %+v", d)
	}
	if d := stored[1]; len(d.ID) != 16 || len(d.Mentions) != 1 || *d.Mentions[0].Name != "Idlib" {
		t.Errorf("not parsed: %+v", d)
	}
}

// A body that breaks off, or is too large, is told of as such; nothing is stored
// of what came before.
func TestArticlesThatBreakOff(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	stored := false
	h := newTestServer(t, nil, func(c *Config) {
		c.Token = testToken
		c.Put = func(context.Context, []document.Document) (atlas.PutResult, error) {
			stored = true
			return atlas.PutResult{}, nil
		}
	})
	line := `{"id":"1","mentions":[]}` + "\n"
	long := `{"id":"1","mentions":[],"text":"` + strings.Repeat("a", 4<<20) + "\"}\n"
	for name, c := range map[string]struct {
		body io.Reader
		code int
		says string
	}{
		"broken off": {io.MultiReader(strings.NewReader(line), iotest.ErrReader(io.ErrUnexpectedEOF)), http.StatusBadRequest, "could not be read to its end"},
		"too large":  {strings.NewReader(strings.Repeat(long, maxPostBytes/len(long)+1)), http.StatusRequestEntityTooLarge, "64"},
		"one wrong":  {strings.NewReader(line + `{"id":[1],"mentions":[]}` + "\n" + line), http.StatusBadRequest, "line 2"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/articles", c.body)
		r.Header.Set("Content-Type", typeNDJSON)
		r.Header.Set("Authorization", "Bearer "+testToken)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) || stored {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}

func TestStorageFailureStaysInside(t *testing.T) {
	h := newTestServer(t, nil, func(c *Config) {
		c.Token = testToken
		c.Put = func(context.Context, []document.Document) (atlas.PutResult, error) {
			return atlas.PutResult{}, errors.New("/secret/path: disk full")
		}
	})
	w := postTo(h, "/articles", typeText, "Hama is quiet today, reports said.", "Authorization", "bearer "+testToken)
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestNoTokenNoArticles(t *testing.T) {
	h := newTestServer(t, nil)
	for _, header := range []string{"", "Bearer ", "Bearer x"} {
		if w := postTo(h, "/articles", typeText, "Hama", "Authorization", header); w.Code != http.StatusForbidden {
			t.Errorf("%q: %d", header, w.Code)
		}
	}
}

// What was found in the articles of a request is held until it is stored, and so
// bounded.
func TestArticlesAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	h := newTestServer(t, nil, func(c *Config) {
		c.Token = testToken
		c.Put = func(_ context.Context, docs []document.Document) (atlas.PutResult, error) {
			return atlas.PutResult{Added: len(docs)}, nil
		}
	})
	mentions := strings.Repeat(`{"start":0,"end":1,"confidence":1},`, 25_000)
	for name, c := range map[string]struct {
		body string
		code int
	}{
		"many articles": {strings.Repeat("{\"mentions\":[]}\n", maxPostArticles+1), http.StatusRequestEntityTooLarge},
		"many mentions": {strings.Repeat(`{"text":"Hama","mentions":[`+mentions[:len(mentions)-1]+"]}\n", 20), http.StatusRequestEntityTooLarge},
		"some":          {strings.Repeat(`{"text":"Hama","mentions":[`+mentions[:len(mentions)-1]+"]}\n", 2), http.StatusOK},
	} {
		w := postTo(h, "/articles", typeNDJSON, c.body, "Authorization", "Bearer "+testToken)
		if w.Code != c.code || c.code != http.StatusOK && !strings.Contains(w.Body.String(), "in parts") {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}

// TestStoringHasADeadline: articles that wait for their turn, or for the archive, too
// long are not stored, and whoever sent them is told so. They hold no turn while they
// wait for the archive.
func TestStoringHasADeadline(t *testing.T) {
	for name, c := range map[string]struct {
		busy bool // others have the turns
		body string
	}{
		"a turn":      {true, `{"mentions":[],"fronts":[],"text":"` + strings.Repeat("a", lightSteps/readPerByte) + `"}`},
		"the archive": {false, `{"mentions":[],"fronts":[],"text":"a"}`},
	} {
		t.Run(name, func(t *testing.T) {
			s := bareService(viewOf(nil))
			s.Token, s.Log = testToken, slog.New(slog.NewTextHandler(t.Output(), nil))
			s.routes = expand(routes(collections()), collections())
			synctest.Test(t, func(t *testing.T) {
				s.turns = make(chan struct{}, 1)
				if c.busy {
					s.turns <- struct{}{}
				}
				s.Put = func(ctx context.Context, _ []document.Document) (atlas.PutResult, error) {
					if !c.busy && len(s.turns) > 0 {
						t.Error("a turn is held")
					}
					<-ctx.Done()
					return atlas.PutResult{}, ctx.Err()
				}
				begun := time.Now()
				r := httptest.NewRequest(http.MethodPost, "/articles", strings.NewReader(c.body))
				r.Header.Set("Content-Type", typeNDJSON)
				r.Header.Set("Authorization", "Bearer "+testToken)
				at := slices.IndexFunc(s.routes, func(r route) bool { return r.id == "addArticles" })
				a := s.respond(&s.routes[at], r, nil)
				if a.status != http.StatusServiceUnavailable || a.header.Get("Retry-After") == "" || !strings.Contains(string(a.body), "not stored") {
					t.Errorf("%d %v %s", a.status, a.header, a.body)
				}
				if took := time.Since(begun); took != storeTimeout {
					t.Errorf("after %v", took)
				}
			})
		})
	}
}
