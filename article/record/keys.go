package record

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
)

// The keys of a field, the surest first: our own, then those of news-please,
// trafilatura, newspaper4k, schema.org, Mastodon, twint and common exports.
var (
	idKeys     = []string{"id", "guid", "id_str", "uuid", "event_id_cnty", "data_id"}
	textKeys   = []string{"text", "maintext", "articleBody", "article_text", "full_text", "content", "content_text", "content_html", "body", "tweet", "raw_text", "message", "article", "notes", "summary", "description"}
	titleKeys  = []string{"title", "headline", "heading", "subject"}
	bylineKeys = []string{"byline", "author", "authors", "creator", "account", "user", "name", "username", "from"}
	sourceKeys = []string{"source", "sitename", "site_name", "outlet", "publisher", "source_name", "source_domain", "hostname", "domain", "site"}
	urlKeys    = []string{"url", "link", "permalink", "canonical_link", "canonical_url", "source_url"}
	langKeys   = []string{"lang", "language"}
	dateKeys   = []string{"published", "datePublished", "date_publish", "date_published", "published_at", "publishedAt", "publish_date", "publication_date",
		"pubDate", "pub_date", "date", "datetime", "created_at", "event_date", "publish_time", "timestamp", "time"}
)

// object is an object of JSON.
type object map[string]json.RawMessage

// first returns the first of the keys that has a value other than null, and of
// several strings the first that is not blank where there is one.
func (o object) first(keys []string) (string, json.RawMessage) {
	found := ""
	for _, key := range keys {
		raw, ok := o[key]
		if !ok || string(raw) == "null" {
			continue
		}
		if s := strings.Trim(string(raw[:min(len(raw), 8)]), " \t\r\n"); s != `""` {
			return key, raw
		}
		if found == "" {
			found = key
		}
	}
	return found, o[found]
}

// text returns the value of the first of the keys, in one line.
func (o object) text(keys []string) string {
	_, raw := o.first(keys)
	return oneLine(raw)
}

func (o object) id() (string, error) {
	_, raw := o.first(idKeys)
	return ReadID(raw)
}

// names returns the first of the keys that gives a name: a string, a list of
// them, or an object with a name.
func (o object) names(keys []string) string {
	for _, key := range keys {
		if name := nameIn(o[key], 2); name != "" {
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
		var o object
		if json.Unmarshal(raw, &o) != nil {
			return ""
		}
		return o.text([]string{"display_name", "name", "acct", "username", "screen_name"})
	}
	return ""
}

// origin returns the outlet and the address. An address under a key for outlets,
// as trafilatura writes it, is an address.
func (o object) origin() (source, address string) {
	for _, key := range urlKeys {
		if address = oneLine(o[key]); isAddress(address) {
			break
		}
		address = ""
	}
	for _, key := range sourceKeys {
		name := nameIn(o[key], 2)
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
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// keys lists the keys of an object, for an error.
func (o object) keys() string {
	var keys []string
	for key := range o {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if len(keys) > 12 {
		keys = append(keys[:12], "…")
	}
	if len(keys) == 0 {
		return "no keys"
	}
	return strings.Join(keys, ", ")
}

// kindOf names the kind of a value, for an error.
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
