package view

import (
	"slices"
	"testing"

	"dateline/document"
	"dateline/document/documenttest"
	"dateline/geoparse"
	"dateline/schema"
)

// TestAnchorsAreNotCounted: a town that only anchors a front has no mentions in the list of places.
func TestAnchorsAreNotCounted(t *testing.T) {
	d := documenttest.New(1).Documents(0, 1)[0]
	i := slices.IndexFunc(d.Mentions, func(m document.Mention) bool { return m.Place != nil })
	once := d.Mentions[i]
	anchor := once
	anchor.Role = string(geoparse.RoleAnchor)
	for name, c := range map[string]struct {
		mentions []document.Mention
		want     int // how often the place is mentioned, 0 for no place
	}{
		"anchor":             {[]document.Mention{anchor}, 0},
		"mention and anchor": {[]document.Mention{once, anchor}, 1},
	} {
		d.Mentions = c.mentions
		v := New([]document.Document{d})
		places, _ := v.Layer(schema.Places)
		mentions, _ := v.Layer(schema.Mentions)
		got := 0
		if places.Len() > 0 {
			got = places.At(0).Property("mentions").(int)
		}
		if got != c.want || mentions.Len() != len(c.mentions) {
			t.Errorf("%s: counted %d times, want %d; %d mentions", name, got, c.want, mentions.Len())
		}
	}
}
