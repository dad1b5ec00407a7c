package article

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"dateline/newsdate"
)

// readWARC reads the pages of a web archive (ISO 28500): HTTP responses, and texts converted
// from them. Other records are skipped.
func readWARC(s source, r *bufio.Reader, yieldOne yieldFunc) bool {
	found := false
	yield := func(a Article, err error) bool {
		found = true
		return yieldOne(a, err)
	}
	for {
		head, err := readHead(r)
		switch {
		case err == io.EOF:
			return found || yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: the web archive has no pages", ErrEmpty), Hint: "check that it is complete"})
		case err == errHead:
			return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "the records before it were read"})
		case err != nil:
			return s.fail(err, yield)
		case !bytes.HasPrefix(head, []byte("WARC/")):
			return yield(Article{}, &Error{Input: s.name, Err: errors.New("not a readable web archive"), Hint: "the records before it were read"})
		}
		_, rest, _ := bytes.Cut(head, []byte("\n"))
		fields, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(rest))).ReadMIMEHeader()
		if err != nil {
			return s.fail(err, yield)
		}
		size, err := strconv.ParseInt(fields.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return yield(Article{}, &Error{Input: s.name, Err: errors.New("a record without a length"), Hint: "the records before it were read"})
		}
		body := io.LimitReader(r, size)
		if !readCapture(s, fields, body, yield) {
			return false
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			return s.fail(err, yield)
		}
	}
}

// readCapture reads a record of a web archive. A record without an address is named after the
// archive.
func readCapture(s source, fields textproto.MIMEHeader, body io.Reader, yield yieldFunc) bool {
	at := s.inside(cmp.Or(strings.Trim(fields.Get("WARC-Target-URI"), "<>"), s.name))
	if fetched, ok := newsdate.ISO(fields.Get("WARC-Date")); ok {
		at.options.Fetched = fetched
	}
	switch fields.Get("WARC-Type") {
	case "conversion":
		return readMember(at, body, yield)
	case "resource":
		at.mediaType = fields.Get("Content-Type")
		return readResource(at, body, yield)
	case "response":
		answer, err := readAnswer(bufio.NewReader(body))
		if err != nil {
			return yield(Article{}, systemError(at.name, err))
		}
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return yield(Article{}, &Skipped{Path: at.name, Why: "the server answered " + answer.Status})
		}
		at.mediaType = answer.Header.Get("Content-Type")
		if answer.Header.Get("Content-Encoding") == "gzip" && !isStyle(at.mediaType) {
			return readGzip(at, answer.Body, yield)
		}
		return readResource(at, answer.Body, yield)
	}
	return true
}

// readAnswer reads an HTTP response. Status lines of HTTP/2 and later are read as HTTP/1.1.
func readAnswer(r *bufio.Reader) (*http.Response, error) {
	head, err := readHead(r)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(head, []byte("HTTP/2 ")) || bytes.HasPrefix(head, []byte("HTTP/3 ")) {
		head = append([]byte("HTTP/1.1 "), head[len("HTTP/2 "):]...)
	}
	return http.ReadResponse(bufio.NewReader(io.MultiReader(bytes.NewReader(head), r)), nil)
}

// maxHead is the maximum size of the header of a WARC record or HTTP response, in bytes.
const maxHead = 1 << 20

var errHead = fmt.Errorf("a header larger than %d MiB", maxHead>>20)

// readHead returns a header up to and including the blank line that ends it, skipping blank
// lines before it. It returns io.EOF if there is none.
func readHead(r *bufio.Reader) ([]byte, error) {
	var head []byte
	for begun := true; ; { // whether a line begins here
		part, err := r.ReadSlice('\n')
		blank := begun && len(bytes.TrimSpace(part)) == 0
		if !blank || len(head) > 0 {
			head = append(head, part...)
		}
		switch {
		case len(head) > maxHead:
			return nil, errHead
		case err == io.EOF && len(head) > 0:
			return nil, io.ErrUnexpectedEOF
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		case blank && len(head) > 0:
			return head, nil
		}
		begun = err == nil
	}
}
