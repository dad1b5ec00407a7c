package server

import "net/http"

// flushWriter sends each write at once.
type flushWriter struct{ deadlineWriter }

func (p flushWriter) Write(b []byte) (int, error) {
	n, err := p.deadlineWriter.Write(b)
	if err == nil {
		err = p.controller.Flush()
	}
	return n, err
}

// deadlineWriter moves the deadline of a connection on with each write, so that a long
// answer may take its time and a client that reads nothing is cut off.
type deadlineWriter struct {
	http.ResponseWriter
	controller *http.ResponseController
}

func (p deadlineWriter) Write(b []byte) (int, error) {
	// what has no deadline, as in tests, needs none
	_ = p.controller.SetWriteDeadline(deadline())
	return p.ResponseWriter.Write(b)
}
