package article

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"time"
)

// Options control how inputs are read. The zero value is that of Read.
type Options struct {
	// Columns maps "text", "title", "published", "source", "url", "byline", "lang" and "id" to
	// the columns of tables and keys of records that hold them.
	Columns map[string]string

	// Fetched is when the inputs were fetched; "2 hours ago" is relative to it. A time in the
	// input itself (of a web archive, a page saved as MHTML, a message) takes precedence. If
	// zero, relative dates stay unresolved.
	Fetched time.Time

	// Verbatim leaves the texts of records unchanged, so that their offsets stay valid. By
	// default a record's title is put before its text, as in all other articles.
	Verbatim bool

	// RefusePacked refuses compressed data and archives (gzip, zip, tar, WARC), so that the size of
	// the input bounds what is read.
	RefusePacked bool
}

// Read yields the articles of a file, or of all files of a folder and its subfolders, sorted by
// name. Files of a folder in an unsupported format are yielded as *Skipped, except hidden
// ones; inputs that can't be read as *Error, in their place. After the context has ended, its
// error is yielded last.
func Read(ctx context.Context, path string) iter.Seq2[Article, error] {
	return Options{}.Read(ctx, path)
}

// ReadFrom yields the articles of a stream. Its name is a file name, "-", or the address it came
// from, which becomes the URL of its articles. The suffix of the name decides the format if the
// content leaves it open.
func ReadFrom(ctx context.Context, name string, r io.Reader) iter.Seq2[Article, error] {
	return Options{}.ReadFrom(ctx, name, "", r)
}

// Read is like the function Read, with options.
func (o Options) Read(ctx context.Context, path string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		s := source{ctx: ctx, name: path, options: o}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			yield(Article{}, systemError(path, err))
		case info.IsDir():
			readFolder(s, yield)
		default:
			readFile(s, yield)
		}
	}
}

// ReadFrom is like the function ReadFrom, with options. The media type is the stream's
// Content-Type, which may give the encoding; it may be empty.
func (o Options) ReadFrom(ctx context.Context, name, mediaType string, r io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		readStream(source{ctx: ctx, name: name, mediaType: mediaType, options: o}, &contextReader{ctx: ctx, r: r}, yield)
	}
}

// source is an input being read.
type source struct {
	ctx       context.Context
	name      string // file name, name of the stream, or address
	mediaType string
	options   Options
	depth     int // how many archives contain it
}

// fail yields an error of the source.
func (s source) fail(err error, yield yieldFunc) bool {
	if isContextError(err) {
		yield(Article{}, err)
		return false
	}
	return yield(Article{}, systemError(s.name, err))
}

// yieldFunc receives an article or an error; it returns false to stop.
type yieldFunc = func(Article, error) bool

func yieldAll(name string, articles []Article, err error, yield yieldFunc) bool {
	switch {
	case err != nil:
		return yield(Article{}, err) && !isContextError(err)
	case len(articles) == 0:
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "it has only navigation; give the page of an article"})
	}
	bound(articles)
	for _, a := range articles {
		if a.URL == "" {
			a.URL = addressOf(name)
		}
		if len(articles) == 1 {
			a.Address = a.URL
		}
		if !yield(a.finish(name), nil) {
			return false
		}
	}
	return true
}

// systemError adds the name of the input to an error of the operating system.
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
