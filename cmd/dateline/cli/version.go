package cli

import (
	"runtime/debug"
)

// linked is set by the linker; see the Makefile.
var linked string

// Version returns the linker's value, else what Go recorded of the checkout or module.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	switch {
	case linked != "":
		return linked
	case !ok || info.Main.Version == "" || info.Main.Version == "(devel)":
		return "development"
	}
	return info.Main.Version
}
