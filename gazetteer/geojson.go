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

	"dateline/geo/geojson"
	"dateline/jsonstream"
)

// ReadGeoJSON reads the features of a FeatureCollection (RFC 7946), or one feature a line
// (GeoJSONSeq, RFC 8142, with or without record marks). docs/gazetteer.md lists the known
// properties. source is the prefix of IDs without one. Errors are as those of ReadGeoNames; a
// collection is read up to its first syntax error, a sequence beyond it.
func ReadGeoJSON(r io.Reader, source string) iter.Seq2[Entry, error] {
	in := bufio.NewReaderSize(r, 1<<16)
	skipMark(in)
	if isSequence(in) {
		return readFeatureLines(in, source)
	}
	return readCollection(in, source)
}

// isSequence reports whether the first line is a complete feature, or one so long that it can
// only be the start of a sequence.
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

// readCollection streams the features of a FeatureCollection, which may be larger than memory.
func readCollection(r io.Reader, source string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		d := jsonstream.NewDecoder(r)
		err := geojson.Each(d, func(raw json.RawMessage) error {
			e, err := featureEntry(raw, source)
			if err != nil {
				err = atLine(err, d.Line(d.InputOffset()))
			}
			if !yield(e, err) {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			yield(Entry{}, fmt.Errorf("line %d: %w; the rest was not read", d.Line(d.InputOffset()), err))
		}
	}
}

var errEnough = errors.New("no more features are wanted")

func featureEntry(raw []byte, source string) (Entry, error) {
	return guarded(func() (Entry, error) { return entryOf(raw, source) })
}

func entryOf(raw []byte, source string) (Entry, error) {
	var f geojson.Feature
	if err := json.Unmarshal(raw, &f); err != nil {
		return Entry{}, fmt.Errorf("no GeoJSON feature: %w", err)
	}
	if f.Type != "Feature" {
		return Entry{}, columnError("type", "%.40q; want Feature", f.Type)
	}
	if len(f.Geometry) == 0 {
		f.Geometry = json.RawMessage("null")
	}
	geometry, err := geojson.Read(f.Geometry)
	if err == nil {
		err = checkGeometry(geometry)
	}
	if err != nil {
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

// text returns a property: a string, a number, or strings joined by bars.
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
