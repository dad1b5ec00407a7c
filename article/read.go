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

// Options say how inputs are read. The zero Options are those of Read.
type Options struct {
	// Columns names the columns of tables and the keys of records: "text", "title",
	// "published", "source", "url", "byline", "lang" or "id" to the name that they have.
	Columns map[string]string

	// Fetched is when the inputs were fetched, from which "2 hours ago" is reckoned. What
	// says so itself (a web archive, a saved page in MHTML, a message) goes before it. The
	// zero time leaves such dates open.
	Fetched time.Time

	// AsGiven leaves the texts of records as they are, so that offsets count in them. Else
	// they begin with the title that the record gives, as the texts of all articles do.
	AsGiven bool

	// Unpacked refuses what is compressed and archives (gzip, zip, tar, WARC), so that no more
	// is read than comes in.
	Unpacked bool
}

// Read yields the articles of a file, or of the files of a folder and those in
// it, in the order of their names. What a folder has in a format that is not read
// is yielded as a *PassedOver, hidden files apart; what could not be read as an
// *Error in its place; the others follow. When the context ends, its error is the
// last that is yielded.
func Read(ctx context.Context, path string) iter.Seq2[Article, error] {
	return Options{}.Read(ctx, path)
}

// ReadFrom yields the articles of a stream. Its name is that of a file, "-", or
// the address it came from; the name's ending, where the content leaves it open,
// says what is in it. An address becomes the articles' URL.
func ReadFrom(ctx context.Context, name string, r io.Reader) iter.Seq2[Article, error] {
	return Options{}.ReadFrom(ctx, name, "", r)
}

// Read is Read with options.
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

// ReadFrom is ReadFrom with options. The media type is what a server says of the
// stream (Content-Type), which may hold the encoding; it may be empty.
func (o Options) ReadFrom(ctx context.Context, name, mediaType string, r io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		readStream(source{ctx: ctx, name: name, mediaType: mediaType, options: o}, &contextReader{ctx: ctx, r: r}, yield)
	}
}

// source is where articles are read from.
type source struct {
	ctx       context.Context
	name      string // of the file or stream, or the address
	mediaType string
	options   Options
	depth     int // of archives around it
}

// fail yields an error of reading a source.
func (s source) fail(err error, yield yieldFunc) bool {
	if isContextError(err) {
		yield(Article{}, err)
		return false
	}
	return yield(Article{}, systemError(s.name, err))
}

// yieldFunc takes an article or an error; it returns false when no more is wanted.
type yieldFunc = func(Article, error) bool

func readFile(s source, yield yieldFunc) bool {
	f, err := os.Open(s.name)
	if err != nil {
		return yield(Article{}, systemError(s.name, err))
	}
	defer f.Close()
	return readStream(s, &contextReader{ctx: s.ctx, r: f}, yield)
}

// readMember reads a file of a folder or an archive; what is in a format that is
// not read is passed over.
func readMember(s source, r io.Reader, yield yieldFunc) bool {
	buf := bufio.NewReaderSize(r, 64<<10)
	head, _ := buf.Peek(peekSize)
	if why, _ := foreign(head); why != "" {
		return yield(Article{}, &PassedOver{Path: printable(s.name), Why: why})
	}
	if why := withoutTexts(buffered(buf)); why != "" {
		return yield(Article{}, &PassedOver{Path: printable(s.name), Why: why})
	}
	if addressOf(s.name) == "" && !isNews(s.name) && !chat.Is(string(head)) {
		return yield(Article{}, &PassedOver{Path: printable(s.name), Why: "by its name no news"})
	}
	if bytes.IndexByte(head, 0) >= 0 && !charset.IsUTF16(head) && !isPacked(head) && !hasKnownEnding(s.name) {
		return yield(Article{}, &PassedOver{Path: printable(s.name), Why: "not text"})
	}
	return readStream(s, buf, func(a Article, err error) bool {
		if errors.Is(err, ErrEmpty) && isCompanion(s.name) {
			err = &PassedOver{Path: printable(s.name), Why: "part of a saved page"}
		}
		return yield(a, err)
	})
}

// isCompanion reports whether a file stands in a folder in which a browser put what
// belongs to a page that it saved.
func isCompanion(name string) bool { return strings.Contains(filepath.ToSlash(name), "_files/") }

// withoutTexts says why JSON, of which a piece is given, has no articles in it; "" where it
// may have some. Only a whole file is sure to have none.
func withoutTexts(piece []byte) string {
	switch {
	case isGeoJSON(piece) && !record.HasText(piece):
		return "GeoJSON without texts"
	case sniff("", piece) == recordFormat && json.Valid(piece) && !record.MayBeArticle(piece):
		return "JSON without texts"
	}
	return ""
}

// peekSize is how much of an input is looked at to tell what it is.
const peekSize = 4 << 10

// readStream reads a stream of any format. One that gives neither an article nor an
// error is an error: nothing is passed over unsaid.
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
	peek, _ := buf.Peek(peekSize) // an error comes back with the read that follows
	if format, hint := foreign(peek); format != "" {
		return yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: %s", errForeign, format), Hint: hint})
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

// readDocument reads a text, a page or a feed, or lines of JSON whose beginning
// did not show what they are.
func readDocument(src source, data []byte, yield yieldFunc) bool {
	name := src.name
	s, err := charset.Decode(data, src.mediaType)
	if err != nil {
		return yield(Article{}, &Error{Input: name, Err: err, Hint: "of a picture, an archive or an office document export the text; save it as UTF-8"})
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
		err = &Error{Input: name, Err: err, Hint: "split it, or make it JSON Lines, which are streamed"}
	}
	return yieldAll(name, articles, err, yield)
}

// buffered returns what of a stream has come so far, without waiting for more.
func buffered(r *bufio.Reader) []byte {
	head, _ := r.Peek(r.Buffered())
	return head
}

// assignment is how JSON begins that is made a script, as in archives of Twitter.
var assignment = regexp.MustCompile(`^\s*window\.[\w.$]+ ?= *[\[{]`)

// lineEnds are the ends of lines that Unicode has besides those of ASCII.
var lineEnds = strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

func yieldAll(name string, articles []Article, err error, yield yieldFunc) bool {
	switch {
	case err != nil:
		return yield(Article{}, err) && !isContextError(err)
	case len(articles) == 0:
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "it holds navigation only: give the page of an article"})
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
