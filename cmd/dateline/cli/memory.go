package cli

import (
	"math"
	"runtime/debug"
)

// softLimit is how much memory a command takes before it looks for garbage more
// often than whenever its heap has doubled.
const softLimit = 512 << 20

// LimitMemory sets softLimit where GOMEMLIMIT does not say another.
func LimitMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(softLimit)
	}
}
