package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dateline/article/charset"
	"dateline/article/chat"
	"dateline/article/record"
)

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
