package article

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"dateline/article/charset"
	"dateline/article/chat"
	"dateline/article/mail"
	"dateline/article/markdown"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/article/subtitle"

	"golang.org/x/text/transform"
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

	// AsGiven leaves the texts of records unchanged, so that their offsets stay valid. By
	// default a record's title is put before its text, as in all other articles.
	AsGiven bool

	// Unpacked refuses compressed data and archives (gzip, zip, tar, WARC), so that the size of
	// the input bounds what is read.
	Unpacked bool
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

func readFile(s source, yield yieldFunc) bool {
	f, err := os.Open(s.name)
	if err != nil {
		return yield(Article{}, systemError(s.name, err))
	}
	defer f.Close()
	return readStream(s, &contextReader{ctx: s.ctx, r: f}, yield)
}

// readMember reads a file of a folder or an archive; unsupported formats are skipped.
func readMember(s source, r io.Reader, yield yieldFunc) bool {
	buf := bufio.NewReaderSize(r, 64<<10)
	head, _ := buf.Peek(peekSize)
	if why, _ := unsupported(head); why != "" {
		return yield(Article{}, &Skipped{Path: printable(s.name), Why: why})
	}
	if why := withoutTexts(buffered(buf)); why != "" {
		return yield(Article{}, &Skipped{Path: printable(s.name), Why: why})
	}
	if addressOf(s.name) == "" && !isNews(s.name) && !chat.Is(string(head)) {
		return yield(Article{}, &Skipped{Path: printable(s.name), Why: "by its name no news"})
	}
	if bytes.IndexByte(head, 0) >= 0 && !charset.IsUTF16(head) && !isPacked(head) && !hasKnownEnding(s.name) {
		return yield(Article{}, &Skipped{Path: printable(s.name), Why: "not text"})
	}
	return readStream(s, buf, func(a Article, err error) bool {
		if errors.Is(err, ErrEmpty) && isCompanion(s.name) {
			err = &Skipped{Path: printable(s.name), Why: "part of a saved page"}
		}
		return yield(a, err)
	})
}

// isCompanion reports whether a file is in a folder made by a browser for the parts of a saved
// page.
func isCompanion(name string) bool { return strings.Contains(filepath.ToSlash(name), "_files/") }

// withoutTexts says why JSON of which a piece is given has no articles; "" if it may have some.
// Only a complete file can be known to have none.
func withoutTexts(piece []byte) string {
	switch {
	case isGeoJSON(piece) && !record.HasText(piece):
		return "GeoJSON without text"
	case sniff("", piece) == recordFormat && json.Valid(piece) && !record.MayBeArticle(piece):
		return "JSON without text"
	}
	return ""
}

// peekSize is how many bytes of an input are examined to detect its format.
const peekSize = 4 << 10

// readStream reads a stream of any format. If that yields neither an article nor an error,
// ErrEmpty is yielded: no input is skipped silently.
func readStream(s source, r io.Reader, yield yieldFunc) bool {
	return guarded(s.name, yield, func(yield yieldFunc) bool {
		said := false
		goOn := readAny(s, r, func(a Article, err error) bool {
			said = true
			return yield(a, err)
		})
		if said || !goOn {
			return goOn
		}
		return yield(Article{}, &Error{Input: s.name, Err: ErrEmpty, Hint: "check that the download or export of it was complete"})
	})
}

// readAny reads a stream of any format.
func readAny(s source, r io.Reader, yield yieldFunc) bool {
	if err := s.ctx.Err(); err != nil {
		yield(Article{}, err)
		return false
	}
	if s.depth > maxNested {
		return yield(Article{}, &Error{Input: s.name, Err: errNested, Hint: "unpack it"})
	}
	buf := bufio.NewReaderSize(r, 64<<10)
	peek, _ := buf.Peek(peekSize) // an error is returned again by the next read
	if format, hint := unsupported(peek); format != "" {
		return yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: %s", errUnsupported, format), Hint: hint})
	}
	switch {
	case s.options.Unpacked && (isPacked(peek) || isWARC(peek)):
		return yield(Article{}, &Error{Input: s.name, Err: errPacked, Hint: "unpack it"})
	case isPacked(peek):
		return readPacked(s, peek, buf, yield)
	case isWARC(peek):
		return readWARC(s, buf, yield)
	case mail.Is(string(peek)):
		return readMail(s, buf, yield)
	}
	if charset.IsUTF16(peek) {
		buf = bufio.NewReaderSize(transform.NewReader(buf, charset.UTF16().NewDecoder()), 64<<10)
		peek, _ = buf.Peek(peekSize)
	}
	if n := len(assignment.Find(peek)); n > 0 {
		buf.Discard(n - 1)
		return readRecords(s, buf, yield)
	}
	switch kind := sniff(s.name, peek); {
	case kind == recordFormat && chat.IsTelegram(buffered(buf)):
		return readTelegram(s, buf, yield)
	case kind == recordFormat:
		return readRecords(s, buf, yield)
	case kind == tableFormat, kind == textFormat && record.IsTable(string(peek)):
		return readTable(s, charset.Reader(buf), yield)
	}
	data, err := io.ReadAll(io.LimitReader(buf, MaxDocument+1))
	switch {
	case err != nil:
		return s.fail(err, yield)
	case len(data) > MaxDocument:
		return yield(Article{}, tooLarge(s.name))
	}
	return readDocument(s, data, yield)
}

// readDocument reads a text, a page or a feed, or lines of JSON that were not recognised by
// their beginning.
func readDocument(src source, data []byte, yield yieldFunc) bool {
	name := src.name
	s, err := charset.Decode(data, src.mediaType)
	if err != nil {
		return yield(Article{}, &Error{Input: name, Err: err, Hint: "save it as UTF-8; from a picture, an archive or an office document export the text"})
	}
	s = strings.TrimPrefix(s, "\uFEFF")
	if strings.TrimSpace(s) == "" {
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "check that the download or export of it was complete"})
	}
	w := src.task()
	switch sniff(name, []byte(s[:min(len(s), peekSize)])) {
	case recordFormat:
		return readRecords(src, bufio.NewReader(strings.NewReader(s)), yield)
	case feedFormat:
		return fromFeed(w, name, s, yield)
	case pageFormat:
		articles, err := fromPage(w, name, s)
		return yieldAll(name, articles, err, yield)
	}
	if chat.Is(s[:min(len(s), peekSize)]) {
		return readChat(w, name, s, yield)
	}
	if subtitle.Is(s[:min(len(s), peekSize)]) {
		articles, err := fromSubtitles(w, s)
		return yieldAll(name, articles, err, yield)
	}
	var articles []Article
	if s = lineEnds.Replace(s); markdown.Is(name, s) {
		articles, err = fromMarkdown(w, s)
	} else {
		articles, err = fromText(w, s, segment.Scraped)
	}
	if err != nil && !isContextError(err) {
		err = &Error{Input: name, Err: err, Hint: "split it, or convert it to JSON Lines, which are streamed"}
	}
	return yieldAll(name, articles, err, yield)
}

// buffered returns the bytes already in the buffer, without blocking.
func buffered(r *bufio.Reader) []byte {
	head, _ := r.Peek(r.Buffered())
	return head
}

// assignment matches the beginning of JSON in a script, as in Twitter archives.
var assignment = regexp.MustCompile(`^\s*window\.[\w.$]+ ?= *[\[{]`)

// lineEnds replaces line ends of Unicode beyond ASCII.
var lineEnds = strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

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
