package server

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/atlas"
	"dateline/schema"
)

// TestTableSaysWhatFeaturesHold: each property of each feature is in the table,
// in its place and of its type.
func TestTableSaysWhatFeaturesHold(t *testing.T) {
	view := atlas.NewView(testDocuments())
	for _, c := range collections() {
		layer, ok := view.Layer(c.ID)
		if !ok || layer.Len() == 0 {
			t.Fatalf("nothing in %s", c.ID)
		}
		for i := range layer.Len() {
			n := 0
			for j, p := range layer.At(i).Properties {
				n++
				if j >= len(c.Properties) || c.Properties[j].Name != p.Name {
					t.Fatalf("%s: property %d of features is %s", c.ID, j, p.Name)
				}
				b, _ := json.Marshal(p.Value)
				if !fits(c.Properties[j].Type, string(b)) {
					t.Errorf("%s: %s is %s, not %s", c.ID, p.Name, b, c.Properties[j].Type.SQL())
				}
			}
			if n != len(c.Properties) {
				t.Errorf("%s: features have %d properties of %d", c.ID, n, len(c.Properties))
			}
		}
	}
	if len(collections()) != len(view.Layers()) {
		t.Errorf("%d collections of %d layers", len(collections()), len(view.Layers()))
	}
}

func collections() []collection { return newCollections(schema.Collections()) }

func fits(t schema.Type, value string) bool {
	switch {
	case value == "null":
		return true
	case t == schema.Truth:
		return value == "true" || value == "false"
	case t == schema.Integer || t == schema.Number:
		return !strings.HasPrefix(value, `"`)
	}
	return strings.HasPrefix(value, `"`)
}

func TestRoutesDiffer(t *testing.T) {
	ids, paths := map[string]bool{}, map[string]bool{}
	for _, r := range expand(routes(collections()), collections()) {
		if ids[r.id] || paths[r.method+r.path] {
			t.Errorf("%s %s is there twice", r.method, r.path)
		}
		ids[r.id], paths[r.method+r.path] = true, true
		if r.answer == nil || r.summary == "" || schemas(collections())[r.result] == nil && r.result != "tile" {
			t.Errorf("%s is not complete", r.id)
		}
	}
}
