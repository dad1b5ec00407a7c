package geoparse

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial"
)

func TestFronts(t *testing.T) {
	tests := []struct {
		text, phrase string
		kind         spatial.Kind
		geometry     string
		anchors      string
		in, out      *orb.Point // points that must and must not lie in an area
	}{
		{"Shelling hit the northern countryside of Hama.", "northern countryside of Hama", spatial.Countryside, "", "Hama Governorate",
			&orb.Point{36.62, 35.32}, &orb.Point{36.75, 34.98}},
		{"Shelling hit Hama's northern countryside.", "Hama's northern countryside", spatial.Countryside, "", "Hama Governorate", &orb.Point{36.62, 35.32}, nil},
		{"Shelling hit the western countryside of Aleppo.", "western countryside of Aleppo", spatial.Countryside, "Polygon", "Aleppo Governorate",
			&orb.Point{36.83, 36.14}, &orb.Point{37.54, 36.37}},
		{"They closed the northern Hama pocket.", "northern Hama pocket", spatial.Pocket, "", "Hama Governorate", &orb.Point{36.69, 35.38}, nil},
		{"Raids on southern Idlib went on.", "southern Idlib", spatial.Countryside, "Polygon", "Idlib Governorate", &orb.Point{36.65, 35.45}, &orb.Point{36.72, 36.19}},
		{"They moved to northwestern Syria.", "northwestern Syria", spatial.Countryside, "Polygon", "Syria", &orb.Point{36.63, 35.93}, &orb.Point{36.3, 32.7}},
		{"Drones hit central Syria.", "central Syria", spatial.Countryside, "Polygon", "Syria", &orb.Point{38.5, 35}, &orb.Point{36.1, 32.6}},
		{"They were moved to the axis of Latamenah, Kafr Zita and Zakat.", "axis of Latamenah, Kafr Zita and Zakat", spatial.Axis, "LineString", "Latamneh, Kafr Zita, Zakat", nil, nil},
		{"The Palmyra-Deir Ezzor road was cut.", "Palmyra-Deir Ezzor road", spatial.Road, "LineString", "Palmyra, Deir ez-Zor", nil, nil},
		{"The Hama-Aleppo international road was opened.", "Hama-Aleppo international road", spatial.Road, "LineString", "Hama, Aleppo", nil, nil},
		{"The road between Ta’manah and Khan Sheikhoun was cut.", "road between Ta’manah and Khan Sheikhoun", spatial.Road, "LineString", "Al-Tamanah, Khan Shaykhun", nil, nil},
		{"It lies on a highway linking Damascus with Aleppo.", "highway linking Damascus with Aleppo", spatial.Road, "LineString", "Damascus, Aleppo", nil, nil},
		{"They cut the M5 highway.", "M5 highway", spatial.Road, "LineString", "M5 highway", nil, nil},
		{"They met at the Syrian-Turkish border.", "Syrian-Turkish border", spatial.Border, "LineString", "Syria, Turkey", nil, nil},
		{"It lies 43 kilometers (26 miles) north of Aleppo.", "43 kilometers (26 miles) north of Aleppo", spatial.Offset, "Point", "Aleppo", nil, nil},
		{"It lies south-west of Idlib.", "south-west of Idlib", spatial.Countryside, "Polygon", "Idlib", &orb.Point{36.55, 35.86}, &orb.Point{36.7, 36.0}},
		{"Troops gathered at the Khan Sheikhoun front.", "Khan Sheikhoun front", spatial.Contact, "Polygon", "Khan Shaykhun", &orb.Point{36.65, 35.44}, nil},
		{"دخل الجيش ريف حماة الشمالي.", "ريف حماة الشمالي", spatial.Countryside, "", "Hama Governorate", &orb.Point{36.62, 35.32}, &orb.Point{36.75, 34.98}},
		{"قصف شمال حلب.", "شمال حلب", spatial.Countryside, "Polygon", "Aleppo Governorate", nil, nil},
		{"سيطر على طريق تدمر دير الزور.", "طريق تدمر دير الزور", spatial.Road, "LineString", "Palmyra, Deir ez-Zor", nil, nil},
		{"قطع الطريق بين خان شيخون والتمانعة.", "الطريق بين خان شيخون والتمانعة", spatial.Road, "LineString", "Khan Shaykhun, Al-Tamanah", nil, nil},
		{"انتشر على الحدود السورية التركية.", "الحدود السورية التركية", spatial.Border, "LineString", "Syria, Turkey", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.phrase, func(t *testing.T) {
			fronts := mustParse(t, testParser(), Input{Text: tt.text}).Fronts
			if len(fronts) != 1 {
				t.Fatalf("%s: %d fronts", tt.text, len(fronts))
			}
			f := fronts[0]
			names := strings.Join(anchorNames(f.Anchors), ", ")
			if f.Phrase != tt.phrase || f.Kind != tt.kind || names != tt.anchors {
				t.Errorf("%q is a %s from %s, want %q, a %s from %s", f.Phrase, f.Kind, names, tt.phrase, tt.kind, tt.anchors)
			}
			if tt.geometry != "" && f.Geometry.GeoJSONType() != tt.geometry {
				t.Errorf("geometry is a %s, want a %s", f.Geometry.GeoJSONType(), tt.geometry)
			}
			if tt.in != nil && !geo.Contains(f.Geometry, *tt.in) {
				t.Errorf("%v does not lie in it", *tt.in)
			}
			if tt.out != nil && geo.Contains(f.Geometry, *tt.out) {
				t.Errorf("%v lies in it", *tt.out)
			}
			if f.Reading == "" || f.UncertaintyKm <= 0 {
				t.Errorf("reading %q, uncertainty %v km", f.Reading, f.UncertaintyKm)
			}
		})
	}
}

func anchorNames(places []*gazetteer.Place) []string {
	names := make([]string, len(places))
	for i := range places {
		names[i] = places[i].Name
	}
	return names
}

func TestNoFronts(t *testing.T) {
	for _, text := range []string{
		"South Sudan and North Macedonia signed.",
		"Talks between Ankara and Moscow went on.",
		"They fought for North Caucasus groups.",
		"South Front reported from Hama.",
		"The front was quiet.",
		"",
	} {
		if fronts := mustParse(t, testParser(), Input{Text: text}).Fronts; len(fronts) > 0 {
			t.Errorf("%s: %q is a front", text, fronts[0].Phrase)
		}
	}
}
