package jsonstream

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Describe describes an error of encoding/json in the words of the author of the JSON: which
// member has the wrong kind of value, and what is expected.
func Describe(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		what := "it"
		if kind.Field != "" {
			what = strconv.Quote(kind.Field)
		}
		return fmt.Sprintf("%s is %s; give %s", what, inWords(kind.Value), wanted(kind.Type))
	}
	if strings.Contains(err.Error(), "exceeded max depth") {
		return "nested too deep"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// inWords translates encoding/json's name of a kind of value.
func inWords(kind string) string {
	switch kind {
	case "object":
		return "an object"
	case "array":
		return "a list"
	case "bool":
		return "true or false"
	}
	return "a " + kind // a string, a number 1.5
}

// wanted names the kind of value for a type.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return inWords("bool")
	case reflect.Slice, reflect.Array:
		return inWords("array")
	case reflect.Struct, reflect.Map:
		return inWords("object")
	case reflect.Float32, reflect.Float64:
		return "a number"
	case reflect.Pointer:
		return wanted(t.Elem())
	case reflect.String:
		return "a string"
	}
	return "a whole number"
}
