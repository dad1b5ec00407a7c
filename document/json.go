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
	if err := writeList(&out, d.Mentions, Mention.full); err != nil {
		return err
	}
	out.Write(between)
	out.WriteString(`"fronts":[`)
	if err := writeList(&out, d.Fronts, Front.full); err != nil {
		return err
	}
	out.Write(behind)
	out.WriteString(`"events":[`)
	if err := writeList(&out, d.Events, Event.full); err != nil {
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
	item []byte // the memory of the last
}

// writeList writes the items of a list, each as full makes it.
func writeList[T any](w *listWriter, list []T, full func(T) T) error {
	var one T
	for i := range list {
		if i > 0 {
			w.WriteByte(',')
		}
		var err error
		one = full(list[i])
		if w.item, err = json.Append(w.item[:0], &one, encoding); err != nil {
			return err
		}
		if _, err = w.Write(w.item); err != nil {
			return err
		}
	}
	return nil
}

// full is the mention with an empty list where it has none.
func (m Mention) full() Mention {
	m.Candidates = orEmpty(m.Candidates)
	return m
}

// full is the front with an empty list and null where it has none.
func (f Front) full() Front {
	f.Anchors = orEmpty(f.Anchors)
	if len(f.Geometry) == 0 {
		f.Geometry = json.RawMessage("null")
	}
	return f
}

// full is the event with an empty list where it has none.
func (e Event) full() Event {
	e.Places = orEmpty(e.Places)
	return e
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
