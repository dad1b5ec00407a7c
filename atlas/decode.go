package atlas

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decoder reads JSON, several times as fast as encoding/json does and to the
// same outcome, or declines: what is wrong, and what is right but odd (keys in
// capitals, text that is no UTF-8), is left to encoding/json. Having declined it
// stands at the end of the text, where there is nothing. Strings that it returns
// are parts of the text, where they can be.
type decoder struct {
	text     string
	at       int // of the next byte
	declined bool
}

func (d *decoder) decline() {
	d.at, d.declined = len(d.text), true
}

// peek returns the first byte that is not blank, which is the next one then; 0
// at the end.
func (d *decoder) peek() byte {
	for ; d.at < len(d.text); d.at++ {
		switch c := d.text[d.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

// take goes beyond a byte, if it is the next one that is not blank.
func (d *decoder) take(c byte) bool {
	if d.peek() != c {
		return false
	}
	d.at++
	return true
}

// must goes beyond a byte.
func (d *decoder) must(c byte) {
	if !d.take(c) {
		d.decline()
	}
}

// null goes beyond a null, if that is next.
func (d *decoder) null() bool {
	if d.peek() != 'n' || !strings.HasPrefix(d.text[d.at:], "null") {
		return false
	}
	d.at += len("null")
	return true
}

// members yields the keys of an object; what is called reads their values. A
// null is an object without any.
func (d *decoder) members(yield func(key string) bool) {
	if d.null() {
		return
	}
	d.must('{')
	if d.take('}') {
		return
	}
	for {
		key := d.string()
		d.must(':')
		if d.declined || !yield(key) {
			return
		}
		if !d.take(',') {
			break
		}
	}
	d.must('}')
}

// elements yields the numbers of the elements of a list; what is called reads
// them.
func (d *decoder) elements(yield func(int) bool) {
	d.must('[')
	if d.take(']') {
		return
	}
	for i := 0; !d.declined; i++ {
		if !yield(i) {
			return
		}
		if !d.take(',') {
			break
		}
	}
	d.must(']')
}

// string reads a string.
func (d *decoder) string() string {
	d.must('"')
	start, ascii := d.at, true
	for ; d.at < len(d.text); d.at++ {
		switch c := d.text[d.at]; {
		case c == '"':
			d.at++
			return d.sound(d.text[start:d.at-1], ascii)
		case c == '\\':
			return d.escaped(start)
		case c < ' ':
			d.decline()
			return ""
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	d.decline()
	return ""
}

// sound returns the text if it is UTF-8.
func (d *decoder) sound(s string, ascii bool) string {
	if !ascii && !utf8.ValidString(s) {
		d.decline()
		return ""
	}
	return s
}

// escaped reads the rest of the string that begins at start, from an escape on.
func (d *decoder) escaped(start int) string {
	b := append(make([]byte, 0, 2*(d.at-start)+64), d.text[start:d.at]...)
	for d.at < len(d.text) && d.text[d.at] != '"' {
		if d.text[d.at] == '\\' {
			b = d.unescape(b)
			continue
		}
		from := d.at
		for d.at < len(d.text) && d.text[d.at] >= ' ' && d.text[d.at] != '"' && d.text[d.at] != '\\' {
			d.at++
		}
		if d.at == from {
			d.decline() // at a control character
		}
		b = append(b, d.text[from:d.at]...)
	}
	d.must('"')
	return d.sound(string(b), false)
}

// unescape appends what the escape at d.at stands for.
func (d *decoder) unescape(b []byte) []byte {
	if d.at+1 >= len(d.text) {
		d.decline()
		return b
	}
	d.at += 2
	switch c := d.text[d.at-1]; c {
	case '"', '\\', '/':
		return append(b, c)
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'u':
		return utf8.AppendRune(b, d.rune())
	}
	d.decline()
	return b
}

// rune reads the hexadecimal digits of an escape, and those of the one behind
// it where two make one code point.
func (d *decoder) rune() rune {
	r := d.hexadecimal()
	if !utf16.IsSurrogate(r) {
		return r
	}
	if !strings.HasPrefix(d.text[d.at:], `\u`) {
		d.decline()
		return r
	}
	d.at += 2
	if r = utf16.DecodeRune(r, d.hexadecimal()); r == utf8.RuneError {
		d.decline() // half a pair
	}
	return r
}

func (d *decoder) hexadecimal() rune {
	end := d.at + 4
	if end > len(d.text) {
		d.decline()
		return 0
	}
	v, err := strconv.ParseUint(d.text[d.at:end], 16, 16)
	if err != nil {
		d.decline()
		return 0
	}
	d.at = end
	return rune(v)
}

// integer reads a number that is written without a fraction or exponent.
func (d *decoder) integer() int {
	s := d.number()
	n, err := strconv.Atoi(s)
	if err != nil {
		d.decline()
	}
	return n
}

// real reads a number.
func (d *decoder) real() float64 {
	v, err := strconv.ParseFloat(d.number(), 64)
	if err != nil {
		d.decline()
	}
	return v
}

// number returns a number as it is written.
func (d *decoder) number() string {
	d.peek()
	start := d.at
	d.sign("-")
	if first := d.at; d.digits() > 1 && d.text[first] == '0' {
		d.decline()
		return ""
	}
	if d.at < len(d.text) && d.text[d.at] == '.' {
		d.at++
		d.digits()
	}
	if d.at < len(d.text) && d.text[d.at]|' ' == 'e' {
		d.at++
		d.sign("+-")
		d.digits()
	}
	if d.declined {
		return ""
	}
	return d.text[start:d.at]
}

func (d *decoder) sign(signs string) {
	if d.at < len(d.text) && strings.IndexByte(signs, d.text[d.at]) >= 0 {
		d.at++
	}
}

// digits goes beyond at least one digit and returns how many there were.
func (d *decoder) digits() int {
	start := d.at
	for d.at < len(d.text) && '0' <= d.text[d.at] && d.text[d.at] <= '9' {
		d.at++
	}
	if d.at == start {
		d.decline()
		return 0
	}
	return d.at - start
}

// maxDepth is how deep lists and objects in them are read here.
const maxDepth = 100

// raw reads a value of any kind as it is written.
func (d *decoder) raw() json.RawMessage {
	d.peek()
	start := d.at
	d.skip(maxDepth)
	if d.declined {
		return nil
	}
	return json.RawMessage(d.text[start:d.at])
}

// skip goes beyond a value that is nested no deeper than said.
func (d *decoder) skip(depth int) {
	if depth == 0 {
		d.decline()
	}
	switch d.peek() {
	case '{':
		for range d.members {
			d.skip(depth - 1)
		}
	case '[':
		for range d.elements {
			d.skip(depth - 1)
		}
	case '"':
		d.string()
	case 't', 'f':
		d.truth()
	case 'n':
		if !d.null() {
			d.decline()
		}
	default:
		d.number()
	}
}

// truth reads true or false.
func (d *decoder) truth() bool {
	c, rest := d.peek(), d.text[d.at:]
	switch {
	case strings.HasPrefix(rest, "true"):
		d.at += len("true")
	case strings.HasPrefix(rest, "false"):
		d.at += len("false")
	default:
		d.decline()
	}
	return c == 't'
}
