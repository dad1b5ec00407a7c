package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// readSector says what part of an area a sector is: "northern third of Hama
// Governorate".
func readSector(t *Tree, base string, share float64) string {
	if t.Level == levelCentre {
		return "central part of " + base
	}
	adjective := compassAdjective(t.Bearing)
	if t.Level == levelFar {
		return "far " + adjective + " part of " + base
	}
	return adjective + " " + shareName(share) + " of " + base
}

// shareName says how much of a whole a share is, where that is nearly a half, a
// third or a quarter.
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

func readRing(t *Tree) string {
	name := t.first().Name
	km := t.kmRange(" to ") + " km "
	switch t.Level {
	case levelOutskirts:
		return "the outskirts of " + name
	case levelAround:
		return "the land around " + name
	case levelWithin:
		return "within " + km + "of " + name
	case levelAt, levelAbout:
		return km + "from " + name
	}
	return name + " and the land around it"
}

func readLine(t *Tree, names []string) string {
	switch t.Op {
	case OpRoad:
		return "road between " + joinNames(names)
	case OpLine:
		if len(names) == 2 {
			return "line between " + joinNames(names)
		}
		return "line through " + strings.Join(names, ", ")
	}
	return "between " + joinNames(names)
}

// readSet says what a union, difference or intersection is.
func readSet(t *Tree, parts []drawing) string {
	readings := make([]string, len(parts))
	for i, d := range parts {
		readings[i] = d.reading
	}
	switch t.Op {
	case OpUnion:
		if words, ok := readSectors(t); ok {
			return words
		}
		if words, ok := readRings(t); ok {
			return words
		}
		return joinNames(readings)
	case OpDifference:
		return readings[0] + ", without " + cityName(t.Of[1].Place)
	}
	if rest, ok := strings.CutPrefix(readings[1], "the land along "); ok {
		return readings[0] + ", along " + rest
	}
	return readings[0] + ", in " + readings[1]
}

// readSectors says what a union of sectors of one area is: "western and
// northern parts of Aleppo Governorate".
func readSectors(t *Tree) (string, bool) {
	var sides []string
	for i := range t.Of {
		part := &t.Of[i]
		if part.Op != OpSector || part.Level != "" || part.Of[0].key() != t.Of[0].Of[0].key() {
			return "", false
		}
		sides = append(sides, compassAdjective(part.Bearing))
	}
	base := t.Of[0].Of[0]
	name := base.first().Name
	if base.Op == OpRing {
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

// readRings says what a union of the land around several places is.
func readRings(t *Tree) (string, bool) {
	names := make([]string, len(t.Of))
	for i := range t.Of {
		part := &t.Of[i]
		if part.Op != OpRing || part.Level != levelNear {
			return "", false
		}
		names[i] = part.first().Name
	}
	return joinNames(names) + " and the land around them", true
}
