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
	b, err := json.Marshal(&frame)
	if err != nil {
		return err
	}
	// A quotation mark within a string has a backslash, so these are keys.
	before, rest, _ := bytes.Cut(b, []byte(`"mentions":[`))
	between, after, _ := bytes.Cut(rest, []byte(`"fronts":[`))
	out := bufio.NewWriter(w)
	out.Write(before)
	out.WriteString(`"mentions":[`)
	if err := writeList(out, d.Mentions, Mention.full); err != nil {
		return err
	}
	out.Write(between)
	out.WriteString(`"fronts":[`)
	if err := writeList(out, d.Fronts, Front.full); err != nil {
		return err
	}
	between, after, _ = bytes.Cut(after, []byte(`"events":[`))
	out.Write(between)
	out.WriteString(`"events":[`)
	if err := writeList(out, d.Events, Event.full); err != nil {
		return err
	}
	out.Write(after)
	return out.Flush()
}

// writeList writes the items of a list, each as full makes it.
func writeList[T any](w *bufio.Writer, list []T, full func(T) T) error {
	var item bytes.Buffer
	encoder := json.NewEncoder(&item)
	for i := range list {
		item.Reset()
		if i > 0 {
			item.WriteByte(',')
		}
		one := full(list[i])
		if err := encoder.Encode(&one); err != nil {
			return err
		}
		if _, err := w.Write(bytes.TrimSuffix(item.Bytes(), []byte("\n"))); err != nil {
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
