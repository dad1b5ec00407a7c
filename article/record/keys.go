package record

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"dateline/text"

	fastjson "github.com/segmentio/encoding/json"
)

// The keys of each field, in order of preference: our own, then those of news-please,
// trafilatura, newspaper4k, schema.org, newspaper APIs, Mastodon, Reddit, twint, ACLED, GDELT
// and data sets. Case and punctuation are ignored: one entry stands for datePublished,
// date_published and "Date Published".
var (
	idKeys   = []string{"id", "guid", "idstr", "uuid", "eventidcnty", "dataid", "gkgrecordid", "tweetid", "statusid", "articleid", "postid", "unitid"}
	textKeys = []string{"text", "maintext", "articlebody", "articletext", "articlecontent", "fulltext", "fullcontent", "bodytext", "content", "contenttext", "contenthtml", "markdown",
		"bodyhtml", "body", "tweet", "tweettext", "posttext", "rawtext", "rawcontent", "cleantext", "cleanedtext", "textcontent", "openingtext", "plaintext", "pagecontent", "storytext", "newstext", "postcontent", "contentbody", "contents", "descriptiontext", "transcript", "message", "selftext", "article", "story", "paragraphs", "post", "notes", "leadparagraph", "news", "summary", "description", "caption", "shortdescription", "abstract", "sourcearticle", "نص", "النص", "الخبر", "المحتوى"}
	titleKeys   = []string{"title", "headline", "webtitle", "articletitle", "incidenttitle", "headlinetext", "sourceheadline", "headlines", "heading", "subject", "titel", "titre", "عنوان", "العنوان"}
	bylineKeys  = []string{"byline", "author", "authors", "creator", "writer", "reporter", "sender", "sendername", "account", "user", "name", "username", "from", "الكاتب"}
	sourceKeys  = []string{"source", "sitename", "metasitename", "sourcehostname", "medianame", "outlet", "publisher", "publication", "newspaper", "sourcename", "containertitle", "sourcecommonname", "sourcedomain", "hostname", "domain", "site", "pagename", "channel", "المصدر"}
	urlKeys     = []string{"url", "link", "permalink", "permalinkurl", "pageurl", "canonicallink", "canonicalurl", "weburl", "articleurl", "sourceurl", "documentidentifier", "الرابط"}
	langKeys    = []string{"lang", "language", "languagecode"}
	latKeys     = []string{"latitude", "lat"}
	lonKeys     = []string{"longitude", "lon", "lng", "long"}
	fetchedKeys = []string{"fetched", "fetchedat", "datedownload", "crawledat", "crawldate", "scrapedat", "retrieved", "retrievedat", "downloadedat", "collectedat"}
	dateKeys    = []string{"published", "publishedon", "datepublished", "datepublish", "publishedat", "publisheddate", "publishdate", "publishingdate", "publicationdate", "webpublicationdate", "firstpublished", "firstpublicationdate", "displaydate", "issued",
		"pubdate", "postedat", "postdate", "postcreated", "date", "datetime", "createdat", "createdutc", "createdtime", "incidentdate", "reportdate", "newsdate", "articledate", "tweetcreatedts", "eventdate", "datestart", "dateoccurred", "originserverts", "datecreated", "publishtime", "publishedtime", "publishedparsed", "updatedparsed", "seendate", "uploaddate", "timestamp", "timestampms", "time", "ts", "posted", "postedon", "created", "datum", "تاريخ", "التاريخ", "تاريخالنشر", "updated", "updatedat", "datemodified", "modified"}
)

// weakText is where textKeys begin to be keys that lists also use for remarks about themselves.
var weakText = slices.Index(textKeys, "notes")

// keyOf normalises a key or column name: lower case, letters and digits only.
func keyOf(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// object is a JSON object or a row of a table, by normalised keys.
type object map[string]json.RawMessage

// readObject reads an object. The columns map our names (text, title and so on) to its keys; may
// be nil.
func readObject(data []byte, columns map[string]string) (object, error) {
	all, err := members(data)
	if err != nil {
		return nil, err
	}
	o := object{}
	for own, column := range columns {
		if raw, ok := all[column]; ok {
			o[own] = raw
		}
	}
	for _, column := range columns {
		delete(all, column)
	}
	for _, key := range slices.Backward(slices.Sorted(maps.Keys(all))) { // lower case first
		if k := keyOf(key); k != "" && o.isBlank(k) {
			o[k] = all[key]
		}
	}
	return o, nil
}

// members returns the members of an object, as slices of data.
func members(data []byte) (map[string]json.RawMessage, error) {
	all := map[string]json.RawMessage{}
	if bytes.Count(data, []byte("{"))+bytes.Count(data, []byte("[")) <= maxBrackets {
		if rest, err := fastjson.Parse(data, &all, fastjson.DontCopyRawMessage); err == nil && len(rest) == 0 {
			return all, nil
		}
		clear(all)
	}
	err := json.Unmarshal(data, &all) // reports the error
	return all, err
}

// maxBrackets is how many brackets an object may have to be read by the faster library, which
// has no limit on nesting.
const maxBrackets = 10_000

// namedKey matches keys whose values may be texts.
var namedKey = regexp.MustCompile(`"([^"\\]{1,40})"\s*:\s*["\[{]`)

// HasText reports whether a piece of JSON, which may be truncated, has a text key.
func HasText(piece []byte) bool { return hasKey(piece, textKeys) }

// MayBeArticle reports whether a piece of JSON has a key of texts, of titles or of results of an
// earlier parse.
func MayBeArticle(piece []byte) bool {
	return HasText(piece) || hasKey(piece, titleKeys) || hasKey(piece, []string{"mentions"})
}

func hasKey(piece []byte, keys []string) bool {
	for _, m := range namedKey.FindAllSubmatch(piece, -1) {
		if slices.Contains(keys, keyOf(string(m[1]))) {
			return true
		}
	}
	return false
}

// wrappers are keys under which databases and APIs wrap the fields of a record.
var wrappers = []string{"source", "data", "properties", "attributes", "fields", "node", "document", "article", "object", "record", "post", "tweet", "message", "content", "envelope", "datamessage"}

// unwrap copies the fields of a nested object if the object itself has no text.
func (o object) unwrap() {
	if inner := objectIn(o["reblog"]); inner != nil && o.isBlank("content") { // Mastodon: the post being shared
		maps.Copy(o, inner)
	}
	for range 2 {
		if _, raw := o.first(textKeys); len(raw) > 0 {
			if raw[0] == '"' {
				return
			}
			if _, ok := textOf(raw, maxNested); ok {
				return
			}
		}
		for _, key := range wrappers {
			if inner := objectIn(o[key]); inner != nil {
				delete(o, key)
				for k, v := range inner {
					if o.isBlank(k) || key == "source" || k == "id" {
						o[k] = v
					}
				}
			}
		}
	}
}

// objectIn returns a value that is an object, or the first object of a list; else nil.
func objectIn(raw json.RawMessage) object {
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] == '[' {
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) != nil || len(list) == 0 {
			return nil
		}
		raw = bytes.TrimSpace(list[0])
	}
	if len(raw) == 0 || raw[0] != '{' {
		return nil
	}
	o, err := readObject(raw, nil)
	if err != nil {
		return nil
	}
	return o
}

// isBlank reports whether a key is missing or empty.
func (o object) isBlank(key string) bool {
	raw, ok := o[key]
	return !ok || string(raw) == "null" || strings.Trim(string(raw[:min(len(raw), 8)]), " \t\r\n") == `""`
}

// first returns the first key with a value, else one with an empty value.
func (o object) first(keys []string) (string, json.RawMessage) {
	found := ""
	for _, key := range keys {
		if !o.isBlank(key) {
			return key, o[key]
		}
		if raw, ok := o[key]; ok && found == "" && string(raw) != "null" {
			found = key
		}
	}
	return found, o[found]
}

// text returns the first value of the keys that is text, on one line.
func (o object) text(keys []string) string {
	for _, key := range keys {
		if s, ok := textOf(o[key], maxNested); ok && strings.TrimSpace(s) != "" {
			return text.OneLine(s)
		}
	}
	return ""
}

// maxNested is how deeply values are searched.
const maxNested = 6

// textOf returns a value that is text: a string, a list of paragraphs, or an object that has
// one, as titles of WordPress and the New York Times.
func textOf(raw json.RawMessage, depth int) (string, bool) {
	raw = bytes.TrimSpace(raw)
	if depth == 0 || len(raw) == 0 {
		return "", false
	}
	switch raw[0] {
	case '"':
		return stringOf(raw)
	case '[':
		var list []json.RawMessage
		var all []string
		if json.Unmarshal(raw, &list) != nil {
			return "", false
		}
		for _, one := range list {
			if s, ok := textOf(one, depth-1); ok {
				all = append(all, s)
			}
		}
		return strings.Join(all, "\n\n"), len(all) > 0
	case '{':
		o, err := readObject(raw, nil)
		if err != nil {
			return "", false
		}
		if key, inner := o.first([]string{"rendered", "main", "text", "t", "value", "original", "content"}); key != "" {
			return textOf(inner, depth-1)
		}
		return textOfParts(o, depth-1)
	}
	return "", false
}

// textOfParts joins the parts of a text that are under separate keys, as in Fundus.
func textOfParts(o object, depth int) (string, bool) {
	var all []string
	for _, key := range []string{"summary", "headline", "paragraphs", "sections", "blocks"} {
		if s, ok := textOf(o[key], depth); ok && s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, "\n\n"), len(all) > 0
}

func (o object) id() (string, error) {
	_, raw := o.first(idKeys)
	if oid, ok := objectIn(raw)["oid"]; ok { // MongoDB: {"$oid": "..."}
		raw = oid
	}
	return ReadID(raw)
}

// names returns the value of the first key that is a name: a string, a list of them, or an
// object with a name.
func (o object) names(keys []string) string {
	for _, key := range keys {
		if name := nameIn(o[key], maxNested); name != "" {
			return name
		}
	}
	return ""
}

func nameIn(raw json.RawMessage, depth int) string {
	if depth == 0 || len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		return oneLine(raw)
	case '[':
		var list []json.RawMessage
		var names []string
		if json.Unmarshal(raw, &list) != nil {
			return ""
		}
		for _, one := range list {
			if name := nameIn(one, depth-1); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	case '{':
		o, err := readObject(raw, nil)
		if err != nil {
			return ""
		}
		return o.text([]string{"displayname", "name", "title", "original", "acct", "username", "screenname"})
	}
	return ""
}

// origin returns outlet and address. An address under a key for outlets, as in trafilatura's
// output, is used as the address.
func (o object) origin() (source, address string) {
	for _, key := range urlKeys {
		if address = oneLine(o[key]); isAddress(address) {
			break
		}
		address = ""
	}
	for _, key := range sourceKeys {
		name := nameIn(o[key], maxNested)
		switch {
		case name == "":
		case !isAddress(name):
			return name, address
		case address == "":
			address = name
		}
	}
	return "", address
}

func isAddress(s string) bool {
	if len(s) < len("http") || !strings.EqualFold(s[:len("http")], "http") {
		return false // quickly
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// keysOf lists the keys of an object for an error message.
func keysOf(data []byte) string {
	var all map[string]json.RawMessage
	_ = json.Unmarshal(data, &all) // it parsed before
	keys := slices.Sorted(maps.Keys(all))
	if len(keys) > 12 {
		keys = append(keys[:12], "…")
	}
	if len(keys) == 0 {
		return "no keys"
	}
	return strings.Join(keys, ", ")
}

// kindOf names the type of a value for an error message.
func kindOf(raw json.RawMessage) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "true or false"
	}
	return "a number"
}
