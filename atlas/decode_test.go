package atlas

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// checkDecoded checks that the decoder reads what encoding/json reads, if it
// does not decline, which it returns.
func checkDecoded(t *testing.T, line string) (ok bool) {
	t.Helper()
	got, ok := decodeGiven(line)
	if !ok {
		return false
	}
	want := new(givenDocument)
	if err := json.Unmarshal([]byte(line), want); err != nil {
		t.Errorf("%s: read, where encoding/json says %v", line, err)
	} else if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n%+v\nwant\n%+v", line, got, want)
	}
	return true
}

// What documents look like is not declined.
func TestDecodeDocuments(t *testing.T) {
	docs := append(newCorpus(91).documents(0, 20), sound(), Document{ID: "bare"})
	docs[0].Text = "\x00\b\f\n\r\t\"\\/<&>\u2028 خان شيخون 𝄞"
	for i := range docs {
		if line := string(encoded(t, &docs[i])); !checkDecoded(t, line) {
			t.Errorf("declined: %s", line)
		}
	}
}

func TestDecode(t *testing.T) {
	for line, want := range map[string]bool{
		`{}`:   true,
		`null`: true,
		" {\t\"id\" : 1 ,\r\n\"mentions\": [ ] } ":                                                                 true,
		`{"id":"a","mentions":null,"text":"a\u00e9\uD834\udd1e\/\b"}`:                                              true,
		`{"id":-1.5e+3,"x":{"a":[1,true,false,null,"]",{}]},"y":0}`:                                                true,
		`{"mentions":[null,{},{"start":1,"start":2,"lat":1,"lat":null,"name":"a","name":"b"}]}`:                    true,
		`{"mentions":[{"lat":1E400}]}`:                                                                             false,
		`{"mentions":[{"start":-0,"confidence":1e-3,"sentence":[0,9]}],"focus":{"lat":1},"focus":{"lon":2}}`:       true,
		`{"fronts":[{"geometry":{"type":"Point", "coordinates":[1, 2]},"tree":null,"schematic":true,"date":"x"}]}`: true,
		`{"fronts":null,"aside":[[0,1],[2,3]],"lines":[1,2],"focus":null}`:                                         true,
		`{"fronts":[],"fronts":[{}]}`:                                                                              false,
		`{"aside":[null]}`:                                                                                         false,
		`{"aside":[[1]]}`:                                                                                          false,
		`{"aside":[[1,2,3]]}`:                                                                                      false,
		`{"Text":"a"}`:                                                                                             false,
		`{"ſource":"a"}`:                                                                                           false,
		`{"text":"\ud800"}`:                                                                                        false,
		`{"text":"\ud800\u0041"}`:                                                                                  false,
		`{"text":"\u00g0"}`:                                                                                        false,
		`{"text":"\x"}`:                                                                                            false,
		`{"text":"\`:                                                                                               false,
		`{"text":"\u00`:                                                                                            false,
		"{\"text\":\"\xff\"}":                                                                                      false,
		"{\"text\":\"a\nb\"}":                                                                                      false,
		"{\"text\":\"\\n\nb\"}":                                                                                    false,
		`{"text":"a`:                                                                                               false,
		`{"text":5}`:                                                                                               false,
		`{"mentions":[{"start":1.0}]}`:                                                                             false,
		`{"mentions":[{"start":01}]}`:                                                                              false,
		`{"mentions":[{"start":-}]}`:                                                                               false,
		`{"mentions":[{"lat":1.}]}`:                                                                                false,
		`{"mentions":[{"lat":.5}]}`:                                                                                false,
		`{"mentions":[{"lat":1e}]}`:                                                                                false,
		`{"mentions":[{"lat":"1"}]}`:                                                                               false,
		`{"mentions":[{"start":99999999999999999999}]}`:                                                            false,
		`{"mentions":[],}`:                                                                                         false,
		`{"mentions":[1,]}`:                                                                                        false,
		`{"mentions":{}}`:                                                                                          false,
		`{"mentions":[]`:                                                                                           false,
		`{"mentions":[]}}`:                                                                                         false,
		`{"x":tru}`:                                                                                                false,
		`{"x":nul}`:                                                                                                false,
		`{"x"}`:                                                                                                    false,
		`[]`:                                                                                                       false,
		``:                                                                                                         false,
		`{"x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`: false,
	} {
		if ok := checkDecoded(t, line); ok != want {
			t.Errorf("%s: read %v, want %v", line, ok, want)
		}
	}
}

// An id that is neither a string nor a number is refused, whatever the line is.
func TestRecordWithOddID(t *testing.T) {
	for _, id := range []string{`[1]`, `{}`, `true`} {
		line := `{"id":` + id + `,"text":"Hama is quiet."}`
		if d, err := (Reader{}).Record([]byte(line)); !errors.Is(err, errID) {
			t.Errorf("%s: %+v, %v", line, d, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	d := sound()
	b, err := d.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(b))
	f.Add(`{"id":"a","mentions":null,"text":"a\u00e9\uD834\udd1e\/\b","x":[1.5e-3,{}]}`)
	f.Add(`{"fronts":[{"geometry":{"type":"Point", "coordinates":[1, 2]},"tree":null,"schematic":true,"date":"x"}],"aside":[[0,1]],"lines":[1,2]}`)
	f.Add(`{"mentions":[null,{},{"start":1,"start":2,"lat":1,"lat":null,"name":"a"}],"focus":{"lat":1},"focus":{"lon":2,"admin1":"x"}}`)
	f.Fuzz(func(t *testing.T, line string) { checkDecoded(t, line) })
}
