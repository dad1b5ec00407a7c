package score

import (
	"encoding/json"
	"slices"
	"strings"

	"dateline/geoparse"
	"dateline/geoparse/event"
)

// GoldEvent is an annotated event, as marked by two annotators.
type GoldEvent struct {
	Start    int         `json:"start"` // of the trigger
	End      int         `json:"end"`
	Types    []string    `json:"types"`
	Places   []GoldPlace `json:"places"`
	Optional bool        `json:"optional"` // marked by one annotator only: neither required nor wrong
	Agent    readings    `json:"agent"`    // who did it, as each annotator has it; empty if they disagree
	Holder   readings    `json:"holder"`
	From     readings    `json:"from"`
	Status   string      `json:"status"`
	Date     string      `json:"-"` // a day, month or year; empty if unknown
	Dated    bool        `json:"-"` // the annotators agree on Date
}

// readings are the annotations of a field: one string or a list.
type readings []string

// UnmarshalJSON reads a string, a list or null.
func (r *readings) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*r = nil
		if one != "" {
			*r = readings{one}
		}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(r))
}

// goldEvent distinguishes a null date, which is unknown, from a missing one, on which the
// annotators disagree.
type goldEvent struct {
	GoldEvent
	When json.RawMessage `json:"date"`
}

func (g *goldEvent) event() GoldEvent {
	if g.Dated = g.When != nil; g.Dated && json.Unmarshal(g.When, &g.Date) != nil {
		g.Date = ""
	}
	return g.GoldEvent
}

// GoldPlace is a place of a GoldEvent.
type GoldPlace struct {
	Start    int  `json:"start"`
	End      int  `json:"end"`
	Optional bool `json:"optional"`
}

// Events are the scores of events. A found event matches a gold one if types and a place agree
// and the triggers are in the same sentence or within 120 code points; each matches at most one.
type Events struct {
	Gold      int   `json:"gold"`
	Predicted int   `json:"predicted"`
	Types     Ratio `json:"types"`  // types and places must agree
	Groups    Ratio `json:"groups"` // the same, with types of one group as equal
	Places    Rate  `json:"places"`
	Agent     Rate  `json:"agent"`
	Holder    Rate  `json:"holder"`
	From      Rate  `json:"from"`
	Date      Rate  `json:"date"`
	Status    Rate  `json:"status"`
}

// Rate counts the correct among comparable values.
type Rate struct {
	Right int `json:"right"`
	All   int `json:"all"`
}

// Share returns Right of All, from 0 to 1.
func (r Rate) Share() float64 { return share(r.Right, r.All) }

func (r *Rate) add(right bool) {
	r.All++
	r.Right += count(right)
}

// MeasureEvents compares events with gold, document by document. Events whose sentence names no
// place are not scored: parse reports them only for control of places.
func MeasureEvents(gold []Document, events [][]geoparse.Event) Events {
	var e Events
	for _, byGroup := range [...]bool{false, true} {
		right, said, required := 0, 0, 0
		for i := range gold {
			pairs, free := pairEvents(&gold[i], events[i], byGroup)
			for _, p := range pairs {
				if p.gold.Optional {
					continue
				}
				right++
				if !byGroup {
					e.compare(p.gold, p.found)
				}
			}
			said += free
			for _, g := range gold[i].Events {
				required += count(!g.Optional)
			}
		}
		said += right
		if byGroup {
			e.Groups = ratio(right, said, right, required)
		} else {
			e.Gold, e.Predicted, e.Types = required, said, ratio(right, said, right, required)
		}
	}
	return e
}

// eventPair is a gold event with its match.
type eventPair struct {
	gold  *GoldEvent
	found *geoparse.Event
}

// pairEvents returns the matches of a document, required events first, and the number of events
// without a match.
func pairEvents(d *Document, events []geoparse.Event, byGroup bool) (pairs []eventPair, free int) {
	taken := make([]bool, len(events))
	for i := range events {
		taken[i] = events[i].Implied
	}
	for _, optional := range [...]bool{false, true} {
		for i := range d.Events {
			g := &d.Events[i]
			if g.Optional != optional {
				continue
			}
			if best := bestEvent(d, g, events, taken, byGroup); best >= 0 {
				taken[best] = true
				pairs = append(pairs, eventPair{g, &events[best]})
			}
		}
	}
	for _, t := range taken {
		free += count(!t)
	}
	return pairs, free
}

// bestEvent returns the best match of a gold event, -1 if none: by type, then trigger, then
// places.
func bestEvent(d *Document, g *GoldEvent, events []geoparse.Event, taken []bool, byGroup bool) int {
	best, bestRank := -1, -1
	for i := range events {
		e := &events[i]
		if taken[i] || !fitsEvent(d, g, e, byGroup) {
			continue
		}
		rank := 0
		for _, p := range g.Places {
			rank += count(hasPlace(e, p))
		}
		if e.Start < g.End && g.Start < e.End {
			rank += 1 << 10
		}
		if slices.Contains(g.Types, string(e.Type)) {
			rank += 1 << 11
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	return best
}

func fitsEvent(d *Document, g *GoldEvent, e *geoparse.Event, byGroup bool) bool {
	same := func(t string) bool {
		return t == string(e.Type) || byGroup && event.GroupOf(event.Type(t)) == event.GroupOf(e.Type)
	}
	return slices.ContainsFunc(g.Types, same) && d.near(g.Start, g.End, e.Start, e.End) &&
		slices.ContainsFunc(g.Places, func(p GoldPlace) bool { return hasPlace(e, p) })
}

func hasPlace(e *geoparse.Event, p GoldPlace) bool {
	return slices.ContainsFunc(e.Places, func(q geoparse.EventPlace) bool { return p.Start < q.End && q.Start < p.End })
}

// nearby is how many code points may separate two triggers of one event.
const nearby = 120

// near reports whether two triggers are close or in one sentence.
func (d *Document) near(start, end, otherStart, otherEnd int) bool {
	if otherStart < start {
		start, end, otherStart = otherStart, otherEnd, start
	}
	if otherStart-end <= nearby {
		return true
	}
	return !strings.ContainsAny(string([]rune(d.Text)[end:otherStart]), ".!?؟\n")
}

// compare counts the correct values of a matched event.
func (e *Events) compare(g *GoldEvent, found *geoparse.Event) {
	for _, p := range g.Places {
		if !p.Optional {
			e.Places.add(hasPlace(found, p))
		}
	}
	for _, who := range []struct {
		rate *Rate
		gold []string
		said string
	}{{&e.Agent, g.Agent, found.Agent}, {&e.Holder, g.Holder, found.Holder}, {&e.From, g.From, found.From}} {
		if len(who.gold) > 0 {
			who.rate.add(sameWho(who.gold, who.said))
		}
	}
	if g.Dated {
		e.Date.add(g.Date == found.When.Short())
	}
	if g.Status != "" {
		e.Status.add(g.Status == string(found.Status))
	}
}

// sameWho reports whether a name contains an annotator's, or is contained in it.
func sameWho(gold []string, said string) bool {
	said = strings.ToLower(said)
	return said != "" && slices.ContainsFunc(gold, func(g string) bool {
		g = strings.ToLower(g)
		return g != "" && (strings.Contains(said, g) || strings.Contains(g, said))
	})
}
