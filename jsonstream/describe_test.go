package jsonstream

import (
	"encoding/json"
	"testing"
)

// TestDescribe: the message names the member and the expected value in JSON's terms, not Go's.
func TestDescribe(t *testing.T) {
	for body, want := range map[string]string{
		`{"place":{}}`:           `"place" is an object; give a string`,
		`{"place":[]}`:           `"place" is a list; give a string`,
		`{"place":true}`:         `"place" is true or false; give a string`,
		`{"place":1}`:            `"place" is a number; give a string`,
		`{"every":"daily"}`:      `"every" is a string; give a whole number`,
		`{"every":1.5}`:          `"every" is a number 1.5; give a whole number`,
		`{"sure":"much"}`:        `"sure" is a string; give a number`,
		`{"by":7}`:               `"by" is a number; give a string`,
		`{"names":"a"}`:          `"names" is a string; give a list`,
		`{"is":"yes"}`:           `"is" is a string; give true or false`,
		`{"inner":[]}`:           `"inner" is a list; give an object`,
		`{"inner":{"every":""}}`: `"inner.every" is a string; give a whole number`,
		`[]`:                     "it is a list; give an object",
		`7`:                      "it is a number; give an object",
		`{"place":nonsense}`:     "invalid character 'o' in literal null (expecting 'u')",
	} {
		var into struct {
			Place string   `json:"place"`
			Every int      `json:"every"`
			Sure  float64  `json:"sure"`
			By    *string  `json:"by"`
			Names []string `json:"names"`
			Is    bool     `json:"is"`
			Inner struct {
				Every int `json:"every"`
			} `json:"inner"`
		}
		if got := Describe(json.Unmarshal([]byte(body), &into)); got != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
}
