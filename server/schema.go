package server

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
)

// SchemaOf describes what encoding/json makes of a type. Fields without omitempty or
// omitzero are required, and null where they are pointers.
func SchemaOf[T any]() *Schema { return schemaOf(reflect.TypeFor[T]()) }

func schemaOf(t reflect.Type) *openapi3.Schema {
	if t == reflect.TypeFor[json.RawMessage]() {
		return openapi3.NewObjectSchema().WithNullable()
	}
	if t == reflect.TypeFor[time.Time]() {
		return openapi3.NewDateTimeSchema()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem())
	case reflect.Slice:
		return openapi3.NewArraySchema().WithItems(schemaOf(t.Elem()))
	case reflect.Array:
		n := int64(t.Len())
		return openapi3.NewArraySchema().WithItems(schemaOf(t.Elem())).WithMinItems(n).WithMaxItems(n)
	case reflect.Map:
		return openapi3.NewObjectSchema().WithAdditionalProperties(schemaOf(t.Elem()))
	case reflect.Struct:
		return structSchema(t)
	case reflect.String:
		return openapi3.NewStringSchema()
	case reflect.Interface:
		return openapi3.NewSchema()
	case reflect.Uint64:
		return openapi3.NewIntegerSchema().WithMin(0)
	case reflect.Int:
		return openapi3.NewIntegerSchema()
	case reflect.Float64:
		return openapi3.NewFloat64Schema()
	case reflect.Bool:
		return openapi3.NewBoolSchema()
	}
	panic(fmt.Sprintf("server: no schema for %v", t))
}

func structSchema(t reflect.Type) *openapi3.Schema {
	s := openapi3.NewObjectSchema()
	for f := range t.Fields() {
		name, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct { // its fields stand beside the others
			inner := structSchema(f.Type)
			s.Required = append(s.Required, inner.Required...)
			for name, field := range inner.Properties {
				s.WithPropertyRef(name, field)
			}
			continue
		}
		if name == "" || name == "-" {
			continue
		}
		field := schemaOf(f.Type)
		if !tagged || !strings.Contains(options, "omitempty") && !strings.Contains(options, "omitzero") {
			s.Required = append(s.Required, name)
			field.Nullable = field.Nullable || f.Type.Kind() == reflect.Pointer
		}
		s.WithProperty(name, field)
	}
	return s
}
