package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"regexp"
	"time"
)

// observation is what is logged of a request when it is over.
type observation struct {
	id    string
	route string // its pattern; empty if none matched
	who   string // name of the token
}

type observationKey struct{}

// observationOf returns the observation of a request; without observe, one that nobody reads.
func observationOf(ctx context.Context) *observation {
	if o, known := ctx.Value(observationKey{}).(*observation); known {
		return o
	}
	return new(observation)
}

// requestID returns the id of a request in the log.
func requestID(ctx context.Context) string { return observationOf(ctx).id }

// idHeader is the header with a request's id, here and at a proxy.
const idHeader = "X-Request-Id"

var idPattern = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// observe gives each request an id, that of a trusted proxy if it has one, and counts and logs
// it when it is over.
func (s *service) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o := &observation{id: r.Header.Get(idHeader)}
		if !s.trusts(r.RemoteAddr) || !idPattern.MatchString(o.id) {
			var random [8]byte
			_, _ = rand.Read(random[:]) // never fails
			o.id = hex.EncodeToString(random[:])
		}
		w.Header().Set(idHeader, o.id)
		out := &observedWriter{ResponseWriter: w}
		begun := time.Now()
		s.meters.begin()
		defer func() {
			took := time.Since(begun)
			s.meters.end(r.Method, o.route, out.status, took)
			if s.LogAll {
				s.Log.Info("request", "id", o.id, "client", r.RemoteAddr, "who", o.who, "method", r.Method, "path", r.URL.Path,
					"status", out.status, "bytes", out.bytes, "took", took.Round(time.Microsecond))
			}
		}()
		next.ServeHTTP(out, r.WithContext(context.WithValue(r.Context(), observationKey{}, o)))
	})
}

// logOf returns the log with the id of a request.
func (s *service) logOf(ctx context.Context) *slog.Logger {
	if id := requestID(ctx); id != "" {
		return s.Log.With("id", id)
	}
	return s.Log
}

// observedWriter records the status of an answer and counts its bytes.
type observedWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *observedWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *observedWriter) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Flush flushes, for gin, which asks for an http.Flusher.
func (w *observedWriter) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }

// Unwrap is for http.ResponseController.
func (w *observedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
