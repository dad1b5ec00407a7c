package document

import (
	"bufio"
	"bytes"
	"io"

	"github.com/segmentio/encoding/json"
)

// WriteJSON writes the document as JSON on one line, with empty lists where it has
// none. It holds the JSON of one mention at a time.
func (d *Document) WriteJSON(w io.Writer) error {
	frame := *d
	frame.Mentions, frame.Fronts, frame.Events = []Mention{}, []Front{}, []Event{}
	b, err := json.Append(nil, &frame, encoding)
	if err != nil {
		return err
	}
	// A quotation mark within a string has a backslash, so these are keys.
	before, rest, _ := bytes.Cut(b, []byte(`"mentions":[`))
	between, rest, _ := bytes.Cut(rest, []byte(`"fronts":[`))
	behind, after, _ := bytes.Cut(rest, []byte(`"events":[`))
	out := listWriter{Writer: bufio.NewWriter(w)}
	out.Write(before)
	out.WriteString(`"mentions":[`)
	if err := writeList(&out, d.Mentions, (*Mention).writeTo); err != nil {
		return err
	}
	out.Write(between)
	out.WriteString(`"fronts":[`)
	if err := writeList(&out, d.Fronts, (*Front).writeTo); err != nil {
		return err
	}
	out.Write(behind)
	out.WriteString(`"events":[`)
	if err := writeList(&out, d.Events, (*Event).writeTo); err != nil {
		return err
	}
	out.Write(after)
	return out.Flush()
}

// encoding is how documents are written. The JSON that they hold was read or made as such,
// and is not checked again.
const encoding = json.EscapeHTML | json.SortMapKeys | json.TrustRawMessage

// listWriter writes lists item by item.
type listWriter struct {
	*bufio.Writer
	item jsonWriter // with the memory of the last
}

// writeList writes the items of a list.
func writeList[T any](w *listWriter, list []T, write func(*T, *jsonWriter)) error {
	for i := range list {
		if i > 0 {
			w.WriteByte(',')
		}
		w.item.b = w.item.b[:0]
		write(&list[i], &w.item)
		if w.item.err != nil {
			return w.item.err
		}
		if _, err := w.Write(w.item.b); err != nil {
			return err
		}
	}
	return nil
}

// writeTo writes the front with an empty list and null where it has none.
func (f *Front) writeTo(w *jsonWriter) {
	full := *f
	if full.Anchors == nil {
		full.Anchors = []Anchor{}
	}
	if len(full.Geometry) == 0 {
		full.Geometry = json.RawMessage("null")
	}
	w.any("", &full)
}
