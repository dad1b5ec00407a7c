package server

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
)

// Types are Go types of request and response bodies, and their parts, by schema name: a value of
// each.
type Types map[string]any

// SchemaOf returns the schema of what encoding/json makes of a type. Fields without omitempty or
// omitzero are required, and nullable if they are pointers.
func SchemaOf[T any]() *Schema { return named(nil).ref(reflect.TypeFor[T]()).Value }

// Ref refers to a schema in the OpenAPI document by name.
func Ref(name string) *openapi3.SchemaRef {
	return openapi3.NewSchemaRef("#/components/schemas/"+name, nil)
}

// OrNull makes a schema nullable. (nullable of OpenAPI 3.0 goes with a type, not with a
// reference.)
func OrNull(s *openapi3.SchemaRef) *openapi3.SchemaRef {
	if s.Ref == "" {
		nullable := *s.Value
		nullable.Nullable = true
		if nullable.Enum != nil {
			nullable.Enum = append(nullable.Enum[:len(nullable.Enum):len(nullable.Enum)], nil)
		}
		return nullable.NewRef()
	}
	null := openapi3.NewStringSchema().WithNullable().WithEnum(nil)
	return (&Schema{AnyOf: openapi3.SchemaRefs{s, null.NewRef()}}).NewRef()
}

// ListOf returns the schema of a list.
func ListOf(s *openapi3.SchemaRef) *openapi3.SchemaRef {
	list := openapi3.NewArraySchema()
	list.Items = s
	return list.NewRef()
}

// named are the names of types with schemas of their own.
type named map[reflect.Type]string

// ref returns the schema of what encoding/json makes of a type: a reference if the type is
// named.
func (n named) ref(t reflect.Type) *openapi3.SchemaRef {
	if name := n[t]; name != "" {
		return Ref(name)
	}
	if s := scalar(t); s != nil {
		return s.NewRef()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return n.ref(t.Elem())
	case reflect.Slice:
		return ListOf(n.ref(t.Elem()))
	case reflect.Array:
		list := ListOf(n.ref(t.Elem()))
		list.Value.WithMinItems(int64(t.Len())).WithMaxItems(int64(t.Len()))
		return list
	case reflect.Map:
		s := openapi3.NewObjectSchema()
		s.AdditionalProperties = openapi3.BoolSchema{Schema: n.ref(t.Elem())}
		return s.NewRef()
	case reflect.Struct:
		return n.object(t).NewRef()
	}
	panic(fmt.Sprintf("server: no schema for %v", t))
}

// scalar returns the schema of a basic type, nil for any other.
func scalar(t reflect.Type) *Schema {
	switch t {
	case reflect.TypeFor[json.RawMessage]():
		return openapi3.NewObjectSchema().WithNullable()
	case reflect.TypeFor[time.Time]():
		return openapi3.NewDateTimeSchema()
	}
	switch t.Kind() {
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
	return nil
}

// object describes a struct.
func (n named) object(t reflect.Type) *Schema {
	s := openapi3.NewObjectSchema()
	for f := range t.Fields() {
		name, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct { // its fields are inlined
			inner := n.object(f.Type)
			s.Required = append(s.Required, inner.Required...)
			for name, field := range inner.Properties {
				s.WithPropertyRef(name, field)
			}
			continue
		}
		if name == "" || name == "-" {
			continue
		}
		field := n.ref(f.Type)
		if !tagged || !strings.Contains(options, "omitempty") && !strings.Contains(options, "omitzero") {
			s.Required = append(s.Required, name)
			if f.Type.Kind() == reflect.Pointer {
				field = OrNull(field)
			}
		}
		s.WithPropertyRef(name, field)
	}
	return s
}
