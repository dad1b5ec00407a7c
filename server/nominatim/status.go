package nominatim

import (
	"dateline/server"
	"fmt"
)

// statusDoc says that the server is running, as Nominatim's /status does.
type statusDoc struct {
	Status   int    `json:"status"`
	Message  string `json:"message"`
	Software string `json:"software_version,omitempty"`
}

// status answers with a word, or with JSON if requested.
func (s *api) status(req *server.Request) (*server.Answer, error) {
	if req.Own.(*params).format != "json" && req.Media != server.TypeJSON {
		return server.OK(server.TypeText, []byte("OK")), nil
	}
	return server.OK(server.TypeJSON, server.JSON(statusDoc{Message: "OK", Software: s.version})), nil
}

func paramStatusFormat() server.Param {
	return server.Param{
		Name: "format", Schema: server.EnumSchema("text", "json"), About: "A word, or JSON.",
		Read: server.Into(func(v string, into *params) error {
			if into.format = v; v != "text" && v != "json" {
				return fmt.Errorf("it must be text or json")
			}
			return nil
		}),
	}
}
