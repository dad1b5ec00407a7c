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
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/query"

	"github.com/gin-gonic/gin"
)

// engine registers the routes with gin, which only matches paths.
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
		path, _ := ginPath(r.Path)
		if allowed[path] == nil {
			paths = append(paths, path)
		}
		allowed[path] = append(allowed[path], r.Method)
		e.Handle(r.Method, path, s.handle(r))
		if r.Method == http.MethodGet {
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
	e.NoRoute(func(c *gin.Context) { s.send(c, s.failure(NotFound(c.Request.URL.Path))) })
	return s.observe(s.bounded(s.otherPaths(e)))
}

// handle answers a route.
func (s *service) handle(r *Route) gin.HandlerFunc {
	_, suffix := ginPath(r.Path)
	return func(c *gin.Context) {
		observationOf(c.Request.Context()).route = r.Path
		if suffix != "" {
			last := &c.Params[len(c.Params)-1]
			value, ok := strings.CutSuffix(last.Value, suffix)
			if !ok {
				s.send(c, s.failure(NotFound(c.Request.URL.Path)))
				return
			}
			last.Value = value
		}
		// What can't be stored is no id and no name.
		if slices.ContainsFunc(c.Params, func(p gin.Param) bool { return !query.IsStorable(p.Value) }) {
			s.send(c, s.failure(NotFound(c.Request.URL.Path)))
			return
		}
		if r.MaxBody > 0 {
			c.Request.Body = boundedBody(c.Writer, c.Request, r.MaxBody)
		}
		if r.Form {
			search, err := asQuery(r, c.Request)
			if err != nil {
				c.Request.Method = http.MethodGet // a search only reads: other sites may learn why it failed
				s.send(c, s.failure(err))
				return
			}
			c.Request = search
		}
		s.send(c, s.respond(r, c.Request, c.Param))
	}
}

// boundedBody returns a body of at most max bytes. One announced as larger is refused at once.
func boundedBody(w http.ResponseWriter, r *http.Request, max int64) io.ReadCloser {
	if r.ContentLength > max {
		return refusedBody{r.Body, &http.MaxBytesError{Limit: max}}
	}
	return http.MaxBytesReader(w, r.Body, max)
}

// refusedBody is a body that is not read.
type refusedBody struct {
	io.Closer
	err error
}

func (b refusedBody) Read([]byte) (int, error) { return 0, b.err }

// ginPath writes {z} as :z. gin can't express what follows the last variable in its segment, as
// .mvt: it is returned separately.
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

// sendStream writes an answer as it is made or, if it can't be streamed, or its length or parts
// of it are requested, when it is complete.
func (s *service) sendStream(c *gin.Context, a *Answer) {
	h := c.Request
	if a.key != "" && a.encoding == "" && (a.Whole || h.Method == http.MethodHead || h.Header.Get("Range") != "") {
		s.sendFile(c, a)
		return
	}
	c.Writer.WriteHeader(a.Status)
	c.Writer.WriteHeaderNow()
	if h.Method == http.MethodHead {
		return
	}
	out := deadlineWriter{c.Writer, http.NewResponseController(c.Writer)}
	if a.Media == TypeEvents {
		_ = out.controller.SetReadDeadline(time.Time{}) // nothing more is to be read, and that is not an error
		_ = s.stream(h, a, flushWriter{out})
		return
	}
	ctx, turn := s.metered(h.Context(), clientOf(h.Context()))
	defer turn.end()
	w := bufio.NewWriterSize(between{out, turn}, StreamBuffer)
	if err := s.stream(h.WithContext(ctx), a, w); err != nil || w.Flush() != nil {
		panic(http.ErrAbortHandler)
	}
}

// sendFile writes a completed stream, or the requested ranges of it (RFC 9110, 14).
func (s *service) sendFile(c *gin.Context, a *Answer) {
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

// stream writes an answer, and logs failures other than clients that have gone.
func (s *service) stream(h *http.Request, a *Answer, w io.Writer) (err error) {
	defer func() {
		var gone *net.OpError
		if v := recover(); v != nil {
			err = panicError(v)
		}
		if err != nil && h.Context().Err() == nil && !errors.As(err, &gone) {
			s.logOf(h.Context()).Error("answer cut off", "path", h.URL.Path, "error", err)
		}
	}()
	return a.Stream(h.Context(), w)
}

// send writes an answer at once.
func (s *service) send(c *gin.Context, a *Answer) {
	s.setHeaders(c.Writer.Header(), c.Request.Method, a)
	if a.Stream != nil {
		s.sendStream(c, a)
		return
	}
	if a.Status == http.StatusOK && a.encoding == "" && !a.Private {
		c.Writer.Header().Set("Accept-Ranges", "bytes")
		if c.Request.Header.Get("Range") != "" {
			s.serveParts(c, bytes.NewReader(a.Body))
			return
		}
	}
	if a.Status != http.StatusNotModified && a.Status != http.StatusNoContent {
		c.Writer.Header().Set("Content-Length", strconv.Itoa(len(a.Body)))
	}
	c.Writer.WriteHeader(a.Status)
	c.Writer.WriteHeaderNow()
	_, _ = c.Writer.Write(a.Body) // fails if the client has gone
}
