package server

import "net/http"

// flushWriter flushes after each write.
type flushWriter struct{ deadlineWriter }

func (p flushWriter) Write(b []byte) (int, error) {
	n, err := p.deadlineWriter.Write(b)
	if err == nil {
		err = p.controller.Flush()
	}
	return n, err
}

// deadlineWriter extends the deadline of a connection with each write, so that a long answer may
// take its time and a stalled client is disconnected.
type deadlineWriter struct {
	http.ResponseWriter
	controller *http.ResponseController
}

func (p deadlineWriter) Write(b []byte) (int, error) {
	// without support for deadlines, as in tests, none are needed
	_ = p.controller.SetWriteDeadline(deadline())
	return p.ResponseWriter.Write(b)
}
