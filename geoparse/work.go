package geoparse

import (
	"context"
	"fmt"
	"runtime/debug"
)

// work counts the steps of parsing a text and ends them when the context has
// ended. A step takes at most some microseconds: a gap between two words read, a
// name looked up, a candidate weighed against another. What is asked in every
// loop (gap, between, longest, prominence …) counts itself, so that a loop whose
// cost is not linear shows in the count (TestCostIsLinear).
type work struct {
	ctx   context.Context
	steps int
	look  int // the count at which the context is looked at next
}

// stepsPerLook is how many steps go by between two looks at the context.
const stepsPerLook = 2048

// bytesPerStep is how many bytes are read in a step.
const bytesPerStep = 64

// stopped is what step panics with when the context has ended. Only Parse
// recovers it.
type stopped struct{ err error }

// step counts n steps.
func (w *work) step(n int) {
	if w.steps += n; w.steps >= w.look {
		w.lookAtContext()
	}
}

func (w *work) lookAtContext() {
	w.look = w.steps + stepsPerLook
	if err := w.ctx.Err(); err != nil {
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
