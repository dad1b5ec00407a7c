package draw

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/spatial/expr"
)

// readSector describes a sector: "northern third of Hama Governorate".
func readSector(t *expr.Tree, base string, share float64) string {
	if t.Level == expr.Centre {
		return "central part of " + base
	}
	adjective := expr.Adjective(t.Bearing)
	if t.Level == expr.Far {
		return "far " + adjective + " part of " + base
	}
	return adjective + " " + shareName(share) + " of " + base
}

// shareName names a share that is nearly a half, third or quarter.
func shareName(share float64) string {
	switch {
	case 0.45 <= share && share < 0.55:
		return "half"
	case 0.29 <= share && share < 0.38:
		return "third"
	case 0.21 <= share && share < 0.29:
		return "quarter"
	}
	return "part"
}

func readRing(t *expr.Tree) string {
	name := t.First().Name
	km := t.KmRange(" to ") + " km "
	switch t.Level {
	case expr.Outskirts:
		return "the outskirts of " + name
	case expr.Around:
		return "the land around " + name
	case expr.Within:
		return "within " + km + "of " + name
	case expr.At, expr.About:
		return km + "from " + name
	}
	return name + " and the land around it"
}

func readLine(t *expr.Tree, names []string) string {
	switch t.Op {
	case expr.Road:
		return "road between " + joinNames(names)
	case expr.Line:
		if len(names) == 2 {
			return "line between " + joinNames(names)
		}
		return "line through " + strings.Join(names, ", ")
	}
	return "between " + joinNames(names)
}

// readSet describes a union, difference or intersection.
func readSet(t *expr.Tree, parts []Drawing) string {
	readings := make([]string, len(parts))
	for i, d := range parts {
		readings[i] = d.Reading
	}
	switch t.Op {
	case expr.Union:
		if words, ok := readSectors(t); ok {
			return words
		}
		if words, ok := readRings(t); ok {
			return words
		}
		return joinNames(readings)
	case expr.Difference:
		return readings[0] + ", without " + cityName(t.Of[1].Place)
	}
	if rest, ok := strings.CutPrefix(readings[1], "the land along "); ok {
		return readings[0] + ", along " + rest
	}
	return readings[0] + ", in " + readings[1]
}

// readSectors describes a union of sectors of one area: "western and northern parts of Aleppo
// Governorate".
func readSectors(t *expr.Tree) (string, bool) {
	var sides []string
	for i := range t.Of {
		part := &t.Of[i]
		if part.Op != expr.Sector || part.Level != "" || part.Of[0].Key() != t.Of[0].Of[0].Key() {
			return "", false
		}
		sides = append(sides, expr.Adjective(part.Bearing))
	}
	base := t.Of[0].Of[0]
	name := base.First().Name
	if base.Op == expr.Ring {
		name = readRing(&base)
	}
	return joinNames(sides) + " parts of " + name, true
}

func cityName(place *gazetteer.Place) string {
	if place == nil {
		return "it"
	}
	if strings.Contains(strings.ToLower(place.Name), "city") {
		return place.Name
	}
	return place.Name + " city"
}

// readRings describes a union of the land around several places.
func readRings(t *expr.Tree) (string, bool) {
	names := make([]string, len(t.Of))
	for i := range t.Of {
		part := &t.Of[i]
		if part.Op != expr.Ring || part.Level != expr.Near {
			return "", false
		}
		names[i] = part.First().Name
	}
	return joinNames(names) + " and the land around them", true
}

// joinNames joins names with commas and a last "and".
func joinNames(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func placeNames(places []*gazetteer.Place) []string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name
	}
	return names
}
