package server

import (
	"io"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// serveParts serves content, or the requested ranges of it.
func (s *service) serveParts(c *gin.Context, content io.ReadSeeker) {
	out := partsWriter{deadlineWriter: deadlineWriter{c.Writer, http.NewResponseController(c.Writer)}}
	http.ServeContent(&out, c.Request, "", time.Time{}, content)
	if !out.refused {
		return
	}
	p := NewProblem(http.StatusRequestedRangeNotSatisfiable, "Range: no such range; give bytes=0-99, bytes=100- or bytes=-100")
	if length := c.Writer.Header().Get("Content-Range"); length != "" {
		p = p.With("Content-Range", length)
	}
	clear(c.Writer.Header())
	s.send(c, s.failure(p))
}

// partsWriter suppresses the plain text of http.ServeContent about unsatisfiable ranges.
type partsWriter struct {
	deadlineWriter
	refused bool
}

func (w *partsWriter) WriteHeader(status int) {
	if status == http.StatusRequestedRangeNotSatisfiable {
		w.refused = true
		return
	}
	w.deadlineWriter.WriteHeader(status)
}

func (w *partsWriter) Write(p []byte) (int, error) {
	if w.refused {
		return len(p), nil
	}
	return w.deadlineWriter.Write(p)
}
