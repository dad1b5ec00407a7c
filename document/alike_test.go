package document

import (
	stdjson "encoding/json"
	"math"
	"reflect"
	"testing"

	"github.com/segmentio/encoding/json"
)

// TestWritesAsEncodingJSON compares the writer of documents, both the library and the fields
// written by hand, with encoding/json, in values where they could differ.
func TestWritesAsEncodingJSON(t *testing.T) {
	tests := []struct {
		name string
		text string
		n    float64
	}{
		{"nothing", "", 0},
		{"marks of HTML", "<p>A & B</p>", 0.1},
		{"quotation marks", `"A" \ 'B' /`, 35.44},
		{"control characters", "a\x00b\x08\x0c\x1f\x7f\n\r\t", 1e-7},
		{"separators of lines", "a\u2028b\u2029", 1e21},
		{"not UTF-8", "a\xffb\xc3", 123456789.125},
		{"Arabic", "ريف حلب", -180},
		{"beyond the basic plane", "😀", math.MaxFloat64},
		{"zero below", "~\x7f\x80", math.Copysign(0, -1)},
		{"the least without an exponent", ">", 1e-6},
		{"the most without an exponent", "'", math.Nextafter(1e21, 0)},
		{"the character that replaces others", "\ufffd", math.SmallestNonzeroFloat64},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := Mention{Phrase: test.text, Confidence: test.n, Reason: test.text, Lat: &test.n, Candidates: []Candidate{}}
			got, err := json.Marshal(&v)
			if err != nil {
				t.Fatal(err)
			}
			want, err := stdjson.Marshal(&v)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
			var fields jsonWriter
			if v.writeTo(&fields); fields.err != nil || string(fields.b) != string(want) {
				t.Errorf("field by field: %v\ngot  %s\nwant %s", fields.err, fields.b, want)
			}
		})
	}
}

// TestEveryFieldIsWritten compares the fields written by hand with encoding/json, with every field
// set and with none.
func TestEveryFieldIsWritten(t *testing.T) {
	isWrittenAlike(t, (*Mention).writeTo)
	isWrittenAlike(t, (*Candidate).writeTo)
	isWrittenAlike(t, (*Event).writeTo)
	isWrittenAlike(t, (*EventPlace).writeTo)
}

func isWrittenAlike[T any](t *testing.T, write func(*T, *jsonWriter)) {
	t.Helper()
	for name, text := range map[string]string{"nothing": "", "plain": "a-z", "marks": `"<&\` + "\u2028\xffحلب"} {
		for _, n := range []float64{0, 0.25, -180, 1e-7, 1e21, 1.0 / 3} {
			var v T
			fill(reflect.ValueOf(&v).Elem(), text, n)
			want, err := stdjson.Marshal(&v)
			if err != nil {
				t.Fatal(err)
			}
			var got jsonWriter
			if write(&v, &got); got.err != nil || string(got.b) != string(want) {
				t.Errorf("%s: %v\ngot  %s\nwant %s", name, got.err, got.b, want)
			}
		}
	}
	for _, n := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		var v T
		fill(reflect.ValueOf(&v).Elem(), "", n)
		var got jsonWriter
		if write(&v, &got); got.err == nil {
			t.Errorf("%v is written as %s", n, got.b)
		}
	}
}

// fill sets everything in a value, each list to two items; pointers to what holds neither text nor
// number remain nil.
func fill(v reflect.Value, text string, n float64) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		v.SetInt(int64(len(text)))
	case reflect.Float64:
		v.SetFloat(n)
	case reflect.Bool:
		v.SetBool(text != "")
	case reflect.Pointer:
		if text != "" || n != 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), text, n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), text, n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), text, n)
		}
	}
}
