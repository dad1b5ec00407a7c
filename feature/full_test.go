package feature

import (
	"errors"
	"fmt"
	"testing"

	"github.com/paulmach/orb"
)

// TestFullTable: a feature that does not fit is an error and leaves earlier ones unchanged.
func TestFullTable(t *testing.T) {
	b := NewBuilder([]Column{{Name: "name", Kind: Text}, {Name: "own", Kind: Text, Unique: true}, {Name: "n", Kind: Number}})
	add := func(i int) int {
		b.Start(fmt.Sprint(i), orb.LineString{{0, 0}, {1, float64(i)}}, Days{})
		b.Text(fmt.Sprint("name ", i))
		b.Text(fmt.Sprint("own ", i))
		b.Number(float64(i) / 2)
		return b.Add()
	}
	for i := range 3 {
		add(i)
	}
	before := string(b.Table().At(2).JSON())
	b.table.own.chunks = append(b.table.own.chunks, make([][]byte, maxChunks-len(b.table.own.chunks))...)
	if at := add(3); at != -1 || !errors.Is(b.Err(), ErrFull) || b.Len() != 3 {
		t.Errorf("added at %d, %d features: %v", at, b.Len(), b.Err())
	}
	if b.Replace(0); string(b.Table().At(0).ID()) != "0" || string(b.Table().At(2).JSON()) != before {
		t.Errorf("%s, want %s", b.Table().At(2).JSON(), before)
	}
}

func TestTooManyColumns(t *testing.T) {
	for n, want := range map[int]error{64: nil, 65: ErrColumns} {
		columns := make([]Column, n)
		b := NewBuilder(columns)
		b.Start("a", nil, Days{})
		for range columns {
			b.Null()
		}
		if b.Add(); !errors.Is(b.Err(), want) || (want == nil) != (b.Len() == 1) {
			t.Errorf("%d columns: %v, %d features", n, b.Err(), b.Len())
		}
	}
}
