package token

import (
	"dateline/work"
)

// Steps counts the steps of parsing a text and ends it when the context has ended. A
// step takes at most some microseconds: a gap between two words read, a name looked
// up, a candidate weighed against another. What is asked in every loop (gap, between,
// longest, prominence …) counts itself, so that a loop whose cost is not linear shows
// in the count (TestCostIsLinear).
type Steps struct{ *work.Counter }

// BytesPerStep is how many bytes are read in a step.
const BytesPerStep = 64

// meteredPerByte is about what it costs to parse a byte, in steps of work.Spend. The
// shortest text costs as much as some bytes.
const (
	meteredPerByte = 40
	leastBytes     = 64
)

// Stopped is what Step panics with when the context has ended. Only Parse
// recovers it.
type Stopped struct{ Err error }

// Step counts n steps.
func (s Steps) Step(n int) {
	if s.Due(n) {
		s.Look()
	}
}

// Spend says that a text of so many bytes is about to be parsed.
func (s Steps) Spend(bytes int) {
	if err := s.Counter.Spend(meteredPerByte * (leastBytes + bytes)); err != nil {
		panic(Stopped{err})
	}
}

// Look ends the parsing if the context has ended.
//
//go:noinline
func (s Steps) Look() {
	if err := s.Flush(); err != nil {
		panic(Stopped{err})
	}
}
