package article

import (
	"bytes"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
)

// format is the format of an input.
type format int

const (
	textFormat format = iota
	pageFormat
	feedFormat
	recordFormat // lines of JSON, or one object or list of them
	tableFormat
)

// byEnding returns the format for the suffix of a file name: surely that one, or, if only known,
// one of the supported formats.
func byEnding(name string) (f format, sure, known bool) {
	if u, err := url.Parse(addressOf(name)); err == nil && u.Host != "" {
		name = u.Path
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return pageFormat, true, true
	case ".rss", ".atom":
		return feedFormat, true, true
	case ".jsonl", ".ndjson":
		return recordFormat, true, true
	case ".csv", ".tsv":
		return tableFormat, true, true
	case ".xml":
		return feedFormat, false, true
	case ".txt", ".text", ".json", ".md":
		return textFormat, false, true
	}
	return textFormat, false, false
}

// hasKnownEnding reports whether the suffix of a file name is that of a supported format.
func hasKnownEnding(name string) bool {
	_, _, known := byEnding(name)
	return known
}

// sniff detects the format by the first bytes, else by the suffix.
func sniff(name string, head []byte) format {
	ending, sure, _ := byEnding(name)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n\x1e")
	isTag := bytes.HasPrefix(head, []byte("<"))
	switch {
	case isJSONFeed(head), isTag && isFeed(head):
		return feedFormat
	case isJSONObject(head), isJSONList(head):
		return recordFormat
	case isTag && isPage(head):
		return pageFormat
	case sure || isTag:
		return ending
	}
	return textFormat
}

func isJSONFeed(head []byte) bool {
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	return bytes.Contains(head, []byte("jsonfeed.org/version")) || bytes.Contains(head, []byte(`jsonfeed.org\/version`)) || bytes.Contains(head, []byte(`"home_page_url"`)) && bytes.Contains(head, []byte(`"items"`))
}

// isJSONObject reports whether data begins as a JSON object, not as a text in braces.
func isJSONObject(head []byte) bool {
	inner, ok := bytes.CutPrefix(head, []byte("{"))
	inner = bytes.TrimLeft(inner, " \t\r\n")
	return ok && (len(inner) == 0 || inner[0] == '"' || inner[0] == '}')
}

func isJSONList(head []byte) bool {
	list, ok := bytes.CutPrefix(head, []byte("["))
	return ok && isJSONObject(bytes.TrimLeft(list, " \t\r\n"))
}

// isGeoJSON reports whether data begins as a FeatureCollection.
func isGeoJSON(head []byte) bool {
	return isJSONObject(bytes.TrimSpace(head)) && bytes.Contains(head, []byte(`"FeatureCollection"`))
}

func isFeed(head []byte) bool {
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex"} {
		if bytes.Contains(head, []byte(root)) {
			return true
		}
	}
	return false
}

func isPage(head []byte) bool {
	if strings.HasPrefix(http.DetectContentType(head), "text/html") {
		return true
	}
	lower := bytes.ToLower(head)
	return bytes.Contains(lower, []byte("<html")) || bytes.Contains(lower, []byte("<!doctype html")) || bytes.Contains(lower, []byte("<article"))
}
