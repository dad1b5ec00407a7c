package office

import (
	"encoding/xml"
	"io"
	"strings"

	"dateline/work"
)

// paragraphText returns the paragraphs of a document, separated by blank lines, then its notes.
func paragraphText(steps *work.Counter, data string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(data))
	var w writer
	for {
		if err := steps.Add(1); err != nil {
			return "", err
		}
		token, err := d.RawToken()
		if err == io.EOF {
			return strings.TrimSpace(strings.TrimSpace(w.text.String()) + "\n\n" + strings.TrimSpace(w.notes.String())), nil
		} else if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			w.start(t.Name)
		case xml.EndElement:
			w.end(t.Name)
		case xml.CharData:
			if w.depth > 0 && w.skip == 0 {
				w.to().Write(t)
			}
		}
	}
}

// writer writes the text of a document.
type writer struct {
	text, notes strings.Builder
	depth       int // nested paragraphs
	skip        int // nested elements that are left out
	note        int // of notes
}

// to returns the builder that receives text at present.
func (w *writer) to() *strings.Builder {
	if w.note > 0 {
		return &w.notes
	}
	return &w.text
}

func (w *writer) start(n xml.Name) {
	switch {
	case isParagraph(n):
		w.depth++
	case isLeftOut(n):
		w.skip++
	case isNote(n):
		w.note++
	case w.skip > 0 || w.depth == 0:
	case n.Local == "tab", n.Local == "s":
		w.to().WriteByte(' ')
	case n.Local == "noBreakHyphen":
		w.to().WriteByte('-')
	case n.Local == "br", n.Local == "line-break", n.Local == "cr":
		w.to().WriteByte('\n')
	}
}

func (w *writer) end(n xml.Name) {
	switch {
	case isParagraph(n):
		w.depth = max(0, w.depth-1)
		if w.skip == 0 {
			w.to().WriteString("\n\n")
		}
	case isLeftOut(n):
		w.skip = max(0, w.skip-1)
	case isNote(n):
		w.note = max(0, w.note-1)
	}
}

// isParagraph goes by the local name only, as prefixes vary between programs.
func isParagraph(n xml.Name) bool { return n.Local == "p" || n.Local == "h" }

// isLeftOut reports whether the content of an element is not part of the text: deletions,
// comments, field codes, the fallback of a text box, note numbers.
func isLeftOut(n xml.Name) bool {
	switch n.Local {
	case "annotation", "delText", "instrText", "tracked-changes", "Fallback", "note-citation", "sectPr", "pPr", "rPr":
		return true
	}
	return false
}

func isNote(n xml.Name) bool { return n.Local == "note-body" }
