package control

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"dateline/newsdate"
)

// Kind is the kind of a claim.
type Kind uint8

// Holds is a state ("rebel-held", "controls"), which began on its date or before; Takes is a
// change on its date; Leaves is the loss of a place.
const (
	Holds Kind = iota
	Takes
	Leaves
)

// Claim is one sentence's statement on who holds a place.
type Claim struct {
	Place  string    // id in the gazetteer, empty for none: then the name identifies it
	Name   string    // of the place
	Point  orb.Point // lon, lat
	Kind   Kind
	Holder Party // holder from then on, according to the sentence; none if it does not say
	From   Party // former holder
	Date   newsdate.Date
	Source string // an outlet, or whom it quotes
	Doubt  bool   // the text itself only quotes one side
	Start  int    // of the words, in code points of the article
}

// unlisted is the name of a place without an id.
func (c *Claim) unlisted() string {
	if c.Place != "" {
		return ""
	}
	return c.Name
}

// Party is a holder of places. A takeover between parties of one group is no change of hands;
// between those of one side there is no line of contact.
type Party struct {
	Name  string // of the group, else as in the text
	Actor string // member of the group
	Group string
	Side  string

	Colour string // of the group on maps, #rrggbb; empty if unknown
}

// None reports whether no party is named.
func (p Party) None() bool { return p.Name == "" }

// Is reports whether two parties are of one group. An unknown group is a group of its own.
func (p Party) Is(q Party) bool { return same(p.Group, q.Group, p.Name, q.Name) }

// With reports whether two parties are on one side. An unknown side is a side of its own.
func (p Party) With(q Party) bool { return same(p.Side, q.Side, p.Name, q.Name) }

// Against reports whether two parties are on different sides of one war, which the part of a
// side before its "/" names.
func (p Party) Against(q Party) bool {
	return !p.With(q) && war(p.Side) == war(q.Side)
}

func war(side string) string {
	name, _, found := strings.Cut(side, "/")
	if !found {
		return ""
	}
	return name
}

func same(a, b, name, other string) bool {
	if a != "" || b != "" {
		return a == b
	}
	return name == other
}

// Order is an order of claims, as indexes.
type Order []int

// InOrder sorts claims by place and time: a month or year counts as its last day, a loss
// precedes a gain on the same day, and ties keep the order of the text. Undated claims are left
// out.
func InOrder(claims []Claim) Order {
	order := make(Order, 0, len(claims))
	for i := range claims {
		if !claims[i].Date.IsZero() {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &claims[i], &claims[j]
		return cmp.Or(
			cmp.Compare(a.Place, b.Place),
			cmp.Compare(a.unlisted(), b.unlisted()),
			a.Date.Last().Compare(b.Date.Last()),
			cmp.Compare(rank(a.Kind), rank(b.Kind)),
		)
	})
	return order
}

// rank puts losses before states and gains.
func rank(k Kind) int {
	if k == Leaves {
		return 0
	}
	return 1
}
