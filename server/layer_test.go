package server

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLayer(t *testing.T) {
	for _, tt := range []struct{ address, credit, host, wrong string }{
		{"", "", "", ""},
		{"https://tiles.example/{z}/{x}/{y}.png", "Tiles & makers", "https://tiles.example", ""},
		{"http://127.0.0.1:8123/t/{z}/{x}/{y}@2x.png?key=1", "", "http://127.0.0.1:8123", ""},
		{"https://{s}.tiles.example/{z}/{x}/{y}.png", "", "https://*.tiles.example", ""},
		{"https://tiles.example/{z}/{x}.png", "", "", "no {y}"},
		{"tiles.example/{z}/{x}/{y}", "", "", "https://"},
		{"javascript:{z}{x}{y}", "", "", "https://"},
		{"https:///{z}/{x}/{y}", "", "", "no host"},
		{"https://a.example;script-src *//{z}/{x}/{y}", "", "", "can't be read"},
		{"https://a.example,b.example/{z}/{x}/{y}", "", "", "no host"},
		{"https://{z}.{x}.{y}'unsafe-inline'/", "", "", "no host"},
		{"https://me:secret@tiles.example/{z}/{x}/{y}", "", "", "password"},
		{"https://tiles.example:port/{z}/{x}/{y}", "", "", "can't be read"},
		{"", "who made it", "", "without its address"},
	} {
		l, err := NewLayer(tt.address, tt.credit)
		switch {
		case tt.wrong == "" && (err != nil || l.host != tt.host):
			t.Errorf("%q: %q %v", tt.address, l.host, err)
		case tt.wrong != "" && (err == nil || !strings.Contains(err.Error(), tt.wrong) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%q: %v, want %s", tt.address, err, tt.wrong)
		}
	}
}

func TestPageWithLayer(t *testing.T) {
	layer, err := NewLayer("https://tiles.example/{z}/{x}/{y}.png?a=1&b=2", `"Tiles" & <makers>`)
	if err != nil {
		t.Fatal(err)
	}
	h := newTestServer(t, nil, func(c *Config) {
		c.Layer = layer
		c.Page = fstest.MapFS{"index.html": {Data: []byte("<!doctype html><head><title>Dateline</title></head><body></body>")}}
	})
	for _, path := range []string{"/?f=html", "/?f=html&embed=1", "/index.html"} {
		w := ask(h, path)
		const want = `<meta name="dateline-layer" content="https://tiles.example/{z}/{x}/{y}.png?a=1&amp;b=2" data-credit="&#34;Tiles&#34; &amp; &lt;makers&gt;" />`
		if !strings.Contains(w.Body.String(), want) || !strings.HasSuffix(w.Body.String(), "<body></body>") {
			t.Errorf("%s: %s", path, w.Body)
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "; img-src 'self' https://tiles.example data:; connect-src 'self';") {
			t.Errorf("%s: %s", path, policy)
		}
	}
	if policy := ask(h, "/collections").Header().Get("Content-Security-Policy"); strings.Contains(policy, "tiles") {
		t.Errorf("data: %s", policy)
	}
}
