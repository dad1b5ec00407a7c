package control

import (
	"context"
	"time"

	"dateline/work"
)

// Memory is how long a claim is valid: two years without another, and the holder is unknown.
const Memory = 2 * 365 * 24 * time.Hour

// Age is the time since the last claim for a spell's holder, on a day: later claims do not make
// it younger than its own beginning.
func Age(s *Spell, day time.Time) time.Duration {
	last := s.Last.Last()
	if last.After(day) {
		last = day
	}
	return day.Sub(last)
}

// Dispute is how long a place stays contested after the last claim for the rival.
const Dispute = 14 * 24 * time.Hour

// State is the state of a place on a day.
type State struct {
	Spell
	Unknown bool // the holder left, or was last claimed longer than Memory ago
}

// stepsPerClaim is about the cost of reading a claim, in steps of work.Spend.
const stepsPerClaim = 50

// At returns the state of each place on a day from claims, of which none may be later.
// Places are in order. The order is that of these claims, or of more: it can be made once for
// all days. It fails only if ctx ends, or its budget is used up.
func At(ctx context.Context, claims []Claim, order Order, day time.Time) ([]State, error) {
	steps := work.Metered(ctx)
	if err := steps.Spend(stepsPerClaim * len(claims)); err != nil {
		return nil, err
	}
	var all []State
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
			all = append(all, stateOn(claims, *last, day))
			h = history{spells: h.spells[:0]}
		}
		h.add(c, i)
	}
	if last := h.last(); last != nil {
		all = append(all, stateOn(claims, *last, day))
	}
	return all, steps.Flush()
}

// stateOn returns the last spell of a place as of a day.
func stateOn(claims []Claim, s Spell, day time.Time) State {
	if s.Contested && day.Sub(lastOf(claims, &s, s.Rival)) > Dispute {
		s.Contested, s.Rival = false, Party{}
	}
	return State{s, !s.Until.IsZero() || Age(&s, day) > Memory}
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

// HeldPlaces returns the places that somebody is said to hold.
func HeldPlaces(all []State) []Spell {
	var held []Spell
	for i := range all {
		if !all[i].Unknown {
			held = append(held, all[i].Spell)
		}
	}
	return held
}
