package site

import (
	"compress/gzip"
	"encoding/base64"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// built is a page as Vite builds it.
func built() fstest.MapFS {
	return fstest.MapFS{
		"index.html": {Data: []byte(`<script  src="./boot.js"></script>
<script type="module" crossorigin src="./assets/index-X.js"></script>
<link rel="modulepreload" crossorigin href="./assets/part-X.js">
<link rel="stylesheet" crossorigin href="./assets/index-X.css">`)},
		"boot.js":             {Data: []byte("boot")},
		"static.js":           {Data: []byte("static")},
		"assets/index-X.js":   {Data: []byte("import{b}from`./part-X.js`;b()")},
		"assets/part-X.js":    {Data: []byte("export{a as b};")},
		"assets/published.js": {Data: []byte("var u=new URL(`map-X.json`,import.meta.url).href;")},
		"assets/index-X.css":  {Data: []byte("p{}")},
		"assets/map-X.json":   {Data: []byte(`{"a":"“b”"}`)},
		"placeholder/x.html":  {Data: []byte("not built")},
		"placeholder/style.x": {Data: []byte("x")},
	}
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestPage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	if err := Write(dir, func(s *Site) error { return s.Page(built()) }); err != nil {
		t.Fatal(err)
	}
	want := `<script src="./static.js"></script><script  src="./boot.js"></script>
<script defer src="./assets/published.js"></script>
<link rel="stylesheet" href="./assets/index-X.css">`
	if got := read(t, dir, "index.html"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got := read(t, dir, "assets", "published.js"); !strings.Contains(got, "new URL(`map-X.json`,datelineScript).href") || !strings.HasPrefix(got, `"use strict";(()=>{`) {
		t.Error(got)
	}
	part := regexp.MustCompile(`^datelinePart\("map-X","([A-Za-z0-9+/=]+)"\);\n$`).FindStringSubmatch(read(t, dir, "data", "map-X.js"))
	if part == nil {
		t.Fatal(read(t, dir, "data", "map-X.js"))
	}
	unzipped, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(part[1])))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(unzipped); err != nil || string(text) != `{"a":"“b”"}` {
		t.Errorf("%s, %v", text, err)
	}
	for _, name := range []string{"placeholder", "assets/map-X.json", "assets/index-X.js", "assets/part-X.js"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s is there", name)
		}
	}
}

// TestPageOfAnotherBuild: a page with an unexpected build is refused.
func TestPageOfAnotherBuild(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){
		"chunks":       func(p fstest.MapFS) { p[published].Data = []byte("import{a}from`./b.js`;a()") },
		"modules only": func(p fstest.MapFS) { delete(p, published) },
		"no boot": func(p fstest.MapFS) {
			p["index.html"].Data = []byte(`<script type="module" crossorigin src="x"></script>`)
		},
		"no module": func(p fstest.MapFS) {
			p["index.html"].Data = []byte(`<script  src="./boot.js"></script>`)
		},
	} {
		page, dir := built(), filepath.Join(t.TempDir(), "x")
		change(page)
		if err := Write(dir, func(s *Site) error { return s.Page(page) }); !errors.Is(err, errPage) {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) > 0 {
			t.Errorf("%s: %v is left", name, left)
		}
	}
}

func TestWriteReplacesOnlySites(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x")
	part := func(name string) func(*Site) error {
		return func(s *Site) error { return s.Part(name, []byte("{}")) }
	}
	for _, name := range []string{"first", "second"} {
		if err := Write(dir, part(name)); err != nil {
			t.Fatal(err)
		}
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "data", "*")); len(found) != 1 || filepath.Base(found[0]) != "second.js" {
		t.Errorf("%v", found)
	}
	failing := errors.New("failing")
	if err := Write(dir, func(*Site) error { return failing }); !errors.Is(err, failing) {
		t.Error(err)
	}
	read(t, dir, "data", "second.js")
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "thesis.tex"), []byte("years of work"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(other, part("x")); err == nil || !strings.Contains(err.Error(), "give a new folder") {
		t.Error(err)
	}
	read(t, other, "thesis.tex")
}

// TestWriteAfterAnotherWasKilled: files left by a killed process are removed, and others that look
// alike are not.
func TestWriteAfterAnotherWasKilled(t *testing.T) {
	parent := t.TempDir()
	for _, name := range []string{".x.part-1", ".x.part-2-before", ".xy.part-1", "x.part-1"} {
		if err := os.MkdirAll(filepath.Join(parent, name, "data"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(filepath.Join(parent, "x"), func(s *Site) error { return s.Part("a", []byte("{}")) }); err != nil {
		t.Fatal(err)
	}
	var names []string
	entries, _ := os.ReadDir(parent)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != ".xy.part-1 x x.part-1" {
		t.Error(got)
	}
}

// TestWriteBesideAnother: of two concurrent writes one is complete, and the other reports that it
// is not.
func TestWriteBesideAnother(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder in use is not removed")
	}
	dir := filepath.Join(t.TempDir(), "x")
	err := Write(dir, func(s *Site) error {
		if err := s.Part("first", []byte("{}")); err != nil {
			t.Fatal(err)
		}
		if err := Write(dir, func(s *Site) error { return s.Part("second", []byte("{}")) }); err != nil {
			t.Fatal(err)
		}
		return s.Part("third", []byte("{}"))
	})
	if err == nil {
		t.Error("the first was written, too")
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "data", "*")); len(found) != 1 || filepath.Base(found[0]) != "second.js" {
		t.Errorf("%v", found)
	}
}
