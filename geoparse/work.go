package geoparse

import (
	"fmt"
	"runtime/debug"

	"dateline/work"
)

// steps counts the steps of parsing a text and ends it when the context has ended. A
// step takes at most some microseconds: a gap between two words read, a name looked
// up, a candidate weighed against another. What is asked in every loop (gap, between,
// longest, prominence …) counts itself, so that a loop whose cost is not linear shows
// in the count (TestCostIsLinear).
type steps struct{ *work.Counter }

// bytesPerStep is how many bytes are read in a step.
const bytesPerStep = 64

// meteredPerByte is about what it costs to parse a byte, in steps of work.Spend. The
// shortest text costs as much as some bytes.
const (
	meteredPerByte = 40
	leastBytes     = 64
)

// stopped is what step panics with when the context has ended. Only Parse
// recovers it.
type stopped struct{ err error }

// step counts n steps.
func (s steps) step(n int) {
	if err := s.Add(n); err != nil {
		panic(stopped{err})
	}
}

// spend says that a text of so many bytes is about to be parsed.
func (s steps) spend(bytes int) {
	if err := s.Spend(meteredPerByte * (leastBytes + bytes)); err != nil {
		panic(stopped{err})
	}
}

// look ends the parsing if the context has ended.
func (s steps) look() {
	if err := s.Flush(); err != nil {
		panic(stopped{err})
	}
}

// PanicError is a panic of the parser, and so a fault of its own: the text that
// met it can't be parsed, all others can.
type PanicError struct {
	Value any    // of the panic
	Stack []byte // where it happened
}

// Error is one line, without the stack.
func (e *PanicError) Error() string {
	return fmt.Sprintf("the parser failed on this text, which is a fault of Dateline: %v", e.Value)
}

// recovered turns what was recovered from parsing into its error.
func recovered(v any) error {
	if s, ok := v.(stopped); ok {
		return s.err
	}
	return &PanicError{Value: v, Stack: debug.Stack()}
}
