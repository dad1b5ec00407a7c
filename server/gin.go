package server

import (
	"bufio"
	"errors"
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
	return otherPaths(e)
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
			c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, r.maxBody)
		}
		s.send(c, s.respond(r, c.Request, c.Param))
	}
}

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

// sendStream writes an answer as it is made. Where that fails the connection is
// broken off, so that what came is not taken for all.
func (s *service) sendStream(c *gin.Context, a *answer) {
	c.Writer.WriteHeader(a.status)
	c.Writer.WriteHeaderNow()
	if c.Request.Method == http.MethodHead {
		return
	}
	out := patient{c.Writer, http.NewResponseController(c.Writer)}
	if a.media == typeEvents {
		_ = out.controller.SetReadDeadline(time.Time{}) // nothing more is to be read, and that is no failure
		_ = s.stream(c.Request, a, prompt{out})
		return
	}
	ctx, turn := s.metered(c.Request.Context(), clientOf(c.Request.Context()))
	defer turn.end()
	w := bufio.NewWriterSize(between{out, turn}, streamBuffer)
	if err := s.stream(c.Request.WithContext(ctx), a, w); err != nil || w.Flush() != nil {
		panic(http.ErrAbortHandler)
	}
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
	if a.status != http.StatusNotModified && a.status != http.StatusNoContent {
		c.Writer.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	c.Writer.WriteHeader(a.status)
	c.Writer.WriteHeaderNow()
	_, _ = c.Writer.Write(a.body) // fails when the client has gone
}
