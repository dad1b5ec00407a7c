package cli

import (
	"runtime/debug"
)

// linked is set by the linker; see the Makefile.
var linked string

// Version returns what the linker was told, else what Go noted of the checkout or
// module that the program was built from.
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
