package server

import (
	"encoding/json"
	"testing"
	"time"
)

// TestSchemaOf: as encoding/json writes it, including embedded fields, times and optional members.
func TestSchemaOf(t *testing.T) {
	type inner struct {
		Name string `json:"name"`
		Note string `json:"note,omitempty"`
	}
	type outer struct {
		inner
		At     time.Time `json:"at"`
		Until  time.Time `json:"until,omitzero"`
		Lat    *float64  `json:"lat"`
		Hidden string    `json:"-"`
		Pair   [2]int    `json:"pair"`
	}
	got, err := json.Marshal(SchemaOf[outer]())
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"properties":{"at":{"format":"date-time","type":"string"},"lat":{"nullable":true,"type":"number"},"name":{"type":"string"},"note":{"type":"string"},` +
		`"pair":{"items":{"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"until":{"format":"date-time","type":"string"}},` +
		`"required":["name","at","lat","pair"],"type":"object"}`
	if string(got) != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
