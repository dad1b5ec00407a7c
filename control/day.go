package control

import (
	"context"
	"time"

	"dateline/work"
)

// Memory is how long a claim says anything: after two years without another,
// who holds a place is unknown.
const Memory = 2 * 365 * 24 * time.Hour

// Age is how long before a day the holder of a spell was last claimed: what
// was claimed later does not make it younger than its own beginning.
func Age(s *Spell, day time.Time) time.Duration {
	last := s.Last.Last()
	if last.After(day) {
		last = day
	}
	return day.Sub(last)
}

// Dispute is how long who holds a place stays contested after the last claim for the
// rival.
const Dispute = 14 * 24 * time.Hour

// Standing is what is said of a place on a day.
type Standing struct {
	Spell
	Unknown bool // who held it left, or was last claimed to hold it longer than Memory ago
}

// stepsPerClaim is about what it costs to read a claim, in steps of work.Spend.
const stepsPerClaim = 50

// At returns what is said of each place on a day by claims of up to it, which are all
// that it is given: what is told of later days changes nothing. Places are in their
// order. The order is that of these claims, or of more behind them, which are passed over:
// it is made once, for all days. It fails only when ctx ends, or has spent what it may.
func At(ctx context.Context, claims []Claim, order Order, day time.Time) ([]Standing, error) {
	steps := work.Metered(ctx)
	if err := steps.Spend(stepsPerClaim * len(claims)); err != nil {
		return nil, err
	}
	var all []Standing
	var h history // of one place
	for _, i := range order {
		if i >= len(claims) {
			continue
		}
		c := &claims[i]
		if last := h.last(); last != nil && !last.isAt(c.Place, c.Name) {
			if err := steps.Add(len(last.Claims)); err != nil {
				return nil, err
			}
			all = append(all, standing(claims, *last, day))
			h = history{spells: h.spells[:0]}
		}
		h.add(c, i)
	}
	if last := h.last(); last != nil {
		all = append(all, standing(claims, *last, day))
	}
	return all, steps.Flush()
}

// standing is what the last spell of a place says on a day.
func standing(claims []Claim, s Spell, day time.Time) Standing {
	if s.Contested && day.Sub(lastOf(claims, &s, s.Rival)) > Dispute {
		s.Contested, s.Rival = false, Party{}
	}
	return Standing{s, !s.Until.IsZero() || Age(&s, day) > Memory}
}

// lastOf returns the day of the last claim of a spell for a party.
func lastOf(claims []Claim, s *Spell, p Party) (last time.Time) {
	for _, i := range s.Claims {
		if c := &claims[i]; c.Holder.Is(p) && c.Date.Last().After(last) {
			last = c.Date.Last()
		}
	}
	return last
}

// Held returns the places of which somebody is said to hold them.
func Held(all []Standing) []Spell {
	var held []Spell
	for i := range all {
		if !all[i].Unknown {
			held = append(held, all[i].Spell)
		}
	}
	return held
}
