package nominatim

import (
	"encoding/json"

	"dateline/feature"
)

// placesDoc is a FeatureCollection of places; with Geocoding, GeocodeJSON 0.1.0 of
// https://github.com/geocoders/geocodejson-spec.
type placesDoc struct {
	Type      string         `json:"type"`
	Geocoding *geocoding     `json:"geocoding,omitempty"`
	Licence   string         `json:"licence"`
	Features  []placeFeature `json:"features"`
}

type geocoding struct {
	Version     string `json:"version"`
	Attribution string `json:"attribution"`
}

type placeFeature struct {
	Type       string          `json:"type"`
	Properties map[string]any  `json:"properties"`
	BBox       []float64       `json:"bbox"`
	Geometry   json.RawMessage `json:"geometry"`
}

func placesCollection(all []foundDoc, geocodeJSON bool) placesDoc {
	doc := placesDoc{Type: "FeatureCollection", Licence: licence, Features: []placeFeature{}}
	if geocodeJSON {
		doc.Geocoding = &geocoding{Version: "0.1.0", Attribution: licence}
	}
	for i := range all {
		d := &all[i]
		properties := map[string]any{
			"place_id": d.PlaceID, "category": d.Category, "type": d.Type, "place_rank": d.Rank, "importance": d.Importance,
			"addresstype": d.AddressType, "name": d.Name, "display_name": d.DisplayName,
		}
		for name, more := range map[string]map[string]string{"address": d.Address, "extratags": d.ExtraTags, "namedetails": d.NameDetails} {
			if more != nil {
				properties[name] = more
			}
		}
		if geocodeJSON {
			inner := map[string]any{"place_id": d.PlaceID, "type": d.AddressType, "label": d.DisplayName, "name": d.Name}
			for key, value := range d.Address {
				inner[key] = value
			}
			properties = map[string]any{"geocoding": inner}
		}
		doc.Features = append(doc.Features, placeFeature{
			Type: "Feature", Properties: properties, BBox: []float64{round7(d.bound.Min[0]), round7(d.bound.Min[1]), round7(d.bound.Max[0]), round7(d.bound.Max[1])},
			Geometry: d.shape(),
		})
	}
	return doc
}

// shape returns the outline if requested, else the point.
func (d *foundDoc) shape() json.RawMessage {
	if d.GeoJSON != nil {
		return d.GeoJSON
	}
	return feature.AppendGeometry(nil, d.point)
}
