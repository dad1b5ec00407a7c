package subscribed_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/corpus/corpustest"
	"dateline/server/api"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// TestSubscriptions: with a token one subscribes, sees the subscription listed without its secret,
// and ends it; an error names the field.
func TestSubscriptions(t *testing.T) {
	articles := corpustest.Open(t, t.TempDir())
	h := servertest.New(t, nil, func(c *api.Config) {
		c.View, c.Put, c.Token, c.Subscriptions = articles.View, articles.Put, servertest.Token, articles
	})
	bearer := []string{"Authorization", "Bearer " + servertest.Token}
	for body, want := range map[string]string{
		`{"name":"a","address":"ftp://desk.example/"}`:                                                   "address",
		`{"name":"","address":"https://desk.example/"}`:                                                  "name",
		`{"name":"a","address":"https://desk.example/","near":"36,35"}`:                                  "near",
		`{"name":"a","address":"https://desk.example/","near":"36,35,0"}`:                                "near",
		`{"name":"a","address":"https://desk.example/","near":"36,35,9","bbox":"1,2,3,4"}`:               "near",
		`{"name":"a","address":"https://desk.example/","bbox":"1,2,3"}`:                                  "bbox",
		`{"name":"a","address":"https://desk.example/","datetime":"yesterday"}`:                          "datetime",
		`{"name":"a","address":"https://desk.example/","filter":"nam = 1"}`:                              "filter",
		`{"name":"a","address":"https://desk.example/","collection":"places"}`:                           "collection",
		`{"name":"a","address":"https://desk.example/","every":-1}`:                                      "every",
		`{"name":"a","address":"https://desk.example/","every":"daily"}`:                                 `"every" is a string; give a whole number`,
		`{"name":"a","address":"https://desk.example/","near":[36,35,9]}`:                                `"near" is a list; give a string`,
		`{"name":"a","address":"https://desk.example/","colour":"red"}`:                                  "colour",
		`{"name":"a","address":"https://desk.example/","near":"36,35,9","filter":"confidence > 'much'"}`: "filter",
	} {
		if w := servertest.Post(h, "/subscriptions", "application/json", body, bearer...); w.Code != http.StatusBadRequest || !strings.Contains(gjson.Get(w.Body.String(), "detail").Str, want) {
			t.Errorf("%s: %d %s, want %s", body, w.Code, w.Body, want)
		}
	}
	good := `{"name":"around Idlib","address":"https://desk.example/hook","near":"36.63,35.93,15","filter":"confidence > 0.8","every":86400}`
	if w := servertest.Post(h, "/subscriptions", "application/json", good); w.Code != http.StatusUnauthorized {
		t.Errorf("without the token: %d", w.Code)
	}
	w := servertest.Post(h, "/subscriptions", "application/json", good, bearer...)
	secret := gjson.Get(w.Body.String(), "secret").Str
	if w.Code != http.StatusOK || !strings.HasPrefix(secret, "whsec_") {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := servertest.Post(h, "/subscriptions", "application/json", good, bearer...); w.Code != http.StatusConflict {
		t.Errorf("the same name again: %d %s", w.Code, w.Body)
	}
	list := servertest.Ask(h, "/subscriptions", bearer...).Body.String()
	if got := gjson.Get(list, "subscriptions.0.within").Str; got != "36.63,35.93,15" || strings.Contains(list, secret) || gjson.Get(list, "subscriptions.0.every").Int() != 86400 {
		t.Errorf("the list is %s", list)
	}
	if w := servertest.Ask(h, "/subscriptions"); w.Code != http.StatusUnauthorized {
		t.Errorf("the list without the token: %d", w.Code)
	}
	for _, want := range []int{http.StatusOK, http.StatusNotFound} {
		r := httptest.NewRequest(http.MethodDelete, "/subscriptions/around%20Idlib", nil)
		r.Header.Set(bearer[0], bearer[1])
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != want {
			t.Errorf("%d %s, want %d", w.Code, w.Body, want)
		}
	}
}
