package article

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Read yields the articles of a file, or of the files of a folder and those in
// it, in the order of their names: files that end in .txt, .html, .xml, .rss,
// .atom, .json, .jsonl and their like, or have no ending; others and hidden ones
// are passed over. What could not be read is yielded as an *Error in its place;
// the others follow. When the context ends, its error is the last that is yielded.
func Read(ctx context.Context, path string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			yield(Article{}, systemError(path, err))
		case info.IsDir():
			readFolder(ctx, path, yield)
		default:
			readFile(ctx, path, yield)
		}
	}
}

// ReadFrom yields the articles of a stream. Its name is that of a file, "-", or
// the address it came from; the name's ending, where the content leaves it open,
// says what is in it. An address becomes the articles' URL.
func ReadFrom(ctx context.Context, name string, r io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		readStream(ctx, name, r, yield)
	}
}

// yieldFunc takes an article or an error; it returns false when no more is wanted.
type yieldFunc = func(Article, error) bool

func readFile(ctx context.Context, path string, yield yieldFunc) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Article{}, systemError(path, err))
	}
	defer f.Close()
	return readStream(ctx, path, f, yield)
}

// peekSize is how much of an input is looked at to tell what it is.
const peekSize = 4 << 10

func readStream(ctx context.Context, name string, r io.Reader, yield yieldFunc) bool {
	if err := ctx.Err(); err != nil {
		yield(Article{}, err)
		return false
	}
	buf := bufio.NewReaderSize(r, 64<<10)
	peek, _ := buf.Peek(peekSize) // an error comes back with the read that follows
	if sniff(name, peek) == recordFormat {
		return readRecords(ctx, name, buf, yield)
	}
	data, err := io.ReadAll(io.LimitReader(buf, MaxDocument+1))
	switch {
	case err != nil:
		return yield(Article{}, systemError(name, err))
	case len(data) > MaxDocument:
		return yield(Article{}, tooLarge(name))
	}
	return readDocument(ctx, name, data, yield)
}

// readDocument reads a text, a page or a feed, or lines of JSON whose beginning
// did not show what they are.
func readDocument(ctx context.Context, name string, data []byte, yield yieldFunc) bool {
	f := sniff(name, data[:min(len(data), peekSize)])
	text, err := decode(data, f == pageFormat)
	if err != nil {
		return yield(Article{}, &Error{Input: name, Err: err, Hint: "of a picture, an archive or an office document export the text; UTF-16 needs its byte order mark"})
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	if strings.TrimSpace(text) == "" {
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "check that the download or export of it was complete"})
	}
	if isUTF16(data) {
		f = sniff(name, []byte(text[:min(len(text), peekSize)]))
		data = withoutDeclaration(text)
	}
	if f == recordFormat {
		return readRecords(ctx, name, bufio.NewReader(strings.NewReader(text)), yield)
	}
	articles, errs := readAs(f, name, text, data)
	return yieldAll(name, articles, errs, yield)
}

// readAs reads a document of a format. The errors do not touch the articles.
func readAs(f format, name, text string, data []byte) ([]Article, []error) {
	var articles []Article
	var err error
	switch f {
	case pageFormat:
		articles, err = fromPage(name, text)
	case feedFormat:
		return fromFeed(name, data)
	case textFormat:
		if articles, err = fromText(text, scraped); err != nil {
			err = &Error{Input: name, Err: err, Hint: "split it, or make it JSON Lines, which are streamed"}
		}
	}
	if err != nil {
		return nil, []error{err}
	}
	return articles, nil
}

func yieldAll(name string, articles []Article, errs []error, yield yieldFunc) bool {
	if len(articles)+len(errs) == 0 {
		errs = []error{&Error{Input: name, Err: ErrEmpty, Hint: "it holds navigation only: give the page of an article"}}
	}
	for _, a := range articles {
		if a.URL == "" {
			a.URL = addressOf(name)
		}
		if !yield(a.finish(name), nil) {
			return false
		}
	}
	for _, err := range errs {
		if !yield(Article{}, err) {
			return false
		}
	}
	return true
}

// addressOf returns the name of an input where it is an address on the web.
func addressOf(name string) string {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return name
	}
	return ""
}

// outletOf returns what stands for the outlet of an article that names none:
// the host of an address, the name of a file, nothing for a stream.
func outletOf(name string) string {
	if u, err := url.Parse(addressOf(name)); err == nil && u.Host != "" {
		return u.Host
	}
	switch name {
	case "", "-", "stdin", "standard input":
		return ""
	}
	return filepath.Base(name)
}

// withoutDeclaration returns a feed that was decoded, without the line that
// declares what encoding it had.
func withoutDeclaration(text string) []byte {
	if strings.HasPrefix(text, "<?xml") {
		_, text, _ = strings.Cut(text, "?>")
	}
	return bytes.TrimSpace([]byte(text))
}

// systemError names the input in an error of the operating system.
func systemError(name string, err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	hint := "read it again, or leave it out"
	switch {
	case errors.Is(err, os.ErrPermission):
		hint = "allow reading it, or leave it out"
	case errors.Is(err, os.ErrNotExist):
		hint = "check the name"
	}
	return &Error{Input: name, Err: err, Hint: hint}
}
