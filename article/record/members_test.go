package record

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

var objects = map[string]string{
	"plain": `{"id":1,"text":"Shelling hit Morek."}`, "blanks": " {\n\"a\" : [ 1, {} ] ,\t\"b\":null}\r\n", "none": `{}`, "null": `null`, "empty": ``,
	"escapes": `{"\u0061\n":"\"\\\/\b\f\n\r\t\ud83d\ude80"}`, "half a pair": `{"a":"\ud83d x \ude80\u12"}`, "lone": `{"a":"\ud83d x \ude80"}`,
	"twice": `{"a":1,"a":"2"}`, "a list": `[{"a":1}]`, "a string": `"a"`, "a number": `12`, "behind it": `{"a":1} {"b":2}`, "a comma": `{"a":1,}`, "no value": `{"a":}`,
	"a control": "{\"a\":\"b\x01\"}", "a line break": "{\"a\":\"b\nc\"}", "broken off": `{"a":"b`, "no key": `{1:2}`, "numbers": `{"a":-0.5e+10,"b":0,"c":1E5}`,
	"zeros": `{"a":01}`, "a point": `{"a":1.}`, "plus": `{"a":+1}`, "nan": `{"a":NaN}`, "words": `{"a":true,"b":false,"c":nullx}`, "half a word": `{"a":tru}`,
	"no UTF-8": "{\"a\xff\":\"b\xff\"}", "single quotes": `{'a':1}`, "a comment": `{"a":1 /* b */}`, "deep": `{"a":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`,
	"in each other": `{"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`, "unclosed": `{"a":[1,2}`, "a mark": "\ufeff{}", "separator": "{\"a\":\"\u2028\"}",
}

// isReadLikeEncodingJSON compares members with encoding/json.
func isReadLikeEncodingJSON(t *testing.T, piece string) {
	t.Helper()
	var want map[string]json.RawMessage
	wantErr := json.Unmarshal([]byte(piece), &want)
	got, err := members([]byte(piece))
	if (err == nil) != (wantErr == nil) || err == nil && len(want)+len(got) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%.200q:\n got %q, %v\nwant %q, %v", piece, got, err, want, wantErr)
	}
	for _, raw := range want {
		var text string
		isString := json.Unmarshal(raw, &text) == nil
		if got, ok := stringOf(raw); ok != isString || isString && got != text {
			t.Errorf("%q: %q, %v; want %q, %v", raw, got, ok, text, isString)
		}
	}
}

func TestMembersAreThoseOfEncodingJSON(t *testing.T) {
	for name, piece := range objects {
		t.Run(name, func(t *testing.T) { isReadLikeEncodingJSON(t, piece) })
	}
}

func FuzzMembers(f *testing.F) {
	for _, piece := range objects {
		f.Add(piece)
	}
	f.Fuzz(isReadLikeEncodingJSON)
}
