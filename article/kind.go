package article

import (
	"bytes"
	"errors"
	"net/http"
	"path/filepath"
	"strings"
)

// errUnsupported reports an unsupported format.
var errUnsupported = errors.New("in an unsupported format")

// unsupported recognises unsupported formats by their first bytes, with a hint how to convert them.
func unsupported(head []byte) (format, hint string) {
	for _, f := range [...]struct{ magic, format, hint string }{
		{"%PDF-", "PDF", "make text of it: pdftotext FILE - | dateline ingest --data DIR -"},
		{"{\\rtf", "RTF", "make text of it: libreoffice --headless --convert-to txt FILE"},
		{"\xd0\xcf\x11\xe0", "an old format of an office program", "make text of it: libreoffice --headless --convert-to txt FILE"},
		{"SQLite format 3\x00", "an SQLite database", "export its texts as JSON Lines"},
		{"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and give the folder"},
		{"\xfd7zXZ\x00", "compressed by xz", "unpack it: xz -dc FILE | dateline ingest --data DIR -"},
	} {
		if bytes.HasPrefix(head, []byte(f.magic)) {
			return f.format, f.hint
		}
	}
	trimmed := bytes.TrimSpace(head)
	if bytes.HasPrefix(trimmed, []byte("<svg")) || bytes.HasPrefix(trimmed, []byte("<?xml")) && bytes.Contains(trimmed, []byte("<svg")) {
		return "SVG, a picture", "leave it out"
	}
	switch kind := http.DetectContentType(head); {
	case strings.HasPrefix(kind, "image/"), strings.HasPrefix(kind, "audio/"), strings.HasPrefix(kind, "video/"), strings.HasPrefix(kind, "font/"):
		return kind, "leave it out"
	}
	return "", ""
}

// isNews reports whether a file of a folder should be read, going by its name: everything except
// programs, settings, logs and shortcuts.
func isNews(path string) bool {
	if strings.EqualFold(filepath.Base(path), "robots.txt") {
		return false
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".js", ".mjs", ".css", ".map", ".go", ".py", ".ts", ".java", ".c", ".h", ".rs", ".rb", ".pl", ".sh", ".sql", ".log", ".lock",
		".yml", ".yaml", ".toml", ".ini", ".cfg", ".conf", ".tex", ".bib", ".topojson", ".kml", ".gml", ".gpx",
		".url", ".webloc", ".lnk", ".desktop":
		return false
	}
	return true
}
