package control

import (
	"github.com/paulmach/orb"

	"dateline/newsdate"
)

// Agreement is the number of days after a capture within which another source's claim for the
// other side makes the place contested, rather than reporting a new change of hands, and
// within which "X has fallen" is that capture.
const Agreement = 3

// Spell is a period in which one party is said to hold a place.
type Spell struct {
	Place     string    // id in the gazetteer, empty for none
	Name      string    // of the place
	Point     orb.Point // lon, lat
	Holder    Party     // the first named of its side
	Contested bool      // by Rival
	Rival     Party
	Since     newsdate.Date // of its first claim
	Until     newsdate.Date // when another spell or a loss ended it, none if open
	Last      newsdate.Date // of the latest supporting claim
	Claims    []int         // for and against it, as indexes of the claims given to Spells
}

// Spells returns who is said to hold each place when, by place and time. Undated claims are
// ignored.
func Spells(claims []Claim) []Spell {
	var h history
	for _, i := range InOrder(claims) {
		h.add(&claims[i], i)
	}
	return h.spells
}

// history is the spells so far; the last is open while its place is read.
type history struct {
	spells []Spell
	open   bool
	taken  *Claim // the one that began the open spell
}

// last returns the last spell so far, nil for none.
func (h *history) last() *Spell {
	if n := len(h.spells); n > 0 {
		return &h.spells[n-1]
	}
	return nil
}

// add reads the next claim in order.
func (h *history) add(c *Claim, index int) {
	now := h.current(c)
	if c.Kind == Leaves {
		now = h.leave(now, c, index)
	}
	switch {
	case c.Holder.None():
	case now == nil:
		h.begin(c, index)
	case now.Holder.Is(c.Holder):
		h.support(now, c, index)
	case h.contests(c):
		now.Contested, now.Rival = true, c.Holder
		now.Claims = append(now.Claims, index)
	default:
		now.Until = c.Date
		h.begin(c, index)
	}
}

// current returns the open spell of a place.
func (h *history) current(c *Claim) *Spell {
	if n := len(h.spells); n > 0 && h.open && h.spells[n-1].isAt(c.Place, c.Name) {
		return &h.spells[n-1]
	}
	h.open = false
	return nil
}

// isAt reports whether a spell is of a place, compared by name only if no gazetteer has it.
func (s *Spell) isAt(place, name string) bool {
	return s.Place == place && (place != "" || s.Name == name)
}

func (h *history) begin(c *Claim, index int) {
	h.spells = append(h.spells, Spell{
		Place: c.Place, Name: c.Name, Point: c.Point, Holder: c.Holder,
		Since: c.Date, Last: c.Date, Claims: []int{index},
	})
	h.open, h.taken = true, c
}

// support adds a claim for the present holder. A new capture settles a dispute.
func (h *history) support(now *Spell, c *Claim, index int) {
	now.Last = c.Date
	now.Claims = append(now.Claims, index)
	if c.Kind == Takes && !c.Doubt {
		now.Contested, now.Rival = false, Party{}
	}
}

// leave ends the spell of a party that is said to have left, and returns the open spell, nil for
// none. If another party is said to leave, the holder stays.
func (h *history) leave(now *Spell, c *Claim, index int) *Spell {
	if now == nil || !c.From.None() && !now.Holder.Is(c.From) || now.Holder.Is(c.Holder) {
		return now
	}
	now.Claims = append(now.Claims, index)
	if h.isFallTo(now, c) {
		return now
	}
	now.Until = c.Date
	h.open = false
	return nil
}

// isFallTo reports whether a loss is the other side of the capture by the present holder: "X has
// fallen", within days of it, by nobody and to nobody.
func (h *history) isFallTo(now *Spell, c *Claim) bool {
	return c.From.None() && c.Holder.None() && h.taken.Kind == Takes && now.Holder.Is(h.taken.Holder) && h.sinceTaken(c) <= Agreement
}

// sinceTaken returns the days from the beginning of the open spell to a claim.
func (h *history) sinceTaken(c *Claim) float64 {
	return c.Date.Last().Sub(h.taken.Date.Last()).Hours() / 24
}

// contests reports whether a claim for another side disputes the open spell instead of ending
// it: if the text doubts it, or another source says within days of a capture that the other side
// is there.
func (h *history) contests(c *Claim) bool {
	if c.Doubt {
		return true
	}
	return c.Kind == Holds && h.taken.Kind == Takes && c.Source != h.taken.Source && h.sinceTaken(c) <= Agreement
}
