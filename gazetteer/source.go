package gazetteer

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Form is the format of a file of places.
type Form int

// The formats that can be imported.
const (
	FormGeoNames   Form = iota // 19-column dump
	FormAlternates             // alternateNamesV2
	FormGeoJSON
	FormCSV
	FormTSV
)

// Source is a file of places, or a member of a zip archive.
type Source struct {
	Name   string // path of the file; in an archive "SY.zip:SY.txt"
	Form   Form
	prefix string // prefix of IDs without one
	open   func() (io.ReadCloser, error)
}

// OpenSources returns what can be imported from a file: the file itself, or the members of a zip
// archive except for GeoNames' notes and lists. The format is detected from the content. prefix
// is the prefix of IDs without one; by default the file's name.
func OpenSources(file, prefix string) ([]Source, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var magic [4]byte
	if _, err := io.ReadFull(f, magic[:]); err == nil && string(magic[:]) == "PK\x03\x04" {
		return zipSources(file, prefix)
	}
	s, err := newSource(file, prefix, func() (io.ReadCloser, error) { return os.Open(file) })
	if err != nil {
		return nil, err
	}
	return []Source{s}, nil
}

// isNote reports whether a member of a GeoNames archive has no places.
func isNote(name string) bool {
	return slices.Contains([]string{"readme.txt", "iso-languagecodes.txt"}, strings.ToLower(name))
}

func zipSources(file, prefix string) ([]Source, error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; download it again", file, err)
	}
	defer archive.Close()
	var sources []Source
	for _, member := range archive.File {
		name := member.Name
		if member.FileInfo().IsDir() || isNote(path.Base(name)) {
			continue
		}
		s, err := newSource(file+":"+name, prefix, func() (io.ReadCloser, error) { return openMember(file, name) })
		if err != nil {
			return nil, err
		}
		sources = append(sources, s)
	}
	if len(sources) == 0 {
		return nil, fmt.Errorf("%s: no file of places in the archive", file)
	}
	return sources, nil
}

// openMember opens a member of an archive; closing it closes the archive.
func openMember(file, name string) (io.ReadCloser, error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	member, err := archive.Open(name)
	if err != nil {
		archive.Close()
		return nil, err
	}
	return &zipMember{member, archive}, nil
}

type zipMember struct {
	fs.File
	archive io.Closer
}

// Close closes the member and its archive.
func (m *zipMember) Close() error { return errors.Join(m.File.Close(), m.archive.Close()) }

func newSource(name, prefix string, open func() (io.ReadCloser, error)) (Source, error) {
	f, err := open()
	if err != nil {
		return Source{}, err
	}
	defer f.Close()
	head, err := bufio.NewReaderSize(f, 1<<16).Peek(1 << 16)
	if err != nil && err != io.EOF {
		return Source{}, fmt.Errorf("%s: %w", name, err)
	}
	form, err := sniff(head)
	if err != nil {
		return Source{}, fmt.Errorf("%s: %w", name, err)
	}
	if prefix == "" {
		base := filepath.Base(name)
		prefix, _, _ = strings.Cut(base[strings.LastIndex(base, ":")+1:], ".")
	}
	return Source{Name: name, Form: form, prefix: prefix, open: open}, nil
}

// sniff detects the format of a file from its beginning: JSON by its brace, the GeoNames formats
// by the number of columns, tables by their header.
func sniff(head []byte) (Form, error) {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	if start := bytes.TrimLeft(head, " \t\r\n\x1e"); len(start) > 0 && start[0] == '{' {
		return FormGeoJSON, nil
	}
	for line := range strings.Lines(string(head)) {
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		_, err := strconv.ParseUint(columns[0], 10, 63)
		switch {
		case err == nil && (len(columns) == alternateColumns || len(columns) == oldAlternateColumns):
			return FormAlternates, nil
		case err == nil && len(columns) > 1, len(columns) == geoNamesColumns:
			return FormGeoNames, nil
		case len(columns) > 1:
			return FormTSV, nil
		case strings.ContainsAny(line, ","):
			return FormCSV, nil
		}
		if strings.Contains(line, ";") {
			return 0, fmt.Errorf("begins with %.40q; want commas or tabs between the columns, and points in the numbers: in a spreadsheet save it as CSV, comma-separated", strings.TrimSpace(line))
		}
		return 0, fmt.Errorf("begins with %.40q; want a GeoNames dump (19 columns), alternateNamesV2 (10), GeoJSON, or a table with a header", line)
	}
	return 0, errors.New("empty; want places")
}

// Entries reads the places of a source other than alternate names.
func (s Source) Entries() iter.Seq2[Entry, error] {
	return reading(s, func(r io.Reader) iter.Seq2[Entry, error] {
		switch s.Form {
		case FormGeoJSON:
			return ReadGeoJSON(r, s.prefix)
		case FormCSV:
			return ReadDelimited(r, ',', s.prefix)
		case FormTSV:
			return ReadDelimited(r, '\t', s.prefix)
		}
		return ReadGeoNames(r)
	})
}

// Alternates reads a source of alternate names.
func (s Source) Alternates() iter.Seq2[AlternateName, error] { return reading(s, ReadAlternateNames) }

// reading opens a source while it is read.
func reading[T any](s Source, read func(io.Reader) iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		f, err := s.open()
		if err != nil {
			yield(*new(T), err)
			return
		}
		defer f.Close()
		for v, err := range read(f) {
			if !yield(v, err) {
				return
			}
		}
	}
}
