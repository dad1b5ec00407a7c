// Package office reads the text of documents that are zip archives of XML: DOCX, PPTX and
// XLSX (Office Open XML), ODT and ODP (OpenDocument) and EPUB.
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

// Errors of archives that are not readable documents.
var (
	ErrNotOffice   = errors.New("not a document in DOCX, PPTX, ODT, ODP or EPUB")
	ErrWorkbook    = errors.New("a workbook in XLSX, which Sheets reads")
	ErrSpreadsheet = errors.New("an OpenDocument spreadsheet")
)

// maxPart is the maximum size of a document's XML or HTML, in uncompressed bytes.
const maxPart = 64 << 20

// Document is the text of a document, or a book.
type Document struct {
	Text string
	Book *Book // of EPUB; nil otherwise
}

// Book is an e-book with its metadata.
type Book struct {
	Title string
	Date  string   // as written
	Pages []string // HTML, in reading order
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
	case a["ppt/presentation.xml"] != nil:
		return a.slides(steps)
	case a["xl/workbook.xml"] != nil:
		return Document{}, ErrWorkbook
	case strings.Contains(kind, "opendocument.spreadsheet"):
		return Document{}, ErrSpreadsheet
	case a["content.xml"] != nil && (a["META-INF/manifest.xml"] != nil || strings.Contains(kind, "opendocument")):
		return a.text(steps, "content.xml")
	case a["META-INF/container.xml"] != nil:
		book, err := a.book()
		return Document{Book: book}, err
	}
	return Document{}, ErrNotOffice
}

// archive maps the names of parts to their files.
type archive map[string]*zip.File

// text returns the text of a part, followed by that of the other parts that exist.
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

// slides returns the text of the slides of a presentation in order, then that of their notes.
func (a archive) slides(steps *work.Counter) (Document, error) {
	var texts []string
	for _, pattern := range []string{"ppt/slides/slide%d.xml", "ppt/notesSlides/notesSlide%d.xml"} {
		for i := 1; a[fmt.Sprintf(pattern, i)] != nil; i++ {
			d, err := a.text(steps, fmt.Sprintf(pattern, i))
			if err != nil {
				return Document{}, err
			}
			if d.Text != "" {
				texts = append(texts, d.Text)
			}
		}
	}
	return Document{Text: strings.Join(texts, "\n\n")}, nil
}

var errNoPart = errors.New("no such part")

// part returns the content of a part.
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
