package server

import "fmt"

// statusDoc says that the server runs, as Nominatim's /status does.
type statusDoc struct {
	Status   int    `json:"status"`
	Message  string `json:"message"`
	Software string `json:"software_version,omitempty"`
}

// status answers with a word, or with JSON when that is asked for.
func (s *service) status(req *request) (*answer, error) {
	if req.params.format != "json" && req.media != typeJSON {
		return ok(typeText, []byte("OK")), nil
	}
	return ok(typeJSON, toJSON(statusDoc{Message: "OK", Software: s.Version})), nil
}

func paramStatusFormat() param {
	return param{
		name: "format", schema: enumSchema("text", "json"), about: "A word, or JSON.",
		read: func(v string, into *params) error {
			if into.format = v; v != "text" && v != "json" {
				return fmt.Errorf("it must be text or json")
			}
			return nil
		},
	}
}
