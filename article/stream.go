package article

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"

	"dateline/article/charset"
	"dateline/article/chat"
	"dateline/article/mail"
	"dateline/article/markdown"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/article/subtitle"

	"golang.org/x/text/transform"
)

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
	case s.options.RefusePacked && (isPacked(peek) || isWARC(peek)):
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
