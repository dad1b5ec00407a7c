// Package download downloads a zip archive to a file, completely and verified.
//
// Meanwhile the data is in FILE.part, with the server's metadata in FILE.part.json. An
// interrupted download resumes from there, if the server still has the same file (RFC 9110,
// If-Range) and supports ranges; otherwise it starts over. The file is renamed only when it has
// the announced length and every member of the archive the right checksum.
package download

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// File is an archive to be downloaded.
type File struct {
	URL       string
	Path      string                  // destination; its folder must exist
	UserAgent string                  // of the request
	Progress  func(done, total int64) // called as bytes arrive, if not nil; total is -1 if unknown
}

// ErrStatus reports an unexpected status of the server.
var ErrStatus = errors.New("the server answers")

const (
	headerTime = 30 * time.Second // for the server to answer
	stallTime  = 60 * time.Second // without a byte
)

// Fetch downloads the file. Errors name the address and say whether a retry resumes or starts
// over. Two concurrent downloads to one path are not coordinated.
func (f *File) Fetch(ctx context.Context) error {
	if err := f.fetch(ctx); err != nil {
		return fmt.Errorf("%s: %w", f.URL, err)
	}
	return nil
}

func (f *File) fetch(ctx context.Context) error {
	part := openPart(f)
	if part.size > 0 && part.size == part.Total {
		return part.finish(f.Path) // it was complete but not yet renamed
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	resp, err := f.request(ctx, part)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusOK:
		if err := part.begin(f.URL, resp); err != nil {
			return err
		}
	case resp.StatusCode == http.StatusPartialContent && part.continuedBy(resp):
	case resp.StatusCode == http.StatusPartialContent, resp.StatusCode == http.StatusRequestedRangeNotSatisfiable:
		part.remove()
		return fmt.Errorf("the file on the server has changed since the download began; the part that had arrived is discarded, try again")
	default:
		return fmt.Errorf("%w %s", ErrStatus, resp.Status)
	}
	if err := f.receive(resp.Body, part, func() { cancel(errStalled) }); err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		return fmt.Errorf("interrupted after %d of %s bytes: %w; try again to resume", part.size, known(part.Total), err)
	}
	return part.finish(f.Path)
}

// request requests the rest of the part, or all.
func (f *File) request(ctx context.Context, part *part) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.URL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", f.UserAgent)
	req.Header.Set("Accept-Encoding", "identity") // the length must be the file's
	if part.size > 0 {
		req.Header.Set("Range", "bytes="+strconv.FormatInt(part.size, 10)+"-")
		req.Header.Set("If-Range", part.validator())
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = headerTime
	defer transport.CloseIdleConnections()
	resp, err := (&http.Client{Transport: transport}).Do(req)
	if err != nil {
		return nil, errors.Unwrap(err) // Fetch adds the address
	}
	return resp, nil
}

var (
	errStalled = fmt.Errorf("no data for %v", stallTime)
	errShort   = errors.New("the connection was closed early")
	errLong    = errors.New("more data than announced")
)

// receive appends the response to the part.
func (f *File) receive(body io.Reader, part *part, stalled func()) error {
	watch := time.AfterFunc(stallTime, stalled)
	defer watch.Stop()
	out, err := part.appendTo()
	if err != nil {
		return err
	}
	progress := writerFunc(func(b []byte) (int, error) {
		watch.Reset(stallTime)
		n, err := out.Write(b)
		part.size += int64(n)
		if f.Progress != nil {
			f.Progress(part.size, part.Total)
		}
		return n, err
	})
	_, err = io.Copy(progress, body)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	switch {
	case err == nil && part.Total >= 0 && part.size < part.Total, errors.Is(err, io.ErrUnexpectedEOF):
		return errShort
	case err == nil && part.Total >= 0 && part.size > part.Total:
		part.remove()
		return errLong
	}
	return err
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func known(total int64) string {
	if total < 0 {
		return "unknown"
	}
	return strconv.FormatInt(total, 10)
}

// isStrong reports whether an entity tag is strong.
func isStrong(etag string) bool { return strings.HasPrefix(etag, `"`) }
