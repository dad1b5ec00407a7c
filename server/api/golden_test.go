package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

var update = flag.Bool("update", false, "write what the OpenAPI document says of answers to where the page's types are made of it")

// TestPageKnowsTheSchemas: the schemas of the OpenAPI document are those that the types of the
// page are generated from.
func TestPageKnowsTheSchemas(t *testing.T) {
	const file = "../../frontend/openapi.json"
	api := gjson.Parse(servertest.Get(t, newDescribed(t), site+"/api"))
	var now bytes.Buffer
	parts := `{"openapi":` + api.Get("openapi").Raw + `,"info":{"title":"Dateline","version":"development"},"paths":{},"components":{"schemas":` + api.Get("components.schemas").Raw + `}}`
	if err := json.Indent(&now, []byte(parts), "", "  "); err != nil {
		t.Fatal(err)
	}
	now.WriteByte('\n')
	if *update {
		if err := os.WriteFile(file, now.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if before, err := os.ReadFile(file); err != nil || !bytes.Equal(before, now.Bytes()) {
		t.Errorf("%s is not what the server says (%v); go test ./server/api -run Schemas -update writes it, and npm run types the types of the page", file, err)
	}
}
