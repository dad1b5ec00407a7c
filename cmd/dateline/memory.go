package main

import (
	"math"
	"runtime/debug"
)

// softLimit is how much memory a command takes before it looks for garbage more
// often than whenever its heap has doubled.
const softLimit = 512 << 20

// limitMemory sets softLimit where GOMEMLIMIT does not say another.
func limitMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(softLimit)
	}
}
