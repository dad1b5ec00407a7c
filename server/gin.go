package server

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// engine lays the routes under gin, which only finds them.
func (s *service) engine() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.RedirectTrailingSlash = false
	e.HandleMethodNotAllowed = true
	proxies := make([]string, len(s.Limits.TrustedProxies))
	for i, p := range s.Limits.TrustedProxies {
		proxies[i] = p.String()
	}
	if err := e.SetTrustedProxies(proxies); err != nil {
		panic(err) // a Prefix is always one
	}
	e.Use(func(c *gin.Context) {
		c.Request = c.Request.WithContext(s.withClient(c.Request.Context(), c.ClientIP()))
	})
	allowed := map[string][]string{}
	var paths []string // in the order of the table
	for i := range s.routes {
		r := &s.routes[i]
		path, _ := ginPath(r.path)
		if allowed[path] == nil {
			paths = append(paths, path)
		}
		allowed[path] = append(allowed[path], r.method)
		e.Handle(r.method, path, s.handle(r))
		if r.method == http.MethodGet {
			allowed[path] = append(allowed[path], http.MethodHead)
			e.HEAD(path, s.handle(r))
		}
	}
	for _, path := range paths {
		allow := strings.Join(append(allowed[path], http.MethodOptions), ", ")
		e.OPTIONS(path, func(c *gin.Context) { s.send(c, preflight(allow)) })
	}
	e.NoMethod(func(c *gin.Context) {
		s.send(c, s.failure(notAllowed(c.Request.Method, c.Writer.Header().Get("Allow"))))
	})
	e.NoRoute(s.handleFile())
	return s.otherPaths(e)
}

// handle answers a route.
func (s *service) handle(r *route) gin.HandlerFunc {
	_, suffix := ginPath(r.path)
	return func(c *gin.Context) {
		if suffix != "" {
			last := &c.Params[len(c.Params)-1]
			value, ok := strings.CutSuffix(last.Value, suffix)
			if !ok {
				s.send(c, s.failure(notFound(c.Request.URL.Path)))
				return
			}
			last.Value = value
		}
		if r.maxBody > 0 {
			c.Request.Body = boundedBody(c.Writer, c.Request, r.maxBody)
		}
		if r.form {
			search, err := asQuery(r, c.Request)
			if err != nil {
				s.send(c, s.failure(err))
				return
			}
			c.Request = search
		}
		s.send(c, s.respond(r, c.Request, c.Param))
	}
}

// boundedBody returns a body of at most max bytes. One that is announced as larger
// is not waited for.
func boundedBody(w http.ResponseWriter, r *http.Request, max int64) io.ReadCloser {
	if r.ContentLength > max {
		return refusedBody{r.Body, &http.MaxBytesError{Limit: max}}
	}
	return http.MaxBytesReader(w, r.Body, max)
}

// refusedBody is a body of which nothing is read.
type refusedBody struct {
	io.Closer
	err error
}

func (b refusedBody) Read([]byte) (int, error) { return 0, b.err }

// handleFile answers what is no route: a file of the page, or nothing.
func (s *service) handleFile() gin.HandlerFunc {
	const allow = "GET, HEAD, OPTIONS"
	files := &route{method: http.MethodGet, page: true, answer: (*service).file}
	return func(c *gin.Context) {
		_, exists := s.assets[c.Request.URL.Path]
		switch method := c.Request.Method; {
		case !exists:
			s.send(c, s.failure(notFound(c.Request.URL.Path)))
		case method == http.MethodGet || method == http.MethodHead:
			s.send(c, s.respond(files, c.Request, c.Param))
		case method == http.MethodOptions:
			s.send(c, preflight(allow))
		default:
			s.send(c, s.failure(notAllowed(method, allow)))
		}
	}
}

// ginPath writes {z} as :z. What follows the last variable in its segment, as
// .mvt, gin has no way to write: it is returned apart.
func ginPath(path string) (pattern, suffix string) {
	pattern = regexp.MustCompile(`\{(\w+)\}`).ReplaceAllString(path, ":$1")
	if i := strings.LastIndexByte(path, '}'); i >= 0 {
		suffix = path[i+1:]
	}
	if strings.ContainsRune(suffix, '/') {
		return pattern, ""
	}
	return strings.TrimSuffix(pattern, suffix), suffix
}

// sendStream writes an answer as it is made or, where that can't be, or parts of it
// or its length are asked for, when it is.
func (s *service) sendStream(c *gin.Context, a *answer) {
	h := c.Request
	if a.key != "" && a.encoding == "" && (a.whole || h.Method == http.MethodHead || h.Header.Get("Range") != "") {
		s.sendFile(c, a)
		return
	}
	c.Writer.WriteHeader(a.status)
	c.Writer.WriteHeaderNow()
	if h.Method == http.MethodHead {
		return
	}
	out := deadlineWriter{c.Writer, http.NewResponseController(c.Writer)}
	if a.media == typeEvents {
		_ = out.controller.SetReadDeadline(time.Time{}) // nothing more is to be read, and that is no failure
		_ = s.stream(h, a, flushWriter{out})
		return
	}
	ctx, turn := s.metered(h.Context(), clientOf(h.Context()))
	defer turn.end()
	w := bufio.NewWriterSize(between{out, turn}, streamBuffer)
	if err := s.stream(h.WithContext(ctx), a, w); err != nil || w.Flush() != nil {
		panic(http.ErrAbortHandler)
	}
}

// sendFile writes a stream that is made to its end first, or the parts of it that
// are asked for (RFC 9110, 14).
func (s *service) sendFile(c *gin.Context, a *answer) {
	h := c.Request
	ctx, turn := s.metered(h.Context(), clientOf(h.Context()))
	file, err := s.fileOf(ctx, a)
	turn.end()
	if err != nil {
		clear(c.Writer.Header())
		s.send(c, s.failure(fmt.Errorf("%s: %w", h.URL.Path, err)))
		return
	}
	s.serveParts(c, file.reader())
}

// stream writes an answer, and tells the log of what fails but for clients that
// have gone.
func (s *service) stream(h *http.Request, a *answer, w io.Writer) (err error) {
	defer func() {
		var gone *net.OpError
		if v := recover(); v != nil {
			err = panicError(v)
		}
		if err != nil && h.Context().Err() == nil && !errors.As(err, &gone) {
			s.Log.Error("answer broke off", "path", h.URL.Path, "error", err)
		}
	}()
	return a.stream(h.Context(), w)
}

// send writes an answer in one go.
func (s *service) send(c *gin.Context, a *answer) {
	setHeaders(c.Writer.Header(), c.Request.Method, a)
	if a.stream != nil {
		s.sendStream(c, a)
		return
	}
	if a.status == http.StatusOK && a.encoding == "" && !a.private {
		c.Writer.Header().Set("Accept-Ranges", "bytes")
		if c.Request.Header.Get("Range") != "" {
			s.serveParts(c, bytes.NewReader(a.body))
			return
		}
	}
	if a.status != http.StatusNotModified && a.status != http.StatusNoContent {
		c.Writer.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	c.Writer.WriteHeader(a.status)
	c.Writer.WriteHeaderNow()
	_, _ = c.Writer.Write(a.body) // fails when the client has gone
}
