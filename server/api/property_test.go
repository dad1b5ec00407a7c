package api_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/document/rows"
	"dateline/export"
	"dateline/feature"
	"dateline/schema"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"

	"github.com/paulmach/orb/encoding/mvt"
	"github.com/tidwall/gjson"
)

// TestOnePropertyIsEverywhere adds a property to a copy of the table, and a function that computes
// it, and finds it in the archive's table, in GeoJSON, CSV, GeoPackage and HTML, in queryables and
// parameters, in the OpenAPI document, in tiles and their description, and in orders and filters.
func TestOnePropertyIsEverywhere(t *testing.T) {
	model := rows.DefaultModel()
	model.Collections[0] = model.Collections[0].With(schema.Property{Name: "letters", Type: schema.Integer, About: "Bytes of the phrase", Since: 99})
	model.Mentions["letters"] = func(s *rows.MentionSource) schema.Value { return schema.OfInt(len(s.Mention.Phrase)) }
	dir := t.TempDir()
	file, err := archive.Open(model, dir)
	if err != nil {
		t.Fatal(err)
	}
	articles, err := corpus.New(t.Context(), file, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer articles.Close()
	if _, err := articles.Put(t.Context(), servertest.Documents()); err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, nil, func(c *api.Config) { c.View, c.Collections = articles.View, model.Collections })

	items := gjson.Get(servertest.Get(t, h, "/collections/mentions/items?sortby=-letters&limit=100"), "features.#.properties")
	before := int64(1 << 20)
	for _, p := range items.Array() {
		n := p.Get("letters").Int()
		if n != int64(len(p.Get("phrase").Str)) || n > before {
			t.Errorf("%q behind one of %d", p.Get("phrase").Str, before)
		}
		before = n
	}
	for path, want := range map[string]string{
		"/collections/mentions/items?letters=5":               `"numberMatched":1,`, // Idlib
		"/collections/mentions/items?filter=letters%20>%2014": `"numberMatched":1,`,
		"/collections/mentions/items?f=html":                  "<th>letters</th>",
		"/collections/mentions/items?f=csv":                   ",letters,wkt\r\n",
		"/collections/mentions/queryables":                    `"letters":{"title":"letters","description":"Bytes of the phrase","type":"integer"}`,
		"/tiles/mentions.json":                                `"letters":"Number"`,
	} {
		if body := servertest.Get(t, h, path); !strings.Contains(body, want) {
			t.Errorf("%s lacks %s: %.300s", path, want, body)
		}
	}
	api := servertest.Get(t, h, "/api?f=json")
	if got := gjson.Get(api, "components.schemas.mentionsProperties.properties.letters.type").Str; got != "integer" {
		t.Errorf("the OpenAPI document has letters as %q", got)
	}
	layers, err := mvt.Unmarshal([]byte(servertest.Get(t, h, "/tiles/mentions/0/0/0.mvt")))
	if err != nil || !hasField(layers, "letters") {
		t.Errorf("no tile has it: %v", err)
	}
	checkColumn(t, filepath.Join(dir, archive.FileName), articles.View())
}

func hasField(layers mvt.Layers, name string) bool {
	for _, l := range layers {
		for _, f := range l.Features {
			if f.Properties[name] != nil {
				return true
			}
		}
	}
	return false
}

// checkColumn looks for the column in an archive and in a GeoPackage exported from it.
func checkColumn(t *testing.T, archive string, v *view.View) {
	t.Helper()
	mentions, _ := v.Layer(schema.Mentions)
	var all []int
	for i := range mentions.Len() {
		all = append(all, i)
	}
	var b bytes.Buffer
	if err := export.Write(t.Context(), &b, "gpkg", mentions.Schema, feature.Prefetched(mentions.Features, all, true), false); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte(`"letters" INTEGER`)) {
		t.Error("a GeoPackage lacks the column")
	}
	data, err := os.ReadFile(archive)
	if err != nil || !bytes.Contains(data, []byte(`"letters" INTEGER`)) {
		t.Error("the archive lacks the column")
	}
}
