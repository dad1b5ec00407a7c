package spatial

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// maxContactWords is how many words may separate a word for fighting and "between": "clashes
// broke out again on Tuesday morning between".
const maxContactWords = 8

// isContested reports whether, by the text, the sides face each other along the line whose
// "between" is token link and whose second end is name to: "clashes raged between A and B",
// "positions between A and B". Trade, talks and buses between two towns don't make a front.
func (r *expressionReader) isContested(link, to int) bool {
	if at := link - 1; at < 0 || r.Tokens[link].NewSentence {
		return r.contactFollows(r.Names[to].Last)
	}
	for at := link - 1; at >= max(0, link-maxContactWords) && !r.Breaks(at); at-- {
		if r.Lex.Contact[r.Tokens[at].Base] {
			return !r.isCarrier(at)
		}
		if !r.isAfterContact(at, link) {
			return false
		}
	}
	return false
}

// contactFollows reports whether a sentence that opens with a line continues with fighting:
// "Between A and B, clashes went on".
func (r *expressionReader) contactFollows(last int) bool {
	sentence := r.SentenceOf(r.Tokens[last].Start)
	for at := last + 1; at < len(r.Tokens) && at <= last+maxContactWords && r.Tokens[at].Start < sentence.End; at++ {
		if r.Lex.Contact[r.Tokens[at].Base] {
			return true
		}
	}
	return false
}

// isAfterContact reports whether token at may separate a word for fighting and "between": a verb
// of continuing, a time, a place. In Arabic, where adjectives follow nouns, any two words may.
func (r *expressionReader) isAfterContact(at, link int) bool {
	t := &r.Tokens[at]
	switch {
	case r.Lex.GoesOn[t.Base], r.Words[at]&(lexicon.Calendar|lexicon.Preposition|lexicon.Stop) != 0, t.Shape == token.Number:
		return true
	case t.Shape == token.Arabic:
		return link-at <= maxArabicAdjectives
	}
	return strings.HasSuffix(t.Fold, "ed") || strings.HasSuffix(t.Fold, "ing") || strings.HasSuffix(t.Fold, "ly")
}

const maxArabicAdjectives = 2

// midpoint parses "midway between A and B", "halfway from A to B", في منتصف الطريق بين; its
// first end is name i.
func (r *expressionReader) midpoint(i int) (Expression, bool) {
	at := r.linkBefore(i)
	if at < 0 {
		return Expression{}, false
	}
	first := r.middleBefore(at)
	if first < 0 {
		return Expression{}, false
	}
	items := r.ends(i)
	if len(items) != 2 || !r.areStretches(items) {
		return Expression{}, false
	}
	return Expression{First: first, Last: r.Names[items[1]].Last, Kind: Offset, Anchors: items, Tree: expr.Midpoint.Of(r.leaves(items)...)}, true
}

// maxMiddleWords is how many words may separate a word for the middle and "between": in the
// middle of the road that leads between, في منتصف الطريق الواصل بين.
const maxMiddleWords = 5

// middleBefore returns the token of a word for the middle before token link, -1 if none.
func (r *expressionReader) middleBefore(link int) int {
	for at := link - 1; at >= max(0, link-maxMiddleWords) && (!r.Breaks(at) || r.IsHyphen(at)); at-- {
		switch {
		case at > 0 && r.Lex.Middle[r.Tokens[at-1].Fold+r.Tokens[at].Fold]: // half way, mid-way
			return at - 1
		case r.Lex.Middle[r.Tokens[at].Base]:
			return at
		case !r.isOfWay(at):
			return -1
		}
	}
	return -1
}

// isOfWay reports whether token i may separate a word for the middle of a route and its ends:
// "of the road linking", المسافة.
func (r *expressionReader) isOfWay(i int) bool {
	return r.RouteAt(i) != "" || r.isRouteAdjective(i) || r.isLinkWord(i) || r.isLinkFiller(i) || r.Lex.Along[r.Tokens[i].Base] || r.Lex.Amounts[r.Tokens[i].Base] != ""
}
