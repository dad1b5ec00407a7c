package article

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"dateline/article/charset"
	"dateline/article/segment"
	"dateline/article/step"

	"golang.org/x/text/transform"
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
		readStream(ctx, name, "", r, yield)
	}
}

// ReadResponse yields the articles that a server sent from an address. The media
// type is the server's (Content-Type); it may say the encoding.
func ReadResponse(ctx context.Context, address, mediaType string, r io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		readStream(ctx, address, mediaType, r, yield)
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
	return readStream(ctx, path, "", f, yield)
}

// peekSize is how much of an input is looked at to tell what it is.
const peekSize = 4 << 10

func readStream(ctx context.Context, name, mediaType string, r io.Reader, yield yieldFunc) bool {
	if err := ctx.Err(); err != nil {
		yield(Article{}, err)
		return false
	}
	buf := bufio.NewReaderSize(&contextReader{ctx: ctx, r: r}, 64<<10)
	peek, _ := buf.Peek(peekSize) // an error comes back with the read that follows
	if charset.IsUTF16(peek) {
		buf = bufio.NewReaderSize(transform.NewReader(buf, charset.UTF16().NewDecoder()), 64<<10)
		peek, _ = buf.Peek(peekSize)
	}
	if sniff(name, peek) == recordFormat {
		return readRecords(ctx, name, buf, yield)
	}
	data, err := io.ReadAll(io.LimitReader(buf, MaxDocument+1))
	switch {
	case isContextError(err):
		yield(Article{}, err)
		return false
	case err != nil:
		return yield(Article{}, systemError(name, err))
	case len(data) > MaxDocument:
		return yield(Article{}, tooLarge(name))
	}
	return readDocument(ctx, name, mediaType, data, yield)
}

// readDocument reads a text, a page or a feed, or lines of JSON whose beginning
// did not show what they are.
func readDocument(ctx context.Context, name, mediaType string, data []byte, yield yieldFunc) bool {
	s, err := charset.Decode(data, mediaType)
	if err != nil {
		return yield(Article{}, &Error{Input: name, Err: err, Hint: "of a picture, an archive or an office document export the text; save it as UTF-8"})
	}
	s = strings.TrimPrefix(s, "\uFEFF")
	if strings.TrimSpace(s) == "" {
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "check that the download or export of it was complete"})
	}
	steps := step.New(ctx)
	switch sniff(name, []byte(s[:min(len(s), peekSize)])) {
	case recordFormat:
		return readRecords(ctx, name, bufio.NewReader(strings.NewReader(s)), yield)
	case feedFormat:
		return fromFeed(steps, name, s, yield)
	case pageFormat:
		articles, err := fromPage(steps, name, s)
		return yieldAll(name, articles, err, yield)
	}
	articles, err := fromText(steps, s, segment.Scraped)
	if err != nil && !isContextError(err) {
		err = &Error{Input: name, Err: err, Hint: "split it, or make it JSON Lines, which are streamed"}
	}
	return yieldAll(name, articles, err, yield)
}

func yieldAll(name string, articles []Article, err error, yield yieldFunc) bool {
	switch {
	case err != nil:
		return yield(Article{}, err) && !isContextError(err)
	case len(articles) == 0:
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "it holds navigation only: give the page of an article"})
	}
	for _, a := range articles {
		if a.URL == "" {
			a.URL = addressOf(name)
		}
		if !yield(a.finish(name), nil) {
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
