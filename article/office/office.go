// Package office reads the text of documents that are zip archives of XML: DOCX
// (Office Open XML), ODT (OpenDocument) and EPUB.
//
//	z, err := zip.NewReader(file, size)
//	d, err := office.Read(work.New(ctx), z)
//
// Time is linear in what is unpacked.
package office

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/work"
)

// Errors of archives that are no documents that can be read.
var (
	ErrNotOffice   = errors.New("not a document in DOCX, ODT or EPUB")
	ErrSpreadsheet = errors.New("a spreadsheet")
	ErrSlides      = errors.New("a presentation")
)

// maxPart is how many bytes of XML or HTML a document may have, unpacked.
const maxPart = 64 << 20

// Document is what is in a document: paragraphs, or a book.
type Document struct {
	Text string
	Book *Book // of EPUB; nil for others
}

// Book is what is in a book, and what that says of itself.
type Book struct {
	Title string
	Date  string   // as it stands there
	Pages []string // HTML, in the order of the book
}

// Read reads a document.
func Read(steps *work.Counter, z *zip.Reader) (Document, error) {
	a := archive{}
	for _, f := range z.File {
		a[f.Name] = f
	}
	kind, _ := a.part("mimetype")
	switch {
	case a["word/document.xml"] != nil:
		return a.text(steps, "word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
	case a["xl/workbook.xml"] != nil, strings.Contains(kind, "opendocument.spreadsheet"):
		return Document{}, ErrSpreadsheet
	case a["ppt/presentation.xml"] != nil, strings.Contains(kind, "opendocument.presentation"):
		return Document{}, ErrSlides
	case a["content.xml"] != nil && a["META-INF/manifest.xml"] != nil:
		return a.text(steps, "content.xml")
	case a["META-INF/container.xml"] != nil:
		book, err := a.book()
		return Document{Book: book}, err
	}
	return Document{}, ErrNotOffice
}

// archive finds the parts of a document by name.
type archive map[string]*zip.File

// text returns the text of a part and of those others that there are.
func (a archive) text(steps *work.Counter, name string, others ...string) (Document, error) {
	var texts []string
	for _, n := range append([]string{name}, others...) {
		if n != name && a[n] == nil {
			continue
		}
		data, err := a.part(n)
		if err != nil {
			return Document{}, err
		}
		text, err := paragraphText(steps, data)
		if err != nil {
			return Document{}, fmt.Errorf("%s: %w", n, err)
		}
		if text != "" {
			texts = append(texts, text)
		}
	}
	return Document{Text: strings.Join(texts, "\n\n")}, nil
}

var errNoPart = errors.New("no such part")

// part returns a part of an archive.
func (a archive) part(name string) (string, error) {
	f := a[name]
	if f == nil {
		return "", errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err == nil && len(data) > maxPart {
		err = fmt.Errorf("%s is larger than %d MiB", name, maxPart>>20)
	}
	return string(data), err
}
