package commands

import (
	"fmt"
	"reflect"
	"slices"

	"dateline/cmd/dateline/about"
	"dateline/cmd/dateline/setup"

	"github.com/alecthomas/kong"
)

// checkOutput refuses an --output that is a file of the archive in use, or one of the inputs: it
// would replace what the command reads.
func checkOutput(command *kong.Context) error {
	node := command.Selected()
	if node == nil {
		return nil
	}
	values, output := slices.Clone(node.Positional), ""
	for _, group := range node.AllFlags(false) {
		for _, f := range group {
			if f.Name == "output" {
				output = f.Target.String()
			} else {
				values = append(values, f.Value)
			}
		}
	}
	if output == "" || output == "-" {
		return nil
	}
	for _, v := range values {
		if !about.IsPath(v) {
			continue
		}
		for _, path := range pathsIn(v.Target) {
			if setup.IsRead(output, path) {
				return fmt.Errorf("--output %s: that is read by this command; give the name of another file", output)
			}
		}
	}
	return nil
}

// pathsIn returns the paths in a value of the command line.
func pathsIn(v reflect.Value) []string {
	switch {
	case v.Kind() == reflect.String:
		return []string{v.String()}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.String:
		return v.Convert(reflect.TypeFor[[]string]()).Interface().([]string)
	}
	return nil
}
