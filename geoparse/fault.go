package geoparse

import (
	"fmt"
	"runtime/debug"

	"dateline/geoparse/token"
)

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
	if s, ok := v.(token.Stopped); ok {
		return s.Err
	}
	return &PanicError{Value: v, Stack: debug.Stack()}
}
