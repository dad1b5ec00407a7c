package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"dateline/jsonstream"

	"github.com/tidwall/gjson"
)

// IsMultiline reports whether JSON is laid out over several lines: its first non-blank line ends
// inside an object or list, after a comma or bracket. It is false if that line is longer than the head.
func IsMultiline(head []byte) bool {
	line, _, whole := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	line = bytes.TrimSpace(line)
	return whole && len(line) > 0 && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0 && !json.Valid(line)
}

// Values splits JSON laid out over lines into records: a list of them, several in a row, or an
// object with a list of them.
type Values struct {
	in    splitter
	begun bool
	list  bool // reading the members of a list
	ended bool
}

// NewValues reads the values of r, each of at most max bytes.
func NewValues(r *bufio.Reader, max int) *Values {
	return &Values{in: splitter{r: r, max: max, line: 1}}
}

// Next returns the next value and the line on which it ends. Invalid values give ErrNoRecord
// with the line of the error, those above the limit ErrTooLarge; reading may continue after
// both. Any other error, of the stream or of truncated JSON, is final.
func (v *Values) Next() ([]byte, int, error) {
	for !v.ended {
		value, line, err := v.in.next()
		switch {
		case err == ErrTooLarge:
			return nil, line, err
		case err == io.EOF && (!v.begun || !v.list):
			v.ended = true
		case err == io.EOF || err == io.ErrUnexpectedEOF:
			v.ended = true
			return nil, line, fmt.Errorf("%w: %w", ErrNoRecord, ErrBreaksOff)
		case err != nil:
			v.ended = true
			return nil, line, err
		case !v.isMark(value):
			var whole json.RawMessage
			err := json.Unmarshal(value, &whole)
			return whole, line - below(value, err), plainError(err)
		}
	}
	return nil, v.in.line, io.EOF
}

// ErrBreaksOff is the cause of an ErrNoRecord after which nothing follows.
var ErrBreaksOff = errors.New("it is cut off")

// isMark handles the punctuation around the members of a list.
func (v *Values) isMark(value []byte) bool {
	opens := !v.begun && len(value) == 1 && value[0] == '['
	v.begun = true
	switch {
	case opens:
		v.list = true
	case len(value) == 1 && value[0] == ']' && v.list:
		v.list = false
	default:
		return len(value) == 1 && value[0] == ',' && v.list
	}
	return true
}

// below returns how many lines of a value follow an error in it.
func below(value []byte, err error) int {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return 0
	}
	return bytes.Count(value[min(len(value), int(syntax.Offset)):], []byte("\n"))
}

func plainError(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrNoRecord, jsonstream.Describe(err))
}

// Members returns the records in a value: the elements of a list; for an object without text, as
// API responses are, its longest list of objects; else the value itself.
func Members(value []byte) []json.RawMessage {
	value = bytes.TrimSpace(value)
	if list := listOf(value, maxNested); list != nil {
		return list
	}
	return []json.RawMessage{value}
}

func listOf(value []byte, depth int) []json.RawMessage {
	switch {
	case depth == 0 || len(value) == 0:
		return nil
	case value[0] == '[':
		var list []json.RawMessage
		if json.Unmarshal(value, &list) != nil || len(list) == 0 || bytes.TrimSpace(list[0])[0] != '{' {
			return nil
		}
		return list
	case value[0] != '{' || hasText(value, textKeys[:weakText]):
		return nil
	}
	weak := hasText(value, textKeys[weakText:])
	var o map[string]json.RawMessage
	if json.Unmarshal(value, &o) != nil {
		return nil
	}
	var best []json.RawMessage
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if list := listOf(o[key], depth-1); len(list) > len(best) && (!weak || hasText(list[0], textKeys)) {
			best = list
		}
	}
	return best
}

// hasText reports whether an object has a text key.
func hasText(object []byte, keys []string) bool {
	found := false
	gjson.ParseBytes(object).ForEach(func(key, value gjson.Result) bool {
		found = value.Type != gjson.Null && slices.Contains(keys, keyOf(key.String())) && !holdsRecords(value)
		return !found
	})
	return found
}

// holdsRecords reports whether the value of a text key is an object or a list of objects:
// "content": [{...}].
func holdsRecords(value gjson.Result) bool {
	return value.IsArray() && value.Get("0").IsObject()
}
