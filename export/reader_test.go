package export

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"testing"
)

// readTile reads a tile of a PMTiles archive as the specification says (4.3);
// nil where there is none.
func readTile(t *testing.T, archive []byte, id uint64) []byte {
	t.Helper()
	at := func(i int) uint64 { return binary.LittleEndian.Uint64(archive[8+8*i:]) }
	directory := archive[at(0) : at(0)+at(1)]
	for range 3 {
		e, run, found := search(t, directory, id)
		if !found {
			return nil
		}
		if run > 0 {
			if id >= e.id+run {
				return nil
			}
			start := at(6) + e.offset
			return unzip(t, archive[start:start+e.length])
		}
		start := at(4) + e.offset
		directory = archive[start : start+e.length]
	}
	t.Fatal("leaves within leaves")
	return nil
}

// search returns the last entry of a directory whose id is not greater.
func search(t *testing.T, directory []byte, id uint64) (best entry, run uint64, found bool) {
	r := bytes.NewReader(unzip(t, directory))
	next := func() uint64 {
		v, err := binary.ReadUvarint(r)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	n := next()
	entries, runs, last := make([]entry, n), make([]uint64, n), uint64(0)
	for i := range entries {
		last += next()
		entries[i].id = last
	}
	for i := range runs {
		runs[i] = next()
	}
	for i := range entries {
		entries[i].length = next()
	}
	for i := range entries {
		if v := next(); v > 0 {
			entries[i].offset = v - 1
		} else {
			entries[i].offset = entries[i-1].offset + entries[i-1].length
		}
	}
	for i, e := range entries {
		if e.id <= id {
			best, run, found = e, runs[i], true
		}
	}
	return best, run, found
}

func unzip(t *testing.T, b []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
