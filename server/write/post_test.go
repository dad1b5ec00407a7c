package write_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"dateline/archive"
	"dateline/document"
	"dateline/geoparse"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/server/write"
	"dateline/work"

	"github.com/tidwall/gjson"
)

// The response may be much larger than the text.
func TestParseAnswerIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	h := servertest.New(t, nil)
	text := strings.Repeat("northern Syria. ", 40_000)
	for _, accept := range []string{server.TypeNDJSON, server.TypeGeoJSON} {
		w := servertest.Post(h, "/parse", server.TypeText, text, "Accept", accept)
		if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "less text") {
			t.Errorf("%s: %d %.200s", accept, w.Code, w.Body)
		}
	}
}

// failingAt serves with a parser that panics on the nth text, on all for 0.
func failingAt(t *testing.T, nth int, log io.Writer, change ...func(*api.Config)) http.Handler {
	parser, err := servertest.Parser()
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	h := servertest.New(t, nil, append(change, func(c *api.Config) {
		c.Log = slog.New(slog.NewTextHandler(log, nil))
		c.Reader = func() document.Reader {
			if read++; nth == 0 || read == nth {
				return document.Reader{Parser: new(geoparse.Parser)}
			}
			return document.Reader{Parser: parser}
		}
	})...)
	read = 0
	return h
}

// A panic of the parser on every text is a server error, and ends only the request.
func TestParserFault(t *testing.T) {
	h := failingAt(t, 0, io.Discard)
	for _, media := range []string{server.TypeText, server.TypeNDJSON, server.TypeJSON} {
		if w := servertest.Post(h, "/parse", media, `{"text":"Morek was hit."}`); w.Code != http.StatusInternalServerError {
			t.Errorf("%s: %d %s", media, w.Code, w.Body)
		}
	}
}

// threeTexts are lines of JSON, of which the second is an article that follows a blank line.
const threeTexts = `{"id":"a","text":"Shelling hit Morek."}` + "\n\n" + `{"id":"b","text":"Clashes in Idlib."}` + "\n" + `{"id":"c","text":"Hama was hit."}` + "\n"

// TestFaultOfOneText: a panic of the parser on one text is an error of that text, which the answer
// names; the others are answered, in order, and the log has the stack.
func TestFaultOfOneText(t *testing.T) {
	var log strings.Builder
	w := servertest.Post(failingAt(t, 2, &log), "/parse", server.TypeNDJSON, threeTexts)
	lines := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
	if w.Code != http.StatusOK || len(lines) != 3 || gjson.Get(lines[0], "id").Str != "a" || gjson.Get(lines[2], "mentions.0.name").Str != "Hama" {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if bad := gjson.Parse(lines[1]); bad.Get("id").Str != "b" || bad.Get("line").Int() != 3 || bad.Get("error").Str == "" || bad.Get("mentions").Exists() {
		t.Error(bad)
	}
	if !strings.Contains(log.String(), "id \\\"b\\\"") || !strings.Contains(log.String(), "geoparse.(*Parser).Parse") {
		t.Error("the log has", log.String())
	}
	w = servertest.Post(failingAt(t, 2, io.Discard), "/parse", server.TypeNDJSON, threeTexts, "Accept", server.TypeGeoJSON)
	if got := gjson.Parse(w.Body.String()); w.Code != http.StatusOK || got.Get("features.#.properties.article").Raw == "" || strings.Contains(got.Get("features.#.properties.article").Raw, "b") || got.Get("errors.#.id").Raw != `["b"]` {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestFaultOfOneArticle: the articles beside one on which the parser panics are stored, and the
// answer names it; one alone is a server error.
func TestFaultOfOneArticle(t *testing.T) {
	var stored []string
	storing := func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(_ context.Context, docs []document.Document) (archive.PutResult, error) {
			for i := range docs {
				stored = append(stored, docs[i].Text)
			}
			return archive.PutResult{Added: len(docs)}, nil
		}
	}
	bearer := "Bearer " + servertest.Token
	w := servertest.Post(failingAt(t, 2, io.Discard, storing), "/articles", server.TypeNDJSON, threeTexts, "Authorization", bearer)
	got := gjson.Parse(w.Body.String())
	if w.Code != http.StatusOK || got.Get("added").Int() != 2 || got.Get("errors.#.id").Raw != `["b"]` || got.Get("errors.0.line").Int() != 3 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if want := []string{"Shelling hit Morek.", "Hama was hit."}; !slices.Equal(stored, want) {
		t.Errorf("stored %q", stored)
	}
	w = servertest.Post(failingAt(t, 0, io.Discard, storing), "/articles", server.TypeNDJSON, threeTexts, "Authorization", bearer)
	if w.Code != http.StatusInternalServerError || len(stored) != 2 {
		t.Errorf("%d, %d stored: %s", w.Code, len(stored), w.Body)
	}
}

func TestParseIsLimited(t *testing.T) {
	h := servertest.New(t, nil, func(c *api.Config) { c.Limits.ClientSteps = 1000 })
	for range 1000 {
		w := servertest.Post(h, "/parse", server.TypeText, "Hama is quiet.")
		if w.Code == http.StatusTooManyRequests {
			if w.Header().Get("Retry-After") == "" || w.Header().Get("Content-Type") != server.TypeProblem {
				t.Errorf("%v", w.Header())
			}
			return
		}
	}
	t.Error("there is no limit")
}

func TestArticlesArriveWholeOrNotAtAll(t *testing.T) {
	var stored []document.Document
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(_ context.Context, docs []document.Document) (archive.PutResult, error) {
			stored = append(stored, docs...)
			return archive.PutResult{Added: len(docs)}, nil
		}
	})
	const good = `{"id":"given","title":"T","text":"Hama","mentions":[{"start":0,"end":4,"phrase":"Hama","lat":35.13,"lon":36.76,"role":"place","confidence":0.5}]}`
	bearer := "Bearer " + servertest.Token
	if w := servertest.Post(h, "/articles", server.TypeNDJSON, good+"\n{\"id\":2}\n", "Authorization", bearer); w.Code != http.StatusBadRequest || len(stored) > 0 {
		t.Fatalf("%d, %d stored: %s", w.Code, len(stored), w.Body)
	}
	if w := servertest.Post(h, "/articles", server.TypeNDJSON, good+"\n{\"text\":\"Fighting in Idlib.\"}\n", "Authorization", bearer); w.Code != http.StatusOK || len(stored) != 2 {
		t.Fatalf("%d, %d stored: %s", w.Code, len(stored), w.Body)
	}
	if d := stored[0]; d.ID != "given" || d.Title != "T" || len(d.Mentions) != 1 || *d.Mentions[0].Lat != 35.13 {
		t.Errorf("not as given: %+v", d)
	}
	if d := stored[1]; len(d.ID) != 16 || len(d.Mentions) != 1 || *d.Mentions[0].Name != "Idlib" {
		t.Errorf("not parsed: %+v", d)
	}
}

// A body that breaks off, or is too large, is reported as such; nothing that came before is stored.
func TestArticlesThatBreakOff(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	stored := false
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(context.Context, []document.Document) (archive.PutResult, error) {
			stored = true
			return archive.PutResult{}, nil
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
		"too large":  {strings.NewReader(strings.Repeat(long, 64<<20/len(long)+1)), http.StatusRequestEntityTooLarge, "64"},
		"one wrong":  {strings.NewReader(line + `{"id":[1],"mentions":[]}` + "\n" + line), http.StatusBadRequest, "line 2"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/articles", c.body)
		r.Header.Set("Content-Type", server.TypeNDJSON)
		r.Header.Set("Authorization", "Bearer "+servertest.Token)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) || stored {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}

func TestStorageFailureStaysInside(t *testing.T) {
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(context.Context, []document.Document) (archive.PutResult, error) {
			return archive.PutResult{}, errors.New("/secret/path: disk full")
		}
	})
	w := servertest.Post(h, "/articles", server.TypeText, "Hama is quiet today, reports said.", "Authorization", "bearer "+servertest.Token)
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// unavailable is an error of a database that can't be reached.
type unavailable struct{ error }

func (unavailable) Unavailable() bool { return true }

// unwritable is an error of an archive that may only be read.
type unwritable struct{ error }

func (unwritable) Unwritable() string { return "the database role of this server may not write" }

// TestStorageRefuses: the client must change what can't be stored, may retry if a database is
// unavailable, and should not if it is read-only.
func TestStorageRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		err        error
		code       int
		says       string
		retryAfter string
	}{
		"a document":                       {&document.DocumentError{ID: "a", Field: "document", Err: errors.New("it has U+0000")}, http.StatusBadRequest, "it has U+0000; nothing was stored", ""},
		"a database":                       {fmt.Errorf("storing: %w", unavailable{errors.New("/secret/path: can't be reached")}), http.StatusServiceUnavailable, "try again later", "10"},
		"a database that may only be read": {fmt.Errorf("storing: %w", unwritable{errors.New("/secret/path: permission denied")}), http.StatusForbidden, "nothing was changed: the database role of this server may not write", ""},
	} {
		h := servertest.New(t, nil, func(c2 *api.Config) {
			c2.Token = servertest.Token
			c2.Put = func(context.Context, []document.Document) (archive.PutResult, error) {
				return archive.PutResult{}, c.err
			}
		})
		w := servertest.Post(h, "/articles", server.TypeText, "Hama is quiet today, reports said.", "Authorization", "bearer "+servertest.Token)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) || w.Header().Get("Retry-After") != c.retryAfter || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}

func TestNoTokenNoArticles(t *testing.T) {
	h := servertest.New(t, nil)
	for _, header := range []string{"", "Bearer ", "Bearer x"} {
		if w := servertest.Post(h, "/articles", server.TypeText, "Hama", "Authorization", header); w.Code != http.StatusForbidden {
			t.Errorf("%q: %d", header, w.Code)
		}
	}
}

// What was found in the articles of a request is in memory until it is stored, and therefore
// bounded.
func TestArticlesAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(_ context.Context, docs []document.Document) (archive.PutResult, error) {
			return archive.PutResult{Added: len(docs)}, nil
		}
	})
	mentions := strings.Repeat(`{"start":0,"end":1,"confidence":1},`, 25_000)
	for name, c := range map[string]struct {
		body string
		code int
	}{
		"many articles": {strings.Repeat("{\"mentions\":[]}\n", 100_000+1), http.StatusRequestEntityTooLarge},
		"many mentions": {strings.Repeat(`{"text":"Hama","mentions":[`+mentions[:len(mentions)-1]+"]}\n", 20), http.StatusRequestEntityTooLarge},
		"some":          {strings.Repeat(`{"text":"Hama","mentions":[`+mentions[:len(mentions)-1]+"]}\n", 2), http.StatusOK},
	} {
		w := servertest.Post(h, "/articles", server.TypeNDJSON, c.body, "Authorization", "Bearer "+servertest.Token)
		if w.Code != c.code || c.code != http.StatusOK && !strings.Contains(w.Body.String(), "in parts") {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}

// TestStoringHasADeadline: articles that wait too long for a turn, or for the archive, are not
// stored, and the response says so. They hold no turn while they wait for the archive.
func TestStoringHasADeadline(t *testing.T) {
	parser, err := servertest.Parser()
	if err != nil {
		t.Fatal(err)
	}
	const heavy = 4 << 20 // steps, more than light work
	for name, c := range map[string]struct {
		busy bool // others have the turns
		body string
	}{
		"a turn":      {true, `{"mentions":[],"fronts":[],"text":"` + strings.Repeat("a", heavy) + `"}`},
		"the archive": {false, `{"mentions":[],"fronts":[],"text":"a"}`},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				leave := make(chan struct{})
				work := server.Surface{Routes: []server.Route{{Path: "/heavy/{wait}", Offers: []string{server.TypeJSON}, Handle: func(req *server.Request) (*server.Answer, error) {
					err := work.Spend(req, heavy)
					if req.Var("wait") != "" && c.busy {
						<-leave
					}
					return server.OK(req.Media, []byte("{}")), err
				}}}}
				var h http.Handler
				put := func(ctx context.Context, _ []document.Document) (archive.PutResult, error) {
					if w := servertest.Ask(h, "/heavy/0"); w.Code != http.StatusOK {
						t.Errorf("a turn is held: %d", w.Code)
					}
					<-ctx.Done()
					return archive.PutResult{}, ctx.Err()
				}
				h = server.New(server.Config{View: servertest.ViewOf(nil), Token: servertest.Token, Limits: server.Limits{Timeout: time.Hour}}, write.New(func() document.Reader { return document.Reader{Parser: parser} }, put, nil), work)
				if c.busy {
					for i := range runtime.GOMAXPROCS(0) {
						go servertest.AskFrom(h, fmt.Sprintf("198.51.100.%d:1", i), fmt.Sprintf("/heavy/%d", i+1))
					}
					synctest.Wait()
				}
				begun := time.Now()
				w := servertest.Post(h, "/articles", server.TypeNDJSON, c.body, "Authorization", "Bearer "+servertest.Token)
				if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "no article was stored") {
					t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
				}
				if took := time.Since(begun); took != server.WriteTimeout-20*time.Second {
					t.Errorf("after %v", took)
				}
				close(leave)
				synctest.Wait()
			})
		})
	}
}
