package control

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"dateline/newsdate"
)

// Kind is what a claim says of a place.
type Kind uint8

// Holds is a state ("rebel-held", "controls"), which began at its date or
// before; Takes is a change on its date; Leaves is the loss of a place.
const (
	Holds Kind = iota
	Takes
	Leaves
)

// Claim is one sentence's word on who holds a place.
type Claim struct {
	Place  string    // id in the gazetteer, empty for none: then the name tells places apart
	Name   string    // of the place
	Point  orb.Point // lon, lat
	Kind   Kind
	Holder Party // who holds the place from then on, as the sentence says; none where it does not
	From   Party // who held it before
	Date   newsdate.Date
	Source string // who says so: an outlet, or whom it quotes
	Doubt  bool   // the text itself only quotes one side
	Start  int    // of the words that say it, in code points of the article
}

// unlisted is the name of a place without an id.
func (c *Claim) unlisted() string {
	if c.Place != "" {
		return ""
	}
	return c.Name
}

// Party is who holds a place. Parties of one group take over from each other
// without a change of hands; those of one side have no line of contact between
// them.
type Party struct {
	Name  string // of the group, else as the text calls it
	Actor string // who of the group
	Group string
	Side  string

	Colour string // of the group on maps, #rrggbb; empty where it is not known
}

// None reports whether no party is named.
func (p Party) None() bool { return p.Name == "" }

// Is reports whether two parties are of one group. One whose group is not known
// is a group of its own.
func (p Party) Is(q Party) bool { return same(p.Group, q.Group, p.Name, q.Name) }

// With reports whether two parties are on one side. One whose side is not known
// is a side of its own.
func (p Party) With(q Party) bool { return same(p.Side, q.Side, p.Name, q.Name) }

// Against reports whether two parties are on different sides of one war, which is what
// the part of a side before its "/" names.
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

// Order is the order in which claims are read, as indexes of them.
type Order []int

// InOrder sorts claims by place and time: a month or year counts as its last
// day, a loss stands before a gain of the same day, and what is alike keeps
// its order, which is that of the text. Those without a date are left out.
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

// rank puts losses before states and gains, which keep their order.
func rank(k Kind) int {
	if k == Leaves {
		return 0
	}
	return 1
}
