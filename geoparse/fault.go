package geoparse

import (
	"fmt"
	"runtime/debug"

	"dateline/geoparse/token"
)

// PanicError is a panic of the parser, which is a bug. Other texts can still be parsed.
type PanicError struct {
	Value any    // value of the panic
	Stack []byte // stack trace
}

// Error is one line, without the stack.
func (e *PanicError) Error() string {
	return fmt.Sprintf("the parser failed on this text, which is a fault of Dateline: %v", e.Value)
}

// Recovered converts a recovered panic of reading a text to an error: a *PanicError with the stack
// of the caller, unless the parser was stopped.
func Recovered(v any) error {
	if s, ok := v.(token.Stopped); ok {
		return s.Err
	}
	return &PanicError{Value: v, Stack: debug.Stack()}
}
