// Package download brings a zip archive from a server to a file: whole and
// verified, or not at all.
//
// While it comes it lies beside its place as FILE.part, with what the server
// said of it in FILE.part.json. What breaks off goes on there the next time,
// if the server still has the same (RFC 9110, If-Range) and can (Range); else
// it begins again. It takes its place only when its length is the one that was
// announced and every member of the archive has the checksum that it should.
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

// File is an archive to be fetched.
type File struct {
	URL       string
	Path      string                  // where it is put; its folder must exist
	UserAgent string                  // what the request says it comes from
	Progress  func(done, total int64) // called as bytes come, if not nil; total is -1 when unknown
}

// ErrStatus reports an answer of the server other than the file.
var ErrStatus = errors.New("the server answers")

const (
	headerTime = 30 * time.Second // for the server to answer
	stallTime  = 60 * time.Second // without a byte
)

// Fetch fetches the file. An error names the address and says whether trying
// again goes on or begins anew. Two fetches to one path at a time are not
// coordinated.
func (f *File) Fetch(ctx context.Context) error {
	if err := f.fetch(ctx); err != nil {
		return fmt.Errorf("%s: %w", f.URL, err)
	}
	return nil
}

func (f *File) fetch(ctx context.Context) error {
	part := openPart(f)
	if part.size > 0 && part.size == part.Total {
		return part.finish(f.Path) // it ended between the last byte and its name
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
		return fmt.Errorf("the file there is another than the one begun; what had come is dropped, try again")
	default:
		return fmt.Errorf("%w %s", ErrStatus, resp.Status)
	}
	if err := f.receive(resp.Body, part, func() { cancel(errStalled) }); err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		return fmt.Errorf("broke off after %d of %s bytes: %w; try again to go on from there", part.size, known(part.Total), err)
	}
	return part.finish(f.Path)
}

// request asks for the rest of the part, or for all.
func (f *File) request(ctx context.Context, part *part) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.URL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", f.UserAgent)
	req.Header.Set("Accept-Encoding", "identity") // its length is to be the file's
	if part.size > 0 {
		req.Header.Set("Range", "bytes="+strconv.FormatInt(part.size, 10)+"-")
		req.Header.Set("If-Range", part.validator())
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = headerTime
	defer transport.CloseIdleConnections()
	resp, err := (&http.Client{Transport: transport}).Do(req)
	if err != nil {
		return nil, errors.Unwrap(err) // without the address, which Fetch says
	}
	return resp, nil
}

var (
	errStalled = fmt.Errorf("no byte came for %v", stallTime)
	errShort   = errors.New("the connection ended too early")
	errLong    = errors.New("more came than was announced")
)

// receive appends what comes to the part.
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

// isStrong reports whether an entity tag promises the same bytes.
func isStrong(etag string) bool { return strings.HasPrefix(etag, `"`) }
