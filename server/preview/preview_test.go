package preview_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/server/api"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

func handler(t *testing.T) http.Handler {
	t.Helper()
	return servertest.New(t, servertest.Documents(), func(c *api.Config) {
		c.Address = "https://news.example/map"
		c.Page = fstest.MapFS{"index.html": {Data: []byte("<!doctype html><head><title>Dateline</title></head><body></body>")}}
	})
}

// picture requests and decodes a picture.
func picture(t *testing.T, h http.Handler, query string) image.Image {
	t.Helper()
	w := servertest.Ask(h, "/preview.png"+query)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/png" {
		t.Fatalf("%s: %d %s %s", query, w.Code, w.Header().Get("Content-Type"), w.Body)
	}
	out, err := png.Decode(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPictureShowsLandSeaAndPlaces(t *testing.T) {
	h := handler(t)
	p := picture(t, h, "?map=7/35.5/35.9")
	if size := p.Bounds().Size(); size != (image.Point{X: 1200, Y: 630}) {
		t.Fatal(size)
	}
	at := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(p.At(x, y)).(color.NRGBA) }
	if sea := at(150, 400); sea.B <= sea.R {
		t.Errorf("west of the coast: %v", sea)
	}
	if land := at(1100, 400); land.R < 0xf0 || land.B > land.R {
		t.Errorf("east of the coast: %v", land)
	}
}

func TestPictureIsTheSameEachTime(t *testing.T) {
	a, b := servertest.Ask(handler(t), "/preview.png?map=7/35.5/36.5"), servertest.Ask(handler(t), "/preview.png?map=7/35.5/36.5")
	if !bytes.Equal(a.Body.Bytes(), b.Body.Bytes()) {
		t.Error("two servers of the same articles paint two pictures")
	}
}

func TestPictureFollowsTheLink(t *testing.T) {
	h := handler(t)
	seen := map[string]string{}
	for _, query := range []string{"", "?map=9/35.5/36.7", "?map=9/33/44", "?time=1999-01-01/1999-01-02", "?q=nothingofthekind"} {
		body := servertest.Ask(h, "/preview.png"+query).Body.String()
		if same, ok := seen[body]; ok && !strings.Contains(query, "time") && !strings.Contains(query, "q=") {
			t.Errorf("%q and %q look the same", query, same)
		}
		seen[body] = query
	}
}

func TestPictureWritesArabic(t *testing.T) {
	h := handler(t)
	seen := map[string]string{}
	for _, words := range []string{"", "حماة", "إدلب", "Hama"} {
		body := servertest.Ask(h, "/preview.png?map=9/10/10&q="+url.QueryEscape(words)).Body.String()
		if same, ok := seen[body]; ok {
			t.Errorf("%q and %q look the same", words, same)
		}
		seen[body] = words
	}
}

// TestWordsSelectArticles: a link to a search counts all places of the articles that contain the
// words, as the page does.
func TestWordsSelectArticles(t *testing.T) {
	h := handler(t)
	var in []string
	for _, f := range gjson.Get(servertest.Get(t, h, "/collections/mentions/items?q=khan&limit=1000"), "features").Array() {
		in = append(in, f.Get("properties.article").Str)
	}
	for _, f := range gjson.Get(servertest.Get(t, h, "/collections/articles/items?q=khan&limit=1000"), "features").Array() {
		in = append(in, f.Get("id").Str)
	}
	want := 0
	for _, f := range gjson.Get(servertest.Get(t, h, "/collections/mentions/items?limit=1000"), "features").Array() {
		p := f.Get("properties")
		if slices.Contains(in, p.Get("article").Str) && p.Get("place").Str != "" && p.Get("role").Str == "place" && p.Get("precision").Str != "country" {
			want++
		}
	}
	got := tags(t, h, "?f=html&q=khan&map=3/35/38")["og:description"]
	if want < 2 || !strings.HasPrefix(got, fmt.Sprintf("%d mentions", want)) {
		t.Errorf("%q, want %d", got, want)
	}
}

func TestPictureRefusesWhatItDoesNotKnow(t *testing.T) {
	if w := servertest.Ask(handler(t), "/preview.png?size=9"); w.Code != http.StatusBadRequest {
		t.Error(w.Code)
	}
}

// tags returns the metadata of a link in the head of the page, by name.
func tags(t *testing.T, h http.Handler, query string) map[string]string {
	t.Helper()
	body := servertest.Ask(h, "/"+query).Body.String()
	out := map[string]string{}
	for _, line := range strings.Split(body, "\n") {
		parts := strings.Split(line, `"`)
		if strings.HasPrefix(line, "<meta ") && len(parts) >= 4 {
			out[parts[1]] = parts[3]
		}
	}
	return out
}

func TestHead(t *testing.T) {
	h := handler(t)
	mention := gjson.Get(servertest.Get(t, h, "/collections/mentions/items?filter=place+IS+NOT+NULL&limit=1"), "features.0.properties")
	article := gjson.Get(servertest.Get(t, h, "/collections/articles/items/"+mention.Get("article").Str), "properties.title").Str
	for _, tt := range []struct{ query, title string }{
		{"?f=html", "Places mentioned in the news"},
		{"?f=html&time=2019-08-01/2019-08-31", "Places mentioned in the news · 1 Aug 2019 – 31 Aug 2019"},
		{"?f=html&time=2019-08-01/2019-08-01", "Places mentioned in the news · 1 Aug 2019"},
		{"?f=html&time=never", "Places mentioned in the news"},
		{"?f=html&q=khan", "“khan”"},
		{"?f=html&place=" + mention.Get("place").Str, mention.Get("name").Str},
		{"?f=html&place=none", "Places mentioned in the news"},
		{"?f=html&article=" + mention.Get("article").Str, article},
		{"?f=html&q=" + url.QueryEscape(`<b>"`), "“&lt;b&gt;&#34;”"},
	} {
		got := tags(t, h, tt.query)
		if got["og:title"] != tt.title {
			t.Errorf("%s: %q, want %q", tt.query, got["og:title"], tt.title)
		}
		if got["og:description"] == "" || got["description"] != got["og:description"] {
			t.Errorf("%s: %q", tt.query, got["og:description"])
		}
		if !strings.HasPrefix(got["og:image"], "https://news.example/map/preview.png") || strings.Contains(got["og:image"], "f=html") {
			t.Errorf("%s: %q", tt.query, got["og:image"])
		}
	}
	for query, title := range map[string]string{
		"?f=html&lang=ar": "أماكن ذُكرت في الأخبار",
		"?f=html&lang=ar&time=2019-08-01/2019-08-31&place=" + mention.Get("place").Str: mention.Get("name").Str + " · 1 آب 2019 – 31 آب 2019",
		"?f=html&lang=ar&q=khan": "«khan»",
	} {
		got := tags(t, h, query)
		if got["og:title"] != title || !strings.Contains(got["og:description"], "المقالات") || !strings.Contains(got["og:image"], "lang=ar") {
			t.Errorf("%s: %q, want %q; %q, %q", query, got["og:title"], title, got["og:description"], got["og:image"])
		}
	}
	if got := tags(t, h, "?f=html&map=9/35.5/36.7&theme=dark")["og:image"]; got != "https://news.example/map/preview.png?map=9%2F35.5%2F36.7" {
		t.Error(got)
	}
}

// FuzzPreview: any link has a page and a picture, or a problem that blames the link.
func FuzzPreview(f *testing.F) {
	for _, query := range []string{"", "map=9/35/36&time=2019-08-01/2019-08-31&place=gn1", "q=%22&article=x", "map=20/85/180", "time=/", "map=1e300/1/1"} {
		f.Add(query)
	}
	h := servertest.New(f, servertest.Documents(), func(c *api.Config) { c.Page = servertest.Page() })
	f.Fuzz(func(t *testing.T, query string) {
		u := url.URL{RawQuery: query}
		if _, err := url.ParseRequestURI("/?" + u.Query().Encode()); err != nil {
			t.Skip()
		}
		query = u.Query().Encode()
		if code := servertest.Ask(h, "/preview.png?"+query).Code; code >= 500 {
			t.Errorf("%q: %d", query, code)
		}
		if code := servertest.Ask(h, "/index.html?"+query).Code; code >= 500 {
			t.Errorf("%q: %d", query, code)
		}
	})
}
