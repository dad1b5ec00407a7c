package document

import (
	"math"
	"strconv"
	"unicode/utf8"

	"dateline/feature"

	"github.com/segmentio/encoding/json"
)

// Mentions and events, the bulk of a document, are written field by field, byte for byte as
// encoding/json writes the structs.

func (m *Mention) writeTo(w *jsonWriter) {
	if m.ID == "" {
		w.int(`{"start":`, m.Start)
	} else {
		w.text(`{"id":`, m.ID)
		w.int(`,"start":`, m.Start)
	}
	w.int(`,"end":`, m.End)
	w.text(`,"phrase":`, m.Phrase)
	w.numberOrNull(`,"lat":`, m.Lat)
	w.numberOrNull(`,"lon":`, m.Lon)
	w.textOrNull(`,"place":`, m.Place)
	w.textOrNull(`,"name":`, m.Name)
	w.textOrNull(`,"kind":`, m.Kind)
	w.text(`,"role":`, m.Role)
	w.textOrNull(`,"precision":`, m.Precision)
	w.number(`,"confidence":`, m.Confidence)
	w.given(`,"reason":`, m.Reason)
	w.span(`,"sentence":`, m.Sentence)
	w.given(`,"date":`, m.Date)
	w.given(`,"date_precision":`, m.DatePrecision)
	w.given(`,"date_from":`, m.DateFrom)
	writeItems(w, `,"candidates":`, m.Candidates, (*Candidate).writeTo)
	w.corrected(m.Corrected)
	w.raw("}")
}

func (c *Candidate) writeTo(w *jsonWriter) {
	w.text(`{"place":`, c.Place)
	w.text(`,"name":`, c.Name)
	w.text(`,"kind":`, c.Kind)
	w.number(`,"lat":`, c.Lat)
	w.number(`,"lon":`, c.Lon)
	w.number(`,"score":`, c.Score)
	w.raw("}")
}

func (e *Event) writeTo(w *jsonWriter) {
	w.int(`{"start":`, e.Start)
	w.int(`,"end":`, e.End)
	w.text(`,"trigger":`, e.Trigger)
	w.text(`,"type":`, e.Type)
	writeItems(w, `,"places":`, e.Places, (*EventPlace).writeTo)
	w.textOrNull(`,"agent":`, e.Agent)
	w.textOrNull(`,"target":`, e.Target)
	w.textOrNull(`,"holder":`, e.Holder)
	w.textOrNull(`,"from":`, e.From)
	w.textOrNull(`,"date":`, e.Date)
	w.textOrNull(`,"source":`, e.Source)
	w.text(`,"status":`, e.Status)
	w.span(`,"sentence":`, e.Sentence)
	w.given(`,"date_precision":`, e.DatePrecision)
	w.given(`,"date_from":`, e.DateFrom)
	w.number(`,"confidence":`, e.Confidence)
	w.given(`,"reason":`, e.Reason)
	w.corrected(e.Corrected)
	w.raw("}")
}

func (p *EventPlace) writeTo(w *jsonWriter) {
	w.int(`{"start":`, p.Start)
	w.int(`,"end":`, p.End)
	w.textOrNull(`,"place":`, p.Place)
	w.textOrNull(`,"name":`, p.Name)
	w.numberOrNull(`,"lat":`, p.Lat)
	w.numberOrNull(`,"lon":`, p.Lon)
	if p.Precision != nil {
		w.text(`,"precision":`, *p.Precision)
	}
	w.raw("}")
}

// jsonWriter appends JSON to memory. Its methods take the text before a value: the comma and the
// key.
type jsonWriter struct {
	b   []byte
	err error // of the first value that can't be represented in JSON
}

func (w *jsonWriter) raw(json string) { w.b = append(w.b, json...) }

// any writes a value with the library.
func (w *jsonWriter) any(key string, v any) {
	w.raw(key)
	var err error
	if w.b, err = json.Append(w.b, v, encoding); w.err == nil {
		w.err = err
	}
}

func (w *jsonWriter) int(key string, n int) {
	w.raw(key)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// number writes a number; very small and very large ones with an exponent.
func (w *jsonWriter) number(key string, v float64) {
	if size := math.Abs(v); size != 0 && !(1e-6 <= size && size < 1e21) {
		w.any(key, v)
		return
	}
	w.raw(key)
	w.b = feature.AppendNumber(w.b, v)
}

func (w *jsonWriter) numberOrNull(key string, v *float64) {
	if v == nil {
		w.raw(key)
		w.raw("null")
		return
	}
	w.number(key, *v)
}

func (w *jsonWriter) text(key, s string) {
	w.raw(key)
	if !isPlainText(s) {
		w.b = json.AppendEscape(w.b, s, encoding)
		return
	}
	w.raw(`"`)
	w.raw(s)
	w.raw(`"`)
}

// isPlainText reports whether a text is ASCII that needs no escapes in JSON.
func isPlainText(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c >= utf8.RuneSelf, c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		}
	}
	return true
}

func (w *jsonWriter) textOrNull(key string, s *string) {
	if s == nil {
		w.raw(key)
		w.raw("null")
		return
	}
	w.text(key, *s)
}

// given writes a text, unless it is empty.
func (w *jsonWriter) given(key, s string) {
	if s != "" {
		w.text(key, s)
	}
}

// span writes a start and an end, unless nil.
func (w *jsonWriter) span(key string, span *[2]int) {
	if span == nil {
		return
	}
	w.raw(key)
	w.int("[", span[0])
	w.int(",", span[1])
	w.raw("]")
}

func (w *jsonWriter) corrected(c *Corrected) {
	if c != nil {
		w.any(`,"corrected":`, c)
	}
}

// writeItems writes a list, empty if there is none.
func writeItems[T any](w *jsonWriter, key string, list []T, write func(*T, *jsonWriter)) {
	w.raw(key)
	w.raw("[")
	for i := range list {
		if i > 0 {
			w.raw(",")
		}
		write(&list[i], w)
	}
	w.raw("]")
}
