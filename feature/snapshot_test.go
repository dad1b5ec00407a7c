package feature

import (
	"bytes"
	"testing"

	"dateline/snapshot"
)

// TestSavedAgain: a Builder that was read and written again without an addition still knows what
// its features share.
func TestSavedAgain(t *testing.T) {
	columns := []Column{{Name: "name", Kind: Text}, {Name: "place", Kind: Text, Group: "a"}, {Name: "share", Kind: Number, Group: "a"}}
	add := func(b *Builder) {
		b.Start("x", nil, Days{})
		b.Text("Idlib")
		b.Text("town")
		b.Number(0.5)
		b.Add()
	}
	b := NewBuilder(columns)
	add(b)
	for range 2 {
		var file bytes.Buffer
		w := snapshot.NewWriter(&file, "test")
		b.Save().Write(w)
		r := snapshot.NewReader(&file, int64(file.Len()), "test")
		if b = ReadBuilder(r, columns); w.Err() != nil || r.Err() != nil {
			t.Fatal(w.Err(), r.Err())
		}
	}
	add(b)
	table := b.Table()
	one, other := table.row(0), table.row(1)
	if one[1] != other[1] || one[2] != other[2] || string(table.At(0).JSON()) != string(table.At(1).JSON()) {
		t.Errorf("rows %v and %v: %s", one, other, table.At(1).JSON())
	}
}
