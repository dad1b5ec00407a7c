package control

import (
	"github.com/paulmach/orb"

	"dateline/newsdate"
)

// Agreement is how many days after a place was taken a claim of another source
// that the other side holds it contests that, and does not report a new change
// of hands.
const Agreement = 3

// Spell is a time in which one party is said to hold a place.
type Spell struct {
	Place     string    // id in the gazetteer, empty for none
	Name      string    // of the place
	Point     orb.Point // lon, lat
	Holder    Party     // the first named of its side
	Contested bool      // by Rival
	Rival     Party
	Since     newsdate.Date // of its first claim
	Until     newsdate.Date // when another spell or a loss ended it, none where nothing did
	Last      newsdate.Date // of the latest claim that supports it
	Claims    []int         // for it and against it, as indexes of the claims given to Spells
}

// Spells returns who is said to hold each place when, by place and time.
// Claims without a date change nothing.
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
	taken  *Claim // that began the open spell
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

// isAt reports whether a spell is of a place, which its name tells only where no
// gazetteer does.
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

// support is a claim for who holds the place already. It settles a dispute
// when it says that the place was taken once more.
func (h *history) support(now *Spell, c *Claim, index int) {
	now.Last = c.Date
	now.Claims = append(now.Claims, index)
	if c.Kind == Takes && !c.Doubt {
		now.Contested, now.Rival = false, Party{}
	}
}

// leave ends the spell of who is said to have left, and returns the open spell, nil
// for none. Where somebody else is said to leave, the place stays with its holder.
func (h *history) leave(now *Spell, c *Claim, index int) *Spell {
	if now == nil || !c.From.None() && !now.Holder.Is(c.From) || now.Holder.Is(c.Holder) {
		return now
	}
	now.Until = c.Date
	now.Claims = append(now.Claims, index)
	h.open = false
	return nil
}

// contests reports whether a claim for another side disputes the open spell
// and does not end it: when the text doubts it, or another source says within
// days of a capture that the other side is there.
func (h *history) contests(c *Claim) bool {
	if c.Doubt {
		return true
	}
	days := c.Date.Last().Sub(h.taken.Date.Last()).Hours() / 24
	return c.Kind == Holds && h.taken.Kind == Takes && c.Source != h.taken.Source && days <= Agreement
}
