package jsonstream

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	stop := errors.New("stop")
	for _, tt := range []struct {
		name, json, want string
		err              error
	}{
		{"elements", ` [1, {"a":2} , [3]] `, `1 {"a":2} [3]`, nil},
		{"none", `[]`, ``, nil},
		{"the first error ends it", `[1, "stop", 2]`, `1 "stop"`, stop},
		{"breaks off", `[1, 2`, `1 2`, io.ErrUnexpectedEOF},
		{"an object", `{}`, ``, ErrNoList},
		{"a number", `1`, ``, ErrNoList},
		{"nothing", ` `, ``, ErrNoList},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := NewDecoder(strings.NewReader(tt.json))
			var got []string
			err := d.List(func() error {
				var raw json.RawMessage
				if err := d.Decode(&raw); err != nil {
					return err
				}
				if got = append(got, string(raw)); string(raw) == `"stop"` {
					return stop
				}
				return nil
			})
			if strings.Join(got, " ") != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("%q, error %v", got, err)
			}
		})
	}
}

func TestObject(t *testing.T) {
	for _, tt := range []struct {
		name, json, want string
		err              error
	}{
		{"members", `{"a": 1, "b": [2], "a": null}`, `a=1 b=[2] a=null`, nil},
		{"none", `{ }`, ``, nil},
		{"breaks off", `{"a": 1`, `a=1`, io.ErrUnexpectedEOF},
		{"a list", `[]`, ``, ErrNoObject},
		{"nothing", ``, ``, ErrNoObject},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := NewDecoder(strings.NewReader(tt.json))
			var got []string
			err := d.Object(func(key string) error {
				var raw json.RawMessage
				err := d.Decode(&raw)
				got = append(got, key+"="+string(raw))
				return err
			})
			if strings.Join(got, " ") != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("%q, error %v", got, err)
			}
		})
	}
	var syntax *json.SyntaxError
	if err := NewDecoder(strings.NewReader(`{1:2}`)).Object(func(string) error { return nil }); !errors.As(err, &syntax) {
		t.Errorf("error %v of a key that is a number", err)
	}
}

// TestLine asks for the line of each byte of a text, compared with a count.
func TestLine(t *testing.T) {
	const text = "\n[1,\n\n2\n,3]\n"
	d := NewDecoder(strings.NewReader(text))
	if err := d.List(func() error { var n int; return d.Decode(&n) }); err != nil {
		t.Fatal(err)
	}
	d.More() // reads to the end
	for at := range len(text) {
		if got, want := d.Line(int64(at)), 1+strings.Count(text[:at], "\n"); got != want {
			t.Errorf("byte %d: line %d, want %d", at, got, want)
		}
	}
	if got := d.Line(math.MaxInt64); got != 1+strings.Count(text, "\n") {
		t.Errorf("line %d at the end", got)
	}
}

// FuzzList reads any JSON: a list is read completely, as encoding/json reads it.
func FuzzList(f *testing.F) {
	f.Add(` [1, {"a":[2]}, "b"] `)
	f.Add(`[1,]`)
	f.Add(`[[[[`)
	f.Fuzz(func(t *testing.T, text string) {
		d := NewDecoder(strings.NewReader(text))
		n := 0
		err := d.List(func() error {
			var raw json.RawMessage
			n++
			return d.Decode(&raw)
		})
		var want []json.RawMessage
		if bad := json.Unmarshal([]byte(text), &want); bad == nil && want != nil && (err != nil || n != len(want)) {
			t.Errorf("%d elements, want %d, error %v", n, len(want), err)
		}
		if last := d.Line(math.MaxInt64); last > 1+strings.Count(text, "\n") {
			t.Errorf("line %d", last)
		}
	})
}
