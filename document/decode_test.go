package document

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"dateline/article"
)

// checkDecoded checks that decodeInput reads what encoding/json reads, if it reads the line at all,
// which it returns.
func checkDecoded(t *testing.T, line string) (ok bool) {
	t.Helper()
	got, ok := decodeInput([]byte(line))
	if !ok {
		return false
	}
	want := new(documentInput)
	if err := json.Unmarshal([]byte(line), want); err != nil {
		t.Errorf("%s: read, where encoding/json says %v", line, err)
	} else if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n%+v\nwant\n%+v", line, got, want)
	}
	return true
}

// Ordinary documents are not left to encoding/json.
func TestDecodeDocuments(t *testing.T) {
	docs := []Document{sound(), sound(), {ID: "bare"}}
	docs[0].Text = "\x00\b\f\n\r\t\"\\/<&>\u2028 خان شيخون 𝄞"
	for i := range docs {
		if line := string(written(t, &docs[i])); !checkDecoded(t, line) {
			t.Errorf("declined: %s", line)
		}
	}
}

// All that encoding/json reads is read, and nothing else.
func TestDecode(t *testing.T) {
	for _, line := range []string{
		`{}`,
		`null`,
		" {\t\"id\" : 1 ,\r\n\"mentions\": [ ] } ",
		`{"id":"a","mentions":null,"text":"a\u00e9\uD834\udd1e\/\b"}`,
		`{"id":-1.5e+3,"x":{"a":[1,true,false,null,"]",{}]},"y":0}`,
		`{"mentions":[null,{},{"start":1,"start":2,"lat":1,"lat":null,"name":"a","name":"b"}]}`,
		`{"mentions":[{"lat":1E400}]}`,
		`{"mentions":[{"start":-0,"confidence":1e-3,"sentence":[0,9]}],"focus":{"lat":1},"focus":{"lon":2}}`,
		`{"fronts":[{"geometry":{"type":"Point", "coordinates":[1, 2]},"tree":null,"schematic":true,"date":"x"}]}`,
		`{"fronts":null,"aside":[[0,1],[2,3]],"lines":[1,2],"focus":null}`,
		`{"fronts":[],"fronts":[{}]}`,
		`{"aside":[null]}`,
		`{"aside":[[1]]}`,
		`{"aside":[[1,2,3]]}`,
		`{"Text":"a"}`,
		`{"ſource":"a"}`,
		`{"text":"\ud800"}`,
		`{"text":"\ud800\u0041"}`,
		`{"text":"\u00g0"}`,
		`{"text":"\x"}`,
		`{"text":"\`,
		`{"text":"\u00`,
		"{\"text\":\"\xff\"}",
		"{\"text\":\"a\nb\"}",
		"{\"text\":\"\\n\nb\"}",
		`{"text":"a`,
		`{"text":5}`,
		`{"mentions":[{"start":1.0}]}`,
		`{"mentions":[{"start":01}]}`,
		`{"mentions":[{"start":-}]}`,
		`{"mentions":[{"lat":1.}]}`,
		`{"mentions":[{"lat":.5}]}`,
		`{"mentions":[{"lat":1e}]}`,
		`{"mentions":[{"lat":"1"}]}`,
		`{"mentions":[{"start":99999999999999999999}]}`,
		`{"mentions":[],}`,
		`{"mentions":[1,]}`,
		`{"mentions":{}}`,
		`{"mentions":[]`,
		`{"mentions":[]}}`,
		`{"x":tru}`,
		`{"x":nul}`,
		`{"x"}`,
		`[]`,
		``,
		`{"x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`,
	} {
		if ok, valid := checkDecoded(t, line), json.Unmarshal([]byte(line), new(documentInput)) == nil; ok != valid {
			t.Errorf("%s: read %v, encoding/json %v", line, ok, valid)
		}
	}
}

// An id that is neither a string nor a number is refused, whatever the rest of the line.
func TestRecordWithOddID(t *testing.T) {
	for _, id := range []string{`[1]`, `{}`, `true`} {
		line := `{"id":` + id + `,"text":"Hama is quiet."}`
		if d, err := (Reader{}).Record(t.Context(), []byte(line)); !errors.Is(err, article.ErrID) {
			t.Errorf("%s: %+v, %v", line, d, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	d := sound()
	f.Add(string(written(f, &d)))
	f.Add(`{"id":"a","mentions":null,"text":"a\u00e9\uD834\udd1e\/\b","x":[1.5e-3,{}]}`)
	f.Add(`{"fronts":[{"geometry":{"type":"Point", "coordinates":[1, 2]},"tree":null,"schematic":true,"date":"x"}],"aside":[[0,1]],"lines":[1,2]}`)
	f.Add(`{"mentions":[null,{},{"start":1,"start":2,"lat":1,"lat":null,"name":"a"}],"focus":{"lat":1},"focus":{"lon":2,"admin1":"x"}}`)
	f.Fuzz(func(t *testing.T, line string) { checkDecoded(t, line) })
}
