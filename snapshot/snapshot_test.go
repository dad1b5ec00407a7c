package snapshot_test

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"testing"

	"dateline/snapshot"
)

type pair struct{ a, b int32 }

// written is a file of all types of values.
func written() []byte {
	var b bytes.Buffer
	w := snapshot.NewWriter(&b, "test 1")
	snapshot.Put(w, []pair{{1, -2}, {3, 4}}, nil, []pair{{5, 6}})
	snapshot.Put(w, []float64{})
	snapshot.PutText(w, "حلب")
	snapshot.Put(w, make([]uint64, 100_000))
	snapshot.Put(w, []uint16{7})
	return b.Bytes()
}

func read(b []byte, format string) (pairs []pair, text string, last uint16, err error) {
	r := snapshot.NewReader(bytes.NewReader(b), int64(len(b)), format)
	pairs = snapshot.Get[pair](r, 10)
	snapshot.Get[float64](r, 0)
	text = snapshot.GetText(r)
	snapshot.Get[uint64](r, 0)
	return pairs, text, snapshot.GetOne[uint16](r), r.Err()
}

func TestRoundTrip(t *testing.T) {
	pairs, text, last, err := read(written(), "test 1")
	if err != nil || !reflect.DeepEqual(pairs, []pair{{1, -2}, {3, 4}, {5, 6}}) || cap(pairs) < 13 || text != "حلب" || last != 7 {
		t.Errorf("read %v with room for %d, %q, %d, %v", pairs, cap(pairs), text, last, err)
	}
}

// Any damage to a file is detected.
func TestDamage(t *testing.T) {
	whole := written()
	for name, c := range map[string]struct {
		change func(b []byte) []byte
		format string
		want   error
	}{
		"another format":     {func(b []byte) []byte { return b }, "test 2", snapshot.ErrFormat},
		"another byte order": {func(b []byte) []byte { b[0], b[7] = b[7], b[0]; return b }, "test 1", snapshot.ErrFormat},
		"empty":              {func([]byte) []byte { return nil }, "test 1", snapshot.ErrDamaged},
		"cut short":          {func(b []byte) []byte { return b[:len(b)-1] }, "test 1", snapshot.ErrDamaged},
		"cut in a number":    {func(b []byte) []byte { return b[:37] }, "test 1", snapshot.ErrDamaged},
		"a bit of a value":   {func(b []byte) []byte { b[len(b)/2] ^= 4; return b }, "test 1", snapshot.ErrDamaged},
		"a bit of a sum":     {func(b []byte) []byte { b[len(b)-1] ^= 4; return b }, "test 1", snapshot.ErrDamaged},
		"a huge length":      {func(b []byte) []byte { copy(b[26:], bytes.Repeat([]byte{0xff}, 8)); return b }, "test 1", snapshot.ErrDamaged},
	} {
		if _, _, _, err := read(c.change(bytes.Clone(whole)), c.format); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestErrorsStay(t *testing.T) {
	full := errors.New("full")
	w := snapshot.NewWriter(failing{full}, "test 1")
	snapshot.Put(w, []int32{1})
	if !errors.Is(w.Err(), full) {
		t.Errorf("writing: %v", w.Err())
	}
	r := snapshot.NewReader(io.MultiReader(bytes.NewReader(written()[:30]), failing{full}), 1<<20, "test 1")
	if snapshot.Get[pair](r, 0) != nil || !errors.Is(r.Err(), full) {
		t.Errorf("reading: %v", r.Err())
	}
	r.Fail(snapshot.ErrDamaged)
	if !errors.Is(r.Err(), full) {
		t.Errorf("the first error is lost: %v", r.Err())
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
func (f failing) Read([]byte) (int, error)  { return 0, f.err }

func TestPointersAreRefused(t *testing.T) {
	for name, put := range map[string]func(*snapshot.Writer){
		"texts":        func(w *snapshot.Writer) { snapshot.Put(w, []string{"a"}) },
		"a field":      func(w *snapshot.Writer) { snapshot.Put(w, []struct{ p *int }{}) },
		"in an array":  func(w *snapshot.Writer) { snapshot.Put(w, [][2][]int{}) },
		"an interface": func(w *snapshot.Writer) { snapshot.Put(w, []any{1}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			put(snapshot.NewWriter(io.Discard, ""))
		}()
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written())
	f.Fuzz(func(t *testing.T, b []byte) {
		if pairs, _, _, err := read(b, "test 1"); err == nil && len(pairs)*8 > len(b) {
			t.Errorf("%d pairs of %d bytes", len(pairs), len(b))
		}
	})
}
