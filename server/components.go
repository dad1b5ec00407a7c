package server

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// components returns the schemas of all surfaces: those derived from their types, narrowed, and
// the others. It panics if surfaces contradict each other.
func components(surfaces []Surface) openapi3.Schemas {
	all, names := openapi3.Schemas{}, named{}
	for _, x := range surfaces {
		for _, name := range slices.Sorted(maps.Keys(x.Types)) {
			t := reflect.TypeOf(x.Types[name])
			if names[t] != "" {
				panic(fmt.Sprintf("server: %v is the schema %s and the schema %s", t, names[t], name))
			}
			names[t] = name
		}
	}
	add := func(name string, s *openapi3.SchemaRef) {
		if all[name] != nil {
			panic(fmt.Sprintf("server: two schemas are called %s", name))
		}
		all[name] = s
	}
	for t, name := range names {
		add(name, names.object(t).NewRef())
	}
	for _, x := range surfaces {
		for name, s := range x.Schemas {
			add(name, s.NewRef())
		}
		for path, s := range x.Narrow {
			narrow(all, path, s)
		}
	}
	return all
}

// narrow replaces the schema of a property, given as schema.property.
func narrow(all openapi3.Schemas, path string, s *openapi3.SchemaRef) {
	name, property, _ := strings.Cut(path, ".")
	of := all[name]
	if of == nil || of.Value.Properties[property] == nil {
		panic(fmt.Sprintf("server: no schema has the property %s", path))
	}
	of.Value.Properties[property] = s
}
