package control

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/paulmach/orb"

	"dateline/document"
	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/geoparse/event/party"
	"dateline/newsdate"
)

// ClaimsOf returns the claims of a document about towns and sites, in text order. A town in no
// gazetteer has a name but no id or point; one that the text doesn't name has neither. Events
// that are denied, planned or only possible claim nothing, nor do those at wider places: a side
// that took a town "in Aleppo province" did not take the province.
func ClaimsOf(d *document.Document, parties *party.Table) []Claim {
	r := reader{document: d, parties: parties, names: map[[2]int]string{}}
	if d.Focus != nil {
		r.country = d.Focus.Country
	} else {
		r.country = parties.CountryOf(whoIn(d))
	}
	for i := range d.Mentions {
		r.names[[2]int{d.Mentions[i].Start, d.Mentions[i].End}] = d.Mentions[i].Phrase
	}
	var claims []Claim
	for _, e := range inText(d) {
		claims = append(claims, r.claims(e)...)
	}
	nameTown(claims)
	return claims
}

// nameTown names a town that claims only refer to, if others name a single town in no gazetteer.
func nameTown(claims []Claim) {
	name := ""
	for i := range claims {
		switch c := &claims[i]; {
		case c.Place != "" || c.Name == "" || c.Name == name:
		case name != "":
			return
		default:
			name = c.Name
		}
	}
	for i := range claims {
		if claims[i].Place == "" {
			claims[i].Name = name
		}
	}
}

// whoIn returns the holders named in the events of a document.
func whoIn(d *document.Document) []string {
	var names []string
	for _, e := range inText(d) {
		for _, who := range []*string{e.Holder, e.From} {
			if who != nil {
				names = append(names, *who)
			}
		}
	}
	return names
}

// inText returns the events of a document, including implied ones, in order.
func inText(d *document.Document) []*document.Event {
	var all []*document.Event
	for _, list := range [][]document.Event{d.Events, d.Implied} {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *document.Event) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// reader reads the claims of a document.
type reader struct {
	document *document.Document
	parties  *party.Table
	country  string            // the document's country
	names    map[[2]int]string // as written, by offsets
	text     []rune            // of the document, nil until needed
}

func (r *reader) claims(e *document.Event) []Claim {
	kind, ok := KindOf(e.Type)
	status := event.Status(e.Status)
	if !ok || status != event.Reported && status != event.Claimed {
		return nil
	}
	c := Claim{
		Kind: kind, Holder: r.party(e.Holder), From: r.party(e.From), Date: dateOf(e),
		Source: r.source(e), Doubt: status == event.Claimed, Start: e.Start,
	}
	var claims []Claim
	for i := range e.Places {
		p := &e.Places[i]
		switch {
		case p.Place == nil && p.Lat == nil:
			c.Place, c.Point, c.Name = "", orb.Point{}, cmp.Or(r.names[[2]int{p.Start, p.End}], r.unlisted(p))
		case p.Place == nil || p.Lat == nil || p.Lon == nil || !isSmall(p.Precision):
			continue
		default:
			c.Place, c.Point, c.Name = *p.Place, orb.Point{*p.Lon, *p.Lat}, ""
			if p.Name != nil {
				c.Name = *p.Name
			}
		}
		claims = append(claims, c)
	}
	return claims
}

// unlisted returns an event's name for a place in no gazetteer; empty if its words only refer to
// one, "the town", in lower case.
func (r *reader) unlisted(p *document.EventPlace) string {
	if r.text == nil {
		r.text = []rune(r.document.Text)
	}
	if p.Start < 0 || p.Start >= p.End || p.End > len(r.text) || !unicode.IsUpper(r.text[p.Start]) {
		return ""
	}
	return strings.Join(strings.Fields(string(r.text[p.Start:p.End])), " ")
}

// KindOf returns the kind of claim that an event of a type (event.Type) makes; false for none.
func KindOf(eventType string) (Kind, bool) {
	switch event.Type(eventType) {
	case event.Capture:
		return Takes, true
	case event.Control:
		return Holds, true
	case event.Withdrawal:
		return Leaves, true
	}
	return 0, false
}

// isSmall reports whether one side can hold a place of a precision.
func isSmall(precision *string) bool {
	return precision != nil && (*precision == string(geoparse.Site) || *precision == string(geoparse.Town))
}

// party returns the party that words of the text mean; none for none.
func (r *reader) party(words *string) Party {
	if words == nil {
		return Party{}
	}
	return PartyOf(r.parties, *words, r.country)
}

// PartyOf returns the party that words mean in a text on a country (ISO 3166-1 alpha-2, empty
// for any); none for none.
func PartyOf(parties *party.Table, words, country string) Party {
	if words == "" {
		return Party{}
	}
	if p, ok := parties.Find(words, country); ok {
		return Party{Name: p.Group.Name, Actor: p.Name, Group: p.Group.ID, Side: p.Group.Side, Colour: p.Group.Colour}
	}
	return Party{Name: words, Actor: words}
}

// source returns whom the text quotes, else its outlet, else the text itself.
func (r *reader) source(e *document.Event) string {
	switch {
	case e.Source != nil:
		return *e.Source
	case r.document.Source != "":
		return r.document.Source
	}
	return r.document.ID
}

// dateOf parses the date of an event, which is cut to what is known.
func dateOf(e *document.Event) newsdate.Date {
	t, ok := newsdate.ISO(e.Day())
	if !ok {
		return newsdate.Date{}
	}
	d := newsdate.Civil(t)
	d.Precision, _ = newsdate.ReadPrecision(e.DatePrecision)
	return d
}

// HoldersIn returns who is said to hold which place when, by a single document.
func HoldersIn(d *document.Document, parties *party.Table) []document.Held {
	claims := ClaimsOf(d, parties)
	held := []document.Held{}
	for _, s := range Spells(claims) {
		h := document.Held{Place: s.Place, Name: s.Name, Holder: s.Holder.Name, By: s.Holder.Actor, Contested: s.Contested, Since: s.Since.Short(), Until: s.Until.Short()}
		for _, c := range s.Claims {
			h.Claims = append(h.Claims, claims[c].Start)
		}
		held = append(held, h)
	}
	return held
}
