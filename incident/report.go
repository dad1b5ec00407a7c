package incident

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// Report is an article's statement that something happened at a place.
type Report struct {
	Type    string // event type: air_strike, capture, …
	Article string
	Day     int    // of the event, since 1970-01-01
	Dated   bool   // whether the text gives the day; else it is that of publication
	By      string // agent, or later holder of the place; empty if not named
	Of      string // target, or former holder
	Where   Where
}

// Where is the place of a report.
type Where struct {
	Place string    // id in the gazetteer, empty for none
	Point orb.Point // lon, lat
	Size  Size
}

// Size is the size of a place.
type Size uint8

// Sizes. A report at a Wide place, or without a day, is an incident of its own. A Spot is a
// site, or bare coordinates; it may lie in a Town.
const (
	Wide Size = iota
	Town
	Spot
)

// Group returns the group under which a type of event is compared: reports of one bombing may
// call it an air strike, shelling or an explosion.
func Group(eventType string) string {
	switch eventType {
	case "air_strike", "shelling", "explosion":
		return "strike"
	case "clash", "killing":
		return "fight"
	case "capture", "withdrawal":
		return "territory"
	}
	return eventType
}

// isOnce reports whether events of a group happen once at a place rather than day after day:
// then reports of consecutive days are of the same event.
func isOnce(group string) bool {
	return slices.Contains([]string{"territory", "siege", "agreement"}, group)
}

// agree reports whether two reports of a group can have the same parties. A party not named may
// be anybody.
func agree(group string, a, b parties) bool {
	switch group {
	case "territory": // the winner in one may not be the loser in the other
		return fits(a.by, b.by) && fits(a.of, b.of) && (a.by == "" || a.by != b.of) && (b.by == "" || b.by != a.of)
	case "fight": // "A attacked B" and "clashes between B and A" are the same
		return a.within(b) || b.within(a)
	}
	return fits(a.by, b.by)
}

func fits(a, b string) bool { return a == "" || b == "" || a == b }

// parties are agent and target.
type parties struct{ by, of string }

// within reports whether b names all parties that a names.
func (a parties) within(b parties) bool {
	in := func(name string) bool { return name == "" || name == b.by || name == b.of }
	return in(a.by) && in(a.of)
}

// and returns the parties named by either of two reports that agree.
func (a parties) and(b parties) parties {
	switch {
	case b.within(a):
		return a
	case a.within(b):
		return b
	}
	return parties{cmp.Or(a.by, b.by), cmp.Or(a.of, b.of)}
}
