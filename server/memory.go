package server

import (
	"math"
	"net/http"
	"runtime/debug"
	"runtime/metrics"
)

// memory reports whether there is room for more heavy work.
type memory struct {
	read func() (used, limit uint64)
}

// mostUsed is the share of the limit, in per cent, from which no heavy work is started. The
// collector works harder as the limit approaches; above nine tenths it is live data that fills
// the memory.
const mostUsed = 90

// check returns a problem if memory is short.
func (m memory) check() error {
	used, limit := m.read()
	if used <= limit/100*mostUsed {
		return nil
	}
	return NewProblem(http.StatusServiceUnavailable, "the server is low on memory and accepts no large requests for now; retry in a moment, or ask for less").
		With("Retry-After", "10")
}

// readMemory returns the bytes that the program has from the system, and the limit set by
// GOMEMLIMIT or the command line, the maximum number if there is none.
func readMemory() (used, limit uint64) {
	limit = uint64(debug.SetMemoryLimit(-1))
	if limit == math.MaxInt64 {
		return 0, limit
	}
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64(), limit
}
