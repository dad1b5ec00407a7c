package page_test

import (
	"dateline/server/api"
	"dateline/server/page"
	"dateline/server/servertest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestPageWithLayer(t *testing.T) {
	l, err := page.NewLayer("https://tiles.example/{z}/{x}/{y}.png?a=1&b=2", `"Tiles" & <makers>`)
	if err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Frontend.Layer = l
		c.Page = fstest.MapFS{"index.html": {Data: []byte("<!doctype html><head><title>Dateline</title></head><body></body>")}}
	})
	for _, path := range []string{"/?f=html", "/?f=html&embed=1", "/index.html"} {
		w := servertest.Ask(h, path)
		const want = `<meta name="dateline-layer" content="https://tiles.example/{z}/{x}/{y}.png?a=1&amp;b=2" data-credit="&#34;Tiles&#34; &amp; &lt;makers&gt;" />`
		if !strings.Contains(w.Body.String(), want) || !strings.HasSuffix(w.Body.String(), "<body></body>") {
			t.Errorf("%s: %s", path, w.Body)
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "; img-src 'self' https://tiles.example data:; connect-src 'self';") {
			t.Errorf("%s: %s", path, policy)
		}
	}
	if policy := servertest.Ask(h, "/collections").Header().Get("Content-Security-Policy"); strings.Contains(policy, "tiles") {
		t.Errorf("data: %s", policy)
	}
}

func TestPageWithMapLinks(t *testing.T) {
	links, err := page.NewMapLinks([]string{`Maps "&"=https://a.example/?a={lat}&b={lon}`})
	if err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Frontend.MapLinks = links
		c.Page = fstest.MapFS{"index.html": {Data: []byte("<!doctype html><head></head><body></body>")}}
	})
	const want = `<meta name="dateline-map" content="https://a.example/?a={lat}&amp;b={lon}" data-name="Maps &#34;&amp;&#34;" />`
	if body := servertest.Ask(h, "/?f=html").Body.String(); !strings.Contains(body, want) {
		t.Error(body)
	}
}
