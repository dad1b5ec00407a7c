package server

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/atlas"
	"dateline/query"
)

// TestTableSaysWhatFeaturesHold: each property of each feature is in the table,
// in its place and of its type.
func TestTableSaysWhatFeaturesHold(t *testing.T) {
	view := atlas.NewView(testDocuments())
	for _, c := range collections() {
		layer, ok := view.Layer(c.id)
		if !ok || layer.Len() == 0 {
			t.Fatalf("nothing in %s", c.id)
		}
		for i := range layer.Len() {
			n := 0
			for j, p := range layer.At(i).Properties {
				n++
				if j >= len(c.properties) || c.properties[j].name != p.Name {
					t.Fatalf("%s: property %d of features is %s", c.id, j, p.Name)
				}
				b, _ := json.Marshal(p.Value)
				if !c.properties[j].kind.fits(string(b)) {
					t.Errorf("%s: %s is %s, not %s", c.id, p.Name, b, c.properties[j].kind)
				}
			}
			if n != len(c.properties) {
				t.Errorf("%s: features have %d properties of %d", c.id, n, len(c.properties))
			}
		}
	}
	if len(collections()) != len(view.Layers()) {
		t.Errorf("%d collections of %d layers", len(collections()), len(view.Layers()))
	}
}

func (k kind) fits(value string) bool {
	switch {
	case value == "null":
		return true
	case k == ofTruth:
		return value == "true" || value == "false"
	case k == ofCount || k == ofNumber:
		return !strings.HasPrefix(value, `"`)
	}
	return strings.HasPrefix(value, `"`)
}

// TestTextIsWhatQLooksInto: the table and package query agree.
func TestTextIsWhatQLooksInto(t *testing.T) {
	for _, c := range collections() {
		for _, p := range c.properties {
			if query.IsText(p.name) != (p.kind == ofText) {
				t.Errorf("%s.%s is %s, but IsText says %v", c.id, p.name, p.kind, query.IsText(p.name))
			}
		}
	}
}

func TestRoutesDiffer(t *testing.T) {
	ids, paths := map[string]bool{}, map[string]bool{}
	for _, r := range expand(routes(), collections()) {
		if ids[r.id] || paths[r.method+r.path] {
			t.Errorf("%s %s is there twice", r.method, r.path)
		}
		ids[r.id], paths[r.method+r.path] = true, true
		if r.answer == nil || r.summary == "" || schemas()[r.result] == nil && r.result != "tile" {
			t.Errorf("%s is not complete", r.id)
		}
	}
}
