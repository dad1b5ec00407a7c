package geojson

import (
	"encoding/json"
	"errors"
	"fmt"

	"dateline/jsonstream"
)

// Feature is a feature as read (RFC 7946, 3.2). Pass its geometry to Read.
type Feature struct {
	Type       string                     `json:"type"`
	ID         json.RawMessage            `json:"id"`
	Properties map[string]json.RawMessage `json:"properties"`
	Geometry   json.RawMessage            `json:"geometry"`
}

// ErrNoCollection reports JSON without features.
var ErrNoCollection = errors.New("want a GeoJSON FeatureCollection, or one Feature a line")

// Each calls each for the features of a collection, and stops at the first error. A single
// feature counts as a collection of one.
func Each(d *jsonstream.Decoder, each func(json.RawMessage) error) error {
	found := false
	single := map[string]json.RawMessage{}
	err := d.Object(func(key string) error {
		var value json.RawMessage
		if key != "features" {
			err := d.Decode(&value)
			single[key] = value
			return err
		}
		found = true
		return d.List(func() error {
			if err := d.Decode(&value); err != nil {
				return err
			}
			return each(value)
		})
	})
	switch {
	case err == jsonstream.ErrNoObject:
		return ErrNoCollection
	case err == jsonstream.ErrNoList:
		return fmt.Errorf(`"features": %w`, err)
	case err != nil || found:
		return err
	case string(single["type"]) != `"Feature"`:
		return ErrNoCollection
	}
	raw, err := json.Marshal(single)
	if err != nil {
		return err
	}
	return each(raw)
}
