package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
)

// linked is set by the linker; see the Makefile.
var linked string

// version returns what the linker was told, else what Go noted of the checkout or
// module that the program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	switch {
	case linked != "":
		return linked
	case !ok || info.Main.Version == "" || info.Main.Version == "(devel)":
		return "development"
	}
	return info.Main.Version
}

type versionCommand struct {
	outputFlag
	JSON bool `help:"Print a line of JSON." name:"json"`
}

// built says what the program was built from.
type built struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
	Date    string `json:"date,omitempty"` // of the commit
	Go      string `json:"go"`
	System  string `json:"system"`
}

func (c *versionCommand) Run() error {
	b := built{Version: version(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = s.Value
			case "vcs.time":
				b.Date = s.Value
			}
		}
	}
	return c.write(func(w io.Writer) error {
		if c.JSON {
			return writeJSON(w, b)
		}
		_, err := fmt.Fprintln(w, strings.Join(strings.Fields("dateline "+b.Version+" "+b.Commit+" "+b.Date+" "+b.Go+" "+b.System), " "))
		return err
	})
}
