package ogc_test

import (
	"crypto/sha256"
	"dateline/server/servertest"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
)

// TestStyleIsTheOneThatThePolicyNames: otherwise browsers ignore it.
func TestStyleIsTheOneThatThePolicyNames(t *testing.T) {
	h := servertest.New(t, servertest.Documents())
	for _, path := range []string{"/collections?f=html", "/api?f=html", "/collections/mentions/items?f=html", "/tiles?f=html", "/collections/fronts/queryables?f=html"} {
		w := servertest.Ask(h, path)
		_, rest, _ := strings.Cut(w.Body.String(), "<style>")
		style, _, found := strings.Cut(rest, "</style>")
		sum := sha256.Sum256([]byte(style))
		want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		if policy := w.Header().Get("Content-Security-Policy"); w.Code != http.StatusOK || !found || !strings.Contains(policy, want) {
			t.Errorf("%s: %d, %s, want %s", path, w.Code, policy, want)
		}
		if strings.Contains(w.Body.String(), "<script") || strings.Contains(w.Body.String(), " style=") {
			t.Errorf("%s needs more than its style", path)
		}
	}
}

// TestTextsStayTexts: the text of an article is not markup, nor an address that runs a script.
func TestTextsStayTexts(t *testing.T) {
	d := servertest.NewDocument("eeeeeeeeeeeeeeee", `<script>alert(1)</script>`, "2019-08-22", servertest.Mention(`"><img src=x onerror=alert(1)>`, "gn1", 36, 35, ""))
	d.URL = "javascript:alert(1)"
	h := servertest.New(t, append(servertest.Documents(), d))
	for _, path := range []string{"/collections/articles/items?f=html", "/collections/articles/items/eeeeeeeeeeeeeeee?f=html", "/collections/mentions/items?f=html", "/collections/places/items?f=html"} {
		body := servertest.Get(t, h, path)
		for _, bad := range []string{"<script", "<img", `href="javascript:`} {
			if strings.Contains(body, bad) {
				t.Errorf("%s holds %s", path, bad)
			}
		}
	}
	if !strings.Contains(servertest.Get(t, h, "/collections/articles/items?f=html"), "&lt;script&gt;") {
		t.Error("the title is lost")
	}
}
