package gazetteer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Imported is an imported file. The store keeps a copy of it, so that the index can be rebuilt
// without any of them.
type Imported struct {
	Name   string    `json:"name"` // for people: "SY", "villages.csv"
	From   string    `json:"from"` // absolute path or address; each is imported once
	Prefix string    `json:"prefix,omitempty"`
	Date   time.Time `json:"date"`
	Places int       `json:"places"`
	Names  int       `json:"names"` // alternate ones, of an alternateNamesV2
	File   string    `json:"file"`  // the copy, in the store's folder
}

// SourceName returns a source's name for messages: the imported file's rather than its copy's.
func (i *Imported) SourceName(s Source) string {
	name := s.Name
	if at := strings.LastIndex(name, ":"); at > 0 && !strings.Contains(name[at:], string(filepath.Separator)) {
		return filepath.Base(i.File) + name[at:]
	}
	return filepath.Base(i.File)
}

// copies is the folder of the copies in a store.
const copies = "sources"

func (s Store) journal() string { return filepath.Join(s.dir, "imports.json") }

// Imports returns what was imported, oldest first. Imports older than this list are one Imported
// without a copy.
func (s Store) Imports() ([]Imported, error) {
	text, err := os.ReadFile(s.journal())
	if errors.Is(err, fs.ErrNotExist) {
		info, err := os.Stat(s.File())
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return []Imported{{Name: "earlier", From: "imports before there was a list of them", Date: info.ModTime()}}, nil
	}
	if err != nil {
		return nil, err
	}
	var list []Imported
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, fmt.Errorf("%s: %w; delete it and import again", s.journal(), err)
	}
	return list, nil
}

// Copy copies a file into the store and returns its path there, which depends on content and
// name only.
func (s Store) Copy(file string) (string, error) {
	in, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Join(s.dir, copies), 0o755); err != nil {
		return "", err
	}
	part, err := os.CreateTemp(filepath.Join(s.dir, copies), "*.tmp")
	if err != nil {
		return "", err
	}
	defer os.Remove(part.Name()) // already renamed on success
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(part, sum), in)
	if err = errors.Join(err, part.Close()); err != nil {
		return "", err
	}
	name := filepath.Join(copies, hex.EncodeToString(sum.Sum(nil)[:8]), filepath.Base(file))
	if err := os.MkdirAll(filepath.Dir(s.Path(name)), 0o755); err != nil {
		return "", err
	}
	return name, os.Rename(part.Name(), s.Path(name))
}

// Path returns the path of a copy.
func (s Store) Path(name string) string { return filepath.Join(s.dir, name) }

// Keep stores the list of imports, and deletes the copies that it does not name.
func (s Store) Keep(list []Imported) error {
	text, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	part := s.journal() + ".tmp"
	if err := os.WriteFile(part, append(text, '\n'), 0o644); err != nil {
		return err
	}
	if err := os.Rename(part, s.journal()); err != nil {
		return err
	}
	folders, err := filepath.Glob(filepath.Join(s.dir, copies, "*"))
	for _, folder := range folders {
		if !slices.ContainsFunc(list, func(i Imported) bool { return i.File != "" && filepath.Dir(s.Path(i.File)) == folder }) {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}
	return err
}

// Rebuild compiles a list from its copies and replaces the index; add reads the sources of an
// entry of the list. It does not store the list.
func (s Store) Rebuild(ctx context.Context, list []Imported, add func(*Import, *Imported, []Source) error) error {
	if len(list) == 0 {
		if err := os.Remove(s.File()); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	beside, err := os.MkdirTemp(s.dir, "rebuild-*.tmp")
	if err != nil {
		return err
	}
	defer os.RemoveAll(beside)
	fresh := NewStore(beside)
	for i := range list {
		if list[i].File == "" {
			return fmt.Errorf("%s was written by a version that did not list imports; delete it and import again what you need", s.File())
		}
		sources, err := OpenSources(s.Path(list[i].File), list[i].Prefix)
		if err != nil {
			return err
		}
		im, err := fresh.NewImport()
		if err != nil {
			return err
		}
		if err := add(im, &list[i], sources); err != nil {
			return err
		}
		if _, err := im.Commit(ctx); err != nil {
			return err
		}
	}
	return os.Rename(fresh.File(), s.File())
}
