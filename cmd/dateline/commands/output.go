package commands

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"dateline/access"
	"dateline/archive"

	"github.com/alecthomas/kong"
)

// checkOutput refuses an --output that is a file of the archive in use, or one of the inputs: it
// would replace what the command reads.
func checkOutput(command *kong.Context) error {
	node := command.Selected()
	if node == nil {
		return nil
	}
	values := node.Positional
	output := ""
	for _, group := range node.AllFlags(false) {
		for _, f := range group {
			if f.Name == "output" {
				output = f.Target.String()
			} else {
				values = append(values[:len(values):len(values)], f.Value)
			}
		}
	}
	if output == "" || output == "-" {
		return nil
	}
	for _, v := range values {
		for _, path := range pathsIn(v.Target) {
			if isOf(output, path) {
				return fmt.Errorf("--output %s: that is read by this command; give the name of another file", output)
			}
		}
	}
	return nil
}

// pathsIn returns what may be names of files in a value of the command line.
func pathsIn(v reflect.Value) []string {
	switch {
	case v.Kind() == reflect.String:
		return []string{v.String()}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.String:
		return v.Convert(reflect.TypeFor[[]string]()).Interface().([]string)
	}
	return nil
}

// isOf reports whether a name is that of a file, also through links, or of a file of Dateline's in
// a folder.
func isOf(name, path string) bool {
	at, err := os.Stat(path)
	if path == "" || err != nil {
		return false
	}
	of, err := os.Stat(name)
	if !at.IsDir() {
		return err == nil && os.SameFile(at, of) && at.Mode().IsRegular()
	}
	if folder, err := os.Stat(filepath.Dir(name)); err == nil && os.SameFile(at, folder) && isOwnName(filepath.Base(name)) {
		return true
	}
	entries, _ := os.ReadDir(path)
	for _, entry := range entries {
		if err != nil || !isOwnName(entry.Name()) {
			continue
		}
		if file, err := os.Stat(filepath.Join(path, entry.Name())); err == nil && os.SameFile(file, of) {
			return true
		}
	}
	return false
}

// isOwnName reports whether Dateline writes a file of that name into the folder of an archive.
func isOwnName(name string) bool {
	return strings.HasPrefix(name, archive.FileName) || strings.HasPrefix(name, access.FileName) || strings.HasPrefix(name, "audit")
}
