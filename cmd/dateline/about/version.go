package about

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"dateline/cmd/dateline/cli"
)

// VersionCommand prints what the program was built from.
type VersionCommand struct {
	cli.OutputFlag
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

func (c *VersionCommand) Run() error {
	b := built{Version: cli.Version(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
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
	return c.Write(func(w io.Writer) error {
		if c.JSON {
			return cli.WriteJSON(w, b)
		}
		_, err := fmt.Fprintln(w, strings.Join(strings.Fields("dateline "+b.Version+" "+b.Commit+" "+b.Date+" "+b.Go+" "+b.System), " "))
		return err
	})
}
