// Package site writes the page and data as files that need no server: they open from any web host,
// under any path, and from a disk.
//
// From a disk a browser can fetch neither data nor modules, and loads only scripts. So all data is
// in scripts, each a call of datelinePart with a name and gzipped JSON in base64;
// frontend/public/static.js answers the page's requests from them.
package site

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Site is a site that is being written.
type Site struct {
	root *os.Root // makes writes fail after the folder was removed
	size int64
}

// Size returns the number of bytes written.
func (s *Site) Size() int64 { return s.size }

// marker is a file that marks a folder as a site, which may be replaced.
const marker = ".dateline-site"

// Write calls fill to write a site, and moves it to dir once it is complete. An existing site is
// replaced; any other folder that is not empty is refused. It removes partial sites for dir left
// by killed processes; a process still writing one then fails.
func Write(dir string, fill func(*Site) error) error {
	if err := replaceable(dir); err != nil {
		return err
	}
	parent, prefix := filepath.Dir(dir), "."+filepath.Base(dir)+".part-"
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	if err := removeAll(parent, prefix); err != nil {
		return err
	}
	part, err := os.MkdirTemp(parent, prefix+"*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(part) // already gone if all went well
	if err := fillPart(part, fill); err != nil {
		return err
	}
	before := part + "-before"
	if err := os.Rename(dir, before); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(part, dir); err != nil {
		return errors.Join(err, os.Rename(before, dir))
	}
	return os.RemoveAll(before)
}

// removeAll removes the entries of a folder with a prefix.
func removeAll(dir, prefix string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return err
}

// fillPart writes a site into a folder, and marks it as one.
func fillPart(dir string, fill func(*Site) error) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	s := &Site{root: root}
	if err := fill(s); err != nil {
		return err
	}
	if err := s.file(marker, nil); err != nil {
		return err
	}
	return root.Chmod(".", 0o755)
}

func replaceable(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, marker)); err != nil {
		return fmt.Errorf("%s: the folder has other files in it; give a new folder", dir)
	}
	return nil
}

// published is the page as a single script, built in addition to the modules.
const published = "assets/published.js"

// Page writes the built page, changed to read from its own files instead of a server. Its maps
// become data, and one script replaces its modules, as browsers load no modules from a disk.
func (s *Site) Page(page fs.FS) error {
	for _, name := range []string{"index.html", published} {
		if _, err := fs.Stat(page, name); err != nil {
			return fmt.Errorf("%w: %w", errPage, err)
		}
	}
	return fs.WalkDir(page, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "placeholder/") {
			return err
		}
		script := strings.HasPrefix(name, "assets/") && path.Ext(name) == ".js"
		if script && name != published {
			return nil
		}
		body, err := fs.ReadFile(page, name)
		if err != nil {
			return err
		}
		switch {
		case path.Ext(name) == ".json":
			return s.Part(strings.TrimSuffix(path.Base(name), ".json"), body)
		case name == "index.html":
			body, err = index(body)
		case script:
			body, err = classic(body)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return s.file(name, body)
	})
}

// errPage reports a build of the page that this package does not expect.
var errPage = errors.New("the page was built in an unexpected way; run: make build")

// index makes the page start with static.js, and load its module as a script.
func index(html []byte) ([]byte, error) {
	boot := regexp.MustCompile(`<script +src="\./boot\.js"></script>`)
	module := regexp.MustCompile(`<script type="module" crossorigin src="[^"]*">`)
	ahead := regexp.MustCompile(`\s*<link rel="modulepreload"[^>]*>`)
	if len(boot.FindAll(html, -1)) != 1 || len(module.FindAll(html, -1)) != 1 {
		return nil, fmt.Errorf("%w: want one boot.js and one module", errPage)
	}
	html = boot.ReplaceAll(html, []byte(`<script src="./static.js"></script>$0`))
	html = module.ReplaceAll(html, []byte(`<script defer src="./`+published+`">`))
	html = ahead.ReplaceAll(html, nil)
	return bytes.ReplaceAll(html, []byte(" crossorigin"), nil), nil
}

// classic turns a module without imports and exports into a script.
func classic(module []byte) ([]byte, error) {
	if regexp.MustCompile(`(?m)(^|[;}])(import|export)[ {*"']`).Match(module) {
		return nil, fmt.Errorf("%w: a module that imports or exports", errPage)
	}
	module = bytes.ReplaceAll(module, []byte("import.meta.url"), []byte("datelineScript"))
	module = bytes.ReplaceAll(module, []byte("import.meta.resolve"), []byte("undefined")) // of what loads modules later
	begin := []byte(`"use strict";(()=>{const datelineScript=document.currentScript.src;`)
	return slices.Concat(begin, module, []byte("\n})();\n")), nil
}

// Part writes JSON as a part of the data.
func (s *Site) Part(name string, json []byte) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, `datelinePart(%q,"`, name)
	if err := pack(&b, json); err != nil {
		return err
	}
	b.WriteString(`");` + "\n")
	return s.file("data/"+name+".js", b.Bytes())
}

// File writes a file piece by piece.
func (s *Site) File(name string, write func(io.Writer) error) error {
	name = filepath.FromSlash(name)
	if err := s.root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := s.root.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	if err = write(out); err == nil {
		err = out.Flush()
	}
	if info, statErr := f.Stat(); err == nil && statErr == nil {
		s.size += info.Size()
	}
	return errors.Join(err, f.Close())
}

func pack(w io.Writer, data []byte) error {
	text := base64.NewEncoder(base64.StdEncoding, w)
	zip, err := gzip.NewWriterLevel(text, gzip.BestCompression)
	if err != nil {
		return err
	}
	_, err = zip.Write(data)
	return errors.Join(err, zip.Close(), text.Close())
}

func (s *Site) file(name string, body []byte) error {
	name = filepath.FromSlash(name)
	if err := s.root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	s.size += int64(len(body))
	return s.root.WriteFile(name, body, 0o644)
}
