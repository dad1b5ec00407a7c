package gazetteer

import (
	"bytes"
	"testing"
)

// TestTablesAreCompiled fails if a table has changed since its index was compiled.
func TestTablesAreCompiled(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	want, err := CompileTables()
	if err != nil {
		t.Fatal(err)
	}
	got, err := data.ReadFile("data/tables.idx.zst")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("gazetteer/data/tables.idx.zst is not what the tables say: run go generate ./gazetteer")
	}
}
