package atlas

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"
)

// encoder writes JSON to the same bytes as encoding/json does, which writes what
// is rare: it is left numbers with exponents, JSON within, and texts that hold
// what it escapes as \u.
type encoder struct {
	b   []byte
	err error // the first
}

// leave appends what encoding/json makes of a value.
func (e *encoder) leave(v any) {
	b, err := json.Marshal(v)
	if e.err == nil {
		e.err = err
	}
	e.b = append(e.b, b...)
}

// put appends JSON as it is.
func (e *encoder) put(json string) { e.b = append(e.b, json...) }

func (e *encoder) text(s string) {
	start := len(e.b)
	e.b = append(e.b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			e.b = append(append(e.b, s[from:i]...), '\\', c)
		case c == '\n':
			e.b = append(append(e.b, s[from:i]...), `\n`...)
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
				e.textAgain(start, s)
				return
			}
			i += n
			continue
		case c < ' ' || c == '<' || c == '>' || c == '&':
			e.textAgain(start, s)
			return
		default:
			i++
			continue
		}
		i++
		from = i
	}
	e.b = append(append(e.b, s[from:]...), '"')
}

// textAgain leaves a text that was begun at start.
func (e *encoder) textAgain(start int, s string) {
	e.b = e.b[:start]
	e.leave(s)
}

func (e *encoder) integer(n int) { e.b = strconv.AppendInt(e.b, int64(n), 10) }

func (e *encoder) real(v float64) {
	if size := math.Abs(v); size >= 1e-6 && size < 1e21 || v == 0 {
		e.b = strconv.AppendFloat(e.b, v, 'f', -1, 64)
		return
	}
	e.leave(v)
}

func (e *encoder) truth(v bool) { e.b = strconv.AppendBool(e.b, v) }

func (e *encoder) raw(v json.RawMessage) {
	if len(v) == 0 || string(v) == "null" {
		e.put("null")
		return
	}
	e.leave(v)
}

func (e *encoder) pair(v [2]int) {
	e.put("[")
	e.integer(v[0])
	e.put(",")
	e.integer(v[1])
	e.put("]")
}

func (e *encoder) textOrNull(s *string) {
	if s == nil {
		e.put("null")
		return
	}
	e.text(*s)
}

func (e *encoder) realOrNull(v *float64) {
	if v == nil {
		e.put("null")
		return
	}
	e.real(*v)
}

// textIfAny writes a member that is left out when it is empty.
func (e *encoder) textIfAny(key, s string) {
	if s != "" {
		e.put(key)
		e.text(s)
	}
}

// pairIfAny writes a member that is left out when there is none.
func (e *encoder) pairIfAny(key string, v *[2]int) {
	if v != nil {
		e.put(key)
		e.pair(*v)
	}
}

// encodeList writes a list, whose elements write writes.
func encodeList[T any](e *encoder, list []T, write func(*T)) {
	e.put("[")
	for i := range list {
		if i > 0 {
			e.put(",")
		}
		write(&list[i])
	}
	e.put("]")
}
