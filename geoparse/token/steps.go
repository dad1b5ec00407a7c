package token

import (
	"dateline/work"
)

// Steps counts the steps of parsing a text, and stops it when the context has ended. A step
// takes at most a few microseconds: reading a gap, looking up a name, comparing two candidates.
// Functions used in every loop (gap, between, longest, prominence …) count themselves, so that a
// loop of superlinear cost shows in the count (TestCostIsLinear).
type Steps struct{ *work.Counter }

// BytesPerStep is how many bytes are read in a step.
const BytesPerStep = 64

// meteredPerByte is the approximate cost of parsing a byte, in steps of work.Spend. Even the
// shortest text costs as much as several bytes.
const (
	meteredPerByte = 40
	leastBytes     = 64
)

// Stopped is the value with which Step panics when the context has ended. Only Parse recovers
// it.
type Stopped struct{ Err error }

// Step counts n steps.
func (s Steps) Step(n int) {
	if s.Due(n) {
		s.Check()
	}
}

// Spend charges the cost of parsing a text of so many bytes in advance.
func (s Steps) Spend(bytes int) {
	if err := s.Counter.Spend(meteredPerByte * (leastBytes + bytes)); err != nil {
		panic(Stopped{err})
	}
}

// Check ends the parsing if the context has ended.
//
//go:noinline
func (s Steps) Check() {
	if err := s.Flush(); err != nil {
		panic(Stopped{err})
	}
}
