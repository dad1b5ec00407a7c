package spatial

import (
	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// linePhrase parses an expression for a line whose first place is name i.
func (r *expressionReader) linePhrase(i int) (Expression, bool) {
	for _, read := range [...]func(int) (Expression, bool){
		r.borderPhrase, r.midpoint, r.routeOfList, r.listRoute, r.routeBetween, r.stretch,
	} {
		if f, ok := read(i); ok {
			return f, true
		}
	}
	return Expression{}, false
}

// route returns the expression for a line of a kind through names; false if they don't make one.
func (r *expressionReader) route(first, last int, noun string, items []int) (Expression, bool) {
	f := Expression{First: first, Last: last, Anchors: items}
	leaves := r.leaves(items)
	switch {
	case noun == "axes" || noun == "axis" && len(items) == 1:
		for k := range leaves {
			leaves[k] = r.approach(leaves[k].Place)
		}
		f.Kind, f.Tree = Axis, expr.United(leaves)
	case len(items) == 1:
		return Expression{}, false
	case noun == "axis":
		f.Kind, f.Tree = Axis, expr.Line.Of(leaves...)
	case noun == "front":
		f.Kind, f.Tree = Contact, expr.Line.Of(leaves...)
	default:
		f.Kind, f.Tree = Road, expr.Road.Of(leaves...)
	}
	return f, !r.repeats(items)
}

// repeats reports whether names that should be different places of one country are not.
func (r *expressionReader) repeats(items []int) bool {
	for k := range items {
		if r.taken(items[k]).Kind.IsCountry() {
			return true
		}
		if k == 0 {
			continue
		}
		if r.taken(items[k]).ID == r.taken(items[k-1]).ID {
			return true
		}
	}
	return false
}

// approach returns the land around the place after which an axis is called.
func (r *expressionReader) approach(place *gazetteer.Place) expr.Tree {
	if place.Kind.Class() == 'A' || r.in.Geometry(place) != nil {
		return expr.Leaf(place)
	}
	return expr.RingOf(expr.Leaf(place), expr.Near)
}

// routeOfList parses "the axis of A, B and C" and محور أ و ب.
func (r *expressionReader) routeOfList(i int) (Expression, bool) {
	at := r.beforeFillers(r.Names[i].First - 1)
	if at < 0 || r.Breaks(at) {
		return Expression{}, false
	}
	for n := 0; n < maxRouteWords && r.Tokens[at].Shape == token.Arabic && at > 0 && r.isRouteAdjective(at) && !r.Breaks(at-1); n++ {
		at-- // الطريق الدولي دمشق حلب
	}
	noun := r.RouteAt(at)
	of := r.Tokens[at+1].Fold == "of"
	isArabic := r.Tokens[at].Shape == token.Arabic
	if noun == "" || noun == "border" || !isArabic && (noun == "road" || !of || !r.EndsPhrase(&r.Names[i])) || noun != "road" && r.isCarrier(at) {
		return Expression{}, false // "the road to Aleppo" has no beginning
	}
	items := r.list(i)
	if isArabic && (len(items) == 1 || noun == "road") {
		items = r.arabicPair(i)
	}
	last := r.Names[items[len(items)-1]].Last
	if isArabic {
		last = r.withAdjectives(last)
	}
	return r.route(at, last, noun, items)
}

// isRouteAdjective reports whether token i qualifies a road.
func (r *expressionReader) isRouteAdjective(i int) bool {
	return r.Lex.RouteAdjectives[r.Tokens[i].Base]
}

// withAdjectives returns the last token of a route including the adjectives after it: طريق دمشق
// حلب الدولي.
func (r *expressionReader) withAdjectives(last int) int {
	for n := 0; n < maxRouteWords && last+1 < len(r.Tokens) && !r.Breaks(last) && r.isRouteAdjective(last+1); n++ {
		last++
	}
	return last
}

// arabicPair returns name i and the next if only a dash or و separates them: طريق تدمر دير
// الزور.
func (r *expressionReader) arabicPair(i int) []int {
	if i+1 < len(r.Names) && r.anchors(i+1) && r.Names[i+1].First == r.Names[i].Last+1 && isDash(r.Between(i)) {
		return []int{i, i + 1}
	}
	return []int{i}
}

// listRoute parses "the A-B road", "A-B axis", "A, B and C axes", "the A axis".
func (r *expressionReader) listRoute(i int) (Expression, bool) {
	last := r.lastOfChain(i)
	if last == i {
		last = r.lastOfList(i)
	}
	at, noun := r.routeAfter(r.Names[last].Last)
	switch {
	case noun == "" || noun == "border" || r.Tokens[at].Shape == token.Arabic || noun != "road" && r.isCarrier(at):
		return Expression{}, false
	case last > i && r.taken(last).Kind == gazetteer.Road:
		return Expression{}, false // in "Homs-Hama-Aleppo highway" each name belongs to the road
	case last > i && token.IsListGap(r.Between(i)) && noun != "axes":
		return Expression{}, false // "Aleppo and the Hama axis"
	}
	return r.route(r.Names[i].First, at, noun, r.names(i, last))
}

func isDash(gap string) bool {
	switch gap {
	case "-", " - ", "–", " – ", "‐", "‑", "/", " ", " — ", "—":
		return true
	}
	return false
}

// maxRouteWords is how many words may precede the word for a route: "Hama-Aleppo international
// road".
const maxRouteWords = 2

func (r *expressionReader) routeAfter(token int) (at int, noun string) {
	for at = token + 1; at <= token+1+maxRouteWords && at < len(r.Tokens) && !r.Breaks(at-1) && !r.isNameAt(at); at++ {
		if noun := r.RouteAt(at); noun != "" {
			return at, noun
		}
		if r.Words[at]&(lexicon.Stop|lexicon.Preposition) != 0 || r.Tokens[at].Fold == "and" {
			break
		}
	}
	return 0, ""
}

// isNameAt reports whether token i belongs to a reported name.
func (r *expressionReader) isNameAt(i int) bool {
	return r.NameOf[i] >= 0 && r.in.Names[r.NameOf[i]].Mention
}

// routeBetween parses "the road between A and B", "a highway linking A with B", "the front line
// between A and B" and الطريق بين أ و ب.
func (r *expressionReader) routeBetween(i int) (Expression, bool) {
	at := r.linkBefore(i)
	if at < 1 {
		return Expression{}, false
	}
	items := r.ends(i)
	for back := at - 1; len(items) > 1 && back >= max(0, at-maxLinkWords) && !r.Breaks(back) && !r.isNameAt(back); back-- {
		noun := r.RouteAt(back)
		if noun == "" && r.RegionAt(back) == "front" {
			noun = "front"
		}
		if noun == "axis" && (r.isContact(back) || r.isFoughtAlong(back, items[len(items)-1])) {
			noun = "front"
			if back > 0 && r.Tokens[back-1].Fold == "front" {
				back--
			}
		}
		if noun == "axis" && r.isCarrier(back) {
			return Expression{}, false
		}
		if noun == "front" && !r.areStretches(items) {
			return Expression{}, false
		}
		if noun != "" && noun != "border" {
			return r.route(back, r.Names[items[len(items)-1]].Last, noun, items)
		}
	}
	return Expression{}, false
}

// isCarrier reports whether the line at token i carries calls, power or passengers, rather than
// being fought over: "the phone line", خط الغاز.
func (r *expressionReader) isCarrier(i int) bool {
	if r.Tokens[i].Shape == token.Arabic {
		return i+1 < len(r.Tokens) && r.Lex.Carried[r.Tokens[i+1].Base] && !r.Breaks(i)
	}
	return i > 0 && r.Lex.Carried[r.Tokens[i-1].Base] && !r.Breaks(i-1)
}

// isFoughtAlong reports whether sides fight along the line that token i is the word for and
// whose second end is name to: "clashes broke out along the line between A and B".
func (r *expressionReader) isFoughtAlong(i, to int) bool {
	along := i - 1
	if along > 0 && r.Tokens[along].Fold == "the" {
		along--
	}
	return along > 0 && r.Lex.Along[r.Tokens[along].Fold] && !r.Breaks(along) && r.isContested(along, to)
}

// isContact reports whether the line at token i is a line of contact: "the front line", "the
// line of contact", خط التماس.
func (r *expressionReader) isContact(i int) bool {
	if i > 0 && (r.Tokens[i-1].Fold == "front" || r.Tokens[i-1].Fold == "contact") {
		return true
	}
	return i+2 < len(r.Tokens) && r.Tokens[i+2].Fold == "contact" || r.Tokens[i+1].Base == "تماس"
}
