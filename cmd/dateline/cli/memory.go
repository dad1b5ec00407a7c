package cli

import (
	"math"
	"runtime/debug"
)

// softLimit is the memory above which a command collects garbage more often than whenever its
// heap has doubled.
const softLimit = 512 << 20

// LimitMemory sets softLimit unless GOMEMLIMIT is set.
func LimitMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(softLimit)
	}
}
