// Package office reads the text of documents that are zip archives of XML: DOCX
// (Office Open XML), ODT (OpenDocument) and EPUB.
package office

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"dateline/work"
)

// ErrNotOffice is the error of an archive that is none of these.
var ErrNotOffice = errors.New("not a document in DOCX, ODT or EPUB")

// maxPart is how many bytes of XML or HTML a document may have, unpacked.
const maxPart = 64 << 20

// Document is what is in a document: paragraphs, or the pages of a book.
type Document struct {
	Text  string
	Pages []string // of EPUB: HTML, in the order of the book
}

// Read reads a document.
func Read(steps *work.Counter, z *zip.Reader) (Document, error) {
	a := archive{}
	for _, f := range z.File {
		a[f.Name] = f
	}
	switch {
	case a["word/document.xml"] != nil:
		return a.text(steps, "word/document.xml", "p")
	case a["content.xml"] != nil && a["META-INF/manifest.xml"] != nil:
		return a.text(steps, "content.xml", "p", "h")
	case a["META-INF/container.xml"] != nil:
		pages, err := a.pages()
		return Document{Pages: pages}, err
	}
	return Document{}, ErrNotOffice
}

// archive finds the parts of a document by name.
type archive map[string]*zip.File

func (a archive) text(steps *work.Counter, name string, paragraphs ...string) (Document, error) {
	data, err := a.part(name)
	if err != nil {
		return Document{}, err
	}
	text, err := paragraphText(steps, data, paragraphs)
	return Document{Text: text}, err
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

// paragraphText returns the text of the paragraphs of a document, a blank line
// between them. Notes in the margin are left out.
func paragraphText(steps *work.Counter, data string, paragraphs []string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(data))
	var b strings.Builder
	depth, skip := 0, 0 // of paragraphs; of what is left out
	for {
		if err := steps.Add(1); err != nil {
			return "", err
		}
		token, err := d.RawToken()
		if err == io.EOF {
			return strings.TrimSpace(b.String()), nil
		} else if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case isParagraph(t.Name, paragraphs):
				depth++
			case t.Name.Local == "annotation":
				skip++
			case t.Name.Local == "tab", t.Name.Local == "s":
				b.WriteByte(' ')
			case t.Name.Local == "br", t.Name.Local == "line-break", t.Name.Local == "cr":
				b.WriteByte('\n')
			}
		case xml.EndElement:
			switch {
			case isParagraph(t.Name, paragraphs):
				depth--
				b.WriteString("\n\n")
			case t.Name.Local == "annotation":
				skip--
			}
		case xml.CharData:
			if depth > 0 && skip == 0 {
				b.Write(t)
			}
		}
	}
}

func isParagraph(name xml.Name, paragraphs []string) bool {
	for _, p := range paragraphs {
		if name.Local == p && (name.Space == "w" || name.Space == "text") {
			return true
		}
	}
	return false
}

// pages returns the pages of a book in the order of its spine.
func (a archive) pages() ([]string, error) {
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	var book struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
			Type string `xml:"media-type,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	data, err := a.part("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	if err := xml.Unmarshal([]byte(data), &container); err != nil || len(container.Roots) == 0 {
		return nil, ErrNotOffice
	}
	root := container.Roots[0].Path
	if data, err = a.part(root); err != nil {
		return nil, err
	}
	if err := xml.Unmarshal([]byte(data), &book); err != nil {
		return nil, err
	}
	where := map[string]string{}
	for _, item := range book.Items {
		if strings.Contains(item.Type, "html") {
			where[item.ID] = path.Join(path.Dir(root), item.Href)
		}
	}
	var pages []string
	for _, item := range book.Spine {
		page, err := a.part(where[item.ID])
		if err == nil {
			pages = append(pages, page)
		} else if !errors.Is(err, errNoPart) {
			return nil, err
		}
	}
	return pages, nil
}
