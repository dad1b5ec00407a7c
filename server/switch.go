package server

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// EnumSchema describes a text that is one of some values.
func EnumSchema(values ...string) *openapi3.Schema {
	s := openapi3.NewStringSchema()
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

// ParamSwitch makes a parameter that is on or off: 1 or 0, true or false. T is the type of the
// surface's own parameters.
func ParamSwitch[T any](name, about string, set func(*T, bool)) Param {
	return Param{
		Name: name, About: about, Schema: EnumSchema("0", "1", "true", "false", "True", "False"),
		Read: Into(func(v string, into *T) error {
			v = strings.ToLower(v) // Python's True
			if !slices.Contains([]string{"0", "1", "true", "false"}, v) {
				return fmt.Errorf("%q is neither 0 nor 1", v)
			}
			set(into, v == "1" || v == "true")
			return nil
		}),
	}
}
