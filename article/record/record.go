// Package record reads an article that comes as one object of JSON: the keys of
// Dateline and those under which news scrapers and social networks write the same.
//
//	r, err := record.Read([]byte(`{"title":"Shelling","body":"Shelling hit Morek."}`), nil, newsdate.Hint{})
//
// Time is linear in the bytes.
package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/jsonstream"
	"dateline/newsdate"
	"dateline/text"

	fastjson "github.com/segmentio/encoding/json"
)

// Errors of records.
var (
	ErrNoRecord = errors.New("not a record")
	ErrTooLarge = jsonstream.ErrTooLarge
	ErrNoDate   = errors.New("not a date")
	ErrID       = errors.New("the id is neither a string nor a number")

	// ErrEmptyText is the cause of an ErrNoRecord whose text is empty; all other fields are
	// read.
	ErrEmptyText = errors.New("empty")
)

// Record is an article given as a JSON object. Missing fields are empty.
type Record struct {
	Key       string
	Title     string
	Text      string
	Markup    bool // the text is HTML
	Published time.Time
	Byline    string
	Source    string
	URL       string
	Lang      string
	Point     *[2]float64 // longitude and latitude; nil if none
	Silent    bool        // a message without text: a picture or service message
}

// Read reads an object. The columns map our names (text, title, published, source, url, byline,
// lang, id) to its keys; may be nil. The error wraps ErrNoDate if only the date can't be read,
// else ErrNoRecord.
func Read(line []byte, columns map[string]string, hint newsdate.Hint) (Record, error) {
	o, err := readObject(line, columns)
	if err != nil {
		return Record{}, fmt.Errorf("%w: %s", ErrNoRecord, jsonstream.Describe(err))
	}
	o.unwrap()
	r, err := o.read(hint)
	if err == errNoText {
		err = fmt.Errorf("%w: no text; it has %s", ErrNoRecord, keysOf(line))
	}
	return r, err
}

// errNoText reports an object without a text key.
var errNoText = fmt.Errorf("%w: no text", ErrNoRecord)

func (o object) read(h newsdate.Hint) (r Record, err error) {
	if r.Key, err = o.id(); err != nil {
		return r, fmt.Errorf("%w: %w", ErrNoRecord, err)
	}
	if key, _ := o.first(textKeys); key == "" {
		o.nameToTitle()
		if o.isHeadline() {
			o["text"] = json.RawMessage(`""`)
		}
	}
	r.Silent = o.isNotice()
	key, raw := o.first(textKeys)
	if key == "" {
		r.Silent = r.Silent || o.hasMedia()
		return r, errNoText
	}
	var ok bool
	if r.Text, ok = textOf(raw, maxNested); !ok {
		return r, fmt.Errorf("%w: %q is %s", ErrNoRecord, key, kindOf(raw))
	}
	if strings.TrimSpace(r.Text) == "" {
		err = fmt.Errorf("%w: its %s is %w", ErrNoRecord, key, ErrEmptyText)
	}
	r.Markup = isMarkup(r.Text)
	r.Title = html.UnescapeString(o.text(titleKeys)) // may have HTML entities, as in WordPress and feeds
	r.Byline = o.names(bylineKeys)
	r.Source, r.URL = o.origin()
	r.Lang = o.text(langKeys)
	r.Point = o.point()
	r.Silent = r.Silent || strings.TrimSpace(r.Text) == "" && o.hasMedia()
	if h.Order == newsdate.UnknownOrder && text.IsArabic(r.Text) {
		h.Order = newsdate.DayFirst // as always in Arabic
	}
	var undated error
	if r.Published, undated = o.published(o.fetched(h)); err == nil {
		err = undated
	}
	return r, err
}

// mediaKeys are the keys of attachments.
var mediaKeys = []string{"attachments", "mediaattachments", "media", "files", "embeds", "photo", "photos", "videos", "audiofiles", "gifs", "sticker", "stickers"}

// hasMedia reports whether a message has attachments.
func (o object) hasMedia() bool {
	_, raw := o.first(mediaKeys)
	said := string(withoutIndents(raw))
	return said != "" && said != "null" && said != "[]" && said != "{}" && said != "false"
}

// isNotice reports whether a message is a service message of Slack or Matrix, such as that
// somebody joined.
func (o object) isNotice() bool {
	kind, subtype := oneLine(o["type"]), oneLine(o["subtype"])
	return kind == "message" && (strings.HasPrefix(subtype, "channel_") || strings.HasPrefix(subtype, "group_")) ||
		strings.HasPrefix(kind, "m.room.") && kind != "m.room.message"
}

// nameToTitle uses the name of an untitled GeoJSON point as its title, as live maps do.
func (o object) nameToTitle() {
	if o.text(titleKeys) == "" && oneLine(o["name"]) != "" && o.point() != nil {
		o["title"] = o["name"]
		delete(o, "name")
	}
}

// isHeadline reports whether an object without text is an article nevertheless: it has a title,
// an address or date, and no other value that may be its text.
func (o object) isHeadline() bool {
	for key, raw := range o {
		if !slices.Contains(titleKeys, key) && bytes.Count(withoutIndents(raw), []byte(" ")) >= minTextWords {
			return false
		}
	}
	_, address := o.origin()
	date, _ := o.first(dateKeys)
	return o.text(titleKeys) != "" && (address != "" || date != "")
}

// withoutIndents returns a JSON value without insignificant white space.
func withoutIndents(raw json.RawMessage) []byte {
	var b bytes.Buffer
	if json.Compact(&b, raw) != nil {
		return raw
	}
	return b.Bytes()
}

// minTextWords is how many words a value needs to be a possible text.
const minTextWords = 10

// point returns the object's coordinates in degrees; nil if none are valid.
func (o object) point() *[2]float64 {
	lat, okLat := o.number(latKeys)
	lon, okLon := o.number(lonKeys)
	if !okLat || !okLon {
		return pointOf(o["geometry"])
	}
	return onEarth(lon, lat)
}

// pointOf returns the point of a GeoJSON geometry.
func pointOf(geometry json.RawMessage) *[2]float64 {
	var g struct{ Coordinates []*float64 } // pointers, as null would decode to 0
	if json.Unmarshal(geometry, &g) != nil || len(g.Coordinates) < 2 || g.Coordinates[0] == nil || g.Coordinates[1] == nil {
		return nil
	}
	return onEarth(*g.Coordinates[0], *g.Coordinates[1])
}

// onEarth returns valid coordinates; nil if they are out of range, or 0, 0, which stands for
// unknown.
func onEarth(lon, lat float64) *[2]float64 {
	if !(math.Abs(lat) <= 90) || !(math.Abs(lon) <= 180) || lat == 0 && lon == 0 {
		return nil
	}
	return &[2]float64{lon, lat}
}

func (o object) number(keys []string) (float64, bool) {
	_, raw := o.first(keys)
	said := strings.Trim(string(raw), `" `)
	if strings.Count(said, ",") == 1 && !strings.Contains(said, ".") {
		said = strings.Replace(said, ",", ".", 1) // decimal comma
	}
	n, err := strconv.ParseFloat(said, 64)
	return n, err == nil
}

// isMarkup reports whether a text is HTML: it has a tag of a paragraph or link, or an end tag.
func isMarkup(s string) bool {
	s = s[:min(len(s), 64<<10)]
	if strings.IndexByte(s, '<') < 0 {
		return false
	}
	s = strings.ToLower(s)
	for _, tag := range []string{"<p>", "<p ", "<br", "</a>", "</div>", "</span>", "</p>"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// ReadID returns an id as a string: strings unchanged, numbers as written, "" if there is none.
// Anything else is ErrID.
func ReadID(raw json.RawMessage) (string, error) {
	switch id := string(raw); {
	case id == "" || id == "null":
		return "", nil
	case id[0] == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case strings.ContainsAny(id[:1], "-0123456789"):
		return id, nil
	}
	return "", ErrID
}

// oneLine returns a string value on one line.
func oneLine(raw json.RawMessage) string {
	s, _ := stringOf(raw)
	return text.OneLine(s)
}

// stringOf returns a string value; false for other types.
func stringOf(raw json.RawMessage) (string, bool) {
	switch {
	case len(raw) == 0:
		return "", false // no such key
	case len(raw) > 1 && raw[0] == '"' && bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw):
		return string(raw[1 : len(raw)-1]), true // no escapes
	}
	var s string
	err := fastjson.Unmarshal(raw, &s)
	return s, err == nil
}
