package gazetteer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/paulmach/orb/geojson"
)

// ReadGeoJSON reads the features of a FeatureCollection (RFC 7946), or one
// feature a line (GeoJSONSeq, RFC 8142, with or without its record marks).
// docs/gazetteer.md lists the properties that are known. source is put before
// IDs that do not say whose they are. Errors are as those of ReadGeoNames; a
// file that is no JSON from some line on is not read beyond it, lines of
// features apart.
func ReadGeoJSON(r io.Reader, source string) iter.Seq2[Entry, error] {
	in := bufio.NewReaderSize(r, 1<<16)
	skipMark(in)
	if isSequence(in) {
		return readFeatureLines(in, source)
	}
	return readCollection(in, source)
}

// isSequence reports whether the first line is a whole feature, or its
// beginning so long that only a line of a sequence can begin so.
func isSequence(in *bufio.Reader) bool {
	head, _ := in.Peek(1 << 16)
	if bytes.HasPrefix(head, []byte{recordMark}) {
		return true
	}
	line, _, whole := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	if whole && !json.Valid(line) {
		return false
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return false
	}
	for {
		switch key, err := dec.Token(); {
		case err != nil, key == "features":
			return false
		case key == "geometry", key == "properties": // a collection has neither
			return true
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil || string(value) == `"FeatureCollection"` {
			return false
		}
	}
}

const recordMark = 0x1e // before each text of RFC 8142

func readFeatureLines(r io.Reader, source string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			raw, err := in.ReadBytes('\n')
			if err != nil && err != io.EOF {
				yield(Entry{}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			text := bytes.Trim(raw, " \t\r\n\x1e")
			if len(text) > 0 {
				e, bad := featureEntry(text, source)
				if bad != nil {
					bad = atLine(bad, n)
				}
				if !yield(e, bad) {
					return
				}
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// readCollection reads a FeatureCollection feature by feature, so that it may
// be larger than memory.
func readCollection(r io.Reader, source string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		at := &lineCounter{r: r}
		dec := json.NewDecoder(at)
		more := true
		err := eachMember(dec, func(raw json.RawMessage) bool {
			e, err := featureEntry(raw, source)
			if err != nil {
				err = atLine(err, at.line(dec.InputOffset()))
			}
			more = yield(e, err)
			return more
		})
		if err != nil && more {
			yield(Entry{}, fmt.Errorf("line %d: %w; the rest was not read", at.line(dec.InputOffset()), err))
		}
	}
}

var errNoCollection = errors.New("want a GeoJSON FeatureCollection, or one Feature a line")

// eachMember calls each for the features of a collection until it returns
// false. A single feature counts as a collection of itself.
func eachMember(dec *json.Decoder, each func(json.RawMessage) bool) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return orElse(err, errNoCollection)
	}
	found := false
	single := map[string]json.RawMessage{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		if key == "features" {
			found = true
			if more, err := eachElement(dec, each); err != nil || !more {
				return err
			}
			continue
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		single[key.(string)] = value
	}
	if found {
		return nil
	}
	if string(single["type"]) != `"Feature"` {
		return errNoCollection
	}
	raw, err := json.Marshal(single)
	each(raw)
	return err
}

func eachElement(dec *json.Decoder, each func(json.RawMessage) bool) (more bool, err error) {
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		return false, orElse(err, errors.New(`"features": want a list`))
	}
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return false, err
		}
		if !each(raw) {
			return false, nil
		}
	}
	_, err = dec.Token()
	return true, err
}

// orElse returns err, but what it means where there is none or the file ends.
func orElse(err, otherwise error) error {
	if err == nil || err == io.EOF {
		return otherwise
	}
	return err
}

// feature is what is read of a GeoJSON feature.
type feature struct {
	Type       string                     `json:"type"`
	ID         json.RawMessage            `json:"id"`
	Properties map[string]json.RawMessage `json:"properties"`
	Geometry   *geojson.Geometry          `json:"geometry"`
}

func featureEntry(raw []byte, source string) (Entry, error) {
	return guarded(func() (Entry, error) { return entryOf(raw, source) })
}

func entryOf(raw []byte, source string) (Entry, error) {
	var f feature
	if err := json.Unmarshal(raw, &f); err != nil {
		return Entry{}, fmt.Errorf("no GeoJSON feature: %w", err)
	}
	if f.Type != "Feature" {
		return Entry{}, columnError("type", "%.40q; want Feature", f.Type)
	}
	if f.Geometry == nil {
		return Entry{}, columnError("geometry", "none; want a point, line or polygon")
	}
	geometry := f.Geometry.Geometry()
	if err := checkGeometry(geometry); err != nil {
		return Entry{}, columnError("geometry", "%w", err)
	}
	rec := properties{}
	for _, key := range slices.Sorted(maps.Keys(f.Properties)) {
		rec[strings.ToLower(key)] = text(f.Properties[key])
	}
	if id := text(f.ID); id != "" && rec["id"] == "" {
		rec["id"] = id
	}
	return rec.entry(source, geometry)
}

// text returns what a property says: a string, a number, or strings with a bar
// between them.
func text(raw json.RawMessage) string {
	var value any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if dec.Decode(&value) != nil {
		return ""
	}
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var all []string
		for _, element := range v {
			if s, ok := element.(string); ok {
				all = append(all, s)
			}
		}
		return strings.Join(all, "|")
	}
	return ""
}

// lineCounter says in which line an offset lies that has been read.
type lineCounter struct {
	r     io.Reader
	read  int64
	lines int     // before the oldest of ends
	ends  []int64 // offsets of ends of lines that have not been asked beyond
}

func (c *lineCounter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	for i, v := range b[:n] {
		if v == '\n' {
			c.ends = append(c.ends, c.read+int64(i))
		}
	}
	c.read += int64(n)
	return n, err
}

// line returns the number of the line of an offset, from 1. Offsets must not
// fall from call to call.
func (c *lineCounter) line(offset int64) int {
	n, _ := slices.BinarySearch(c.ends, offset)
	c.lines += n
	c.ends = append(c.ends[:0], c.ends[n:]...)
	return c.lines + 1
}
