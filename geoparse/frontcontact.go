package geoparse

import "strings"

// maxContactWords is how many words may stand between the word for fighting
// and "between": "clashes broke out again on Tuesday morning between".
const maxContactWords = 8

// isContested reports whether the text says that sides face each other along
// the line whose "between" is token link and whose second end is name to:
// "clashes raged between A and B", "positions between A and B". Trade, talks
// and buses between two towns make no front.
func (p *parse) isContested(link, to int) bool {
	if at := link - 1; at < 0 || p.tokens[link].newSentence {
		return p.contactFollows(p.spots[to].last)
	}
	for at := link - 1; at >= max(0, link-maxContactWords) && !p.breaks(at); at-- {
		if p.lex.contact[p.tokens[at].base] {
			return true
		}
		if !p.isAfterContact(at, link) {
			return false
		}
	}
	return false
}

// contactFollows reports whether the sentence that opens with a line goes on
// with fighting: "Between A and B, clashes went on".
func (p *parse) contactFollows(last int) bool {
	sentence := p.sentenceOf(p.tokens[last].start)
	for at := last + 1; at < len(p.tokens) && at <= last+maxContactWords && p.tokens[at].start < sentence.end; at++ {
		if p.lex.contact[p.tokens[at].base] {
			return true
		}
	}
	return false
}

// isAfterContact reports whether token at may stand between a word for fighting
// and "between": a verb that says that it went on, when, where. Of Arabic,
// where the adjective follows its noun, two words of any kind may.
func (p *parse) isAfterContact(at, link int) bool {
	t := &p.tokens[at]
	switch {
	case p.lex.goesOn[t.base], p.words[at]&(isCalendar|isPreposition|isStop) != 0, t.shape == number:
		return true
	case t.shape == arabic:
		return link-at <= maxArabicAdjectives
	}
	return strings.HasSuffix(t.fold, "ed") || strings.HasSuffix(t.fold, "ing") || strings.HasSuffix(t.fold, "ly")
}

const maxArabicAdjectives = 2

// midpoint reads "midway between A and B", "halfway from A to B", في منتصف
// الطريق بين: the point in the middle, whose first end is name i.
func (p *parse) midpoint(i int) (phrase, bool) {
	at := p.linkBefore(i)
	if at < 0 {
		return phrase{}, false
	}
	first := p.middleBefore(at)
	if first < 0 {
		return phrase{}, false
	}
	items := p.ends(i)
	if len(items) != 2 || !p.isStretch(p.taken(items[0]), p.taken(items[1])) {
		return phrase{}, false
	}
	return phrase{first: first, last: p.spots[items[1]].last, kind: Offset, anchors: items, tree: OpMidpoint.of(p.leaves(items)...)}, true
}

// maxMiddleWords is how many words may stand between a word for the middle and
// "between": في منتصف الطريق الواصل بين.
const maxMiddleWords = 3

// middleBefore returns the token of a word for the middle before token link,
// -1 for none.
func (p *parse) middleBefore(link int) int {
	for at := link - 1; at >= max(0, link-maxMiddleWords) && (!p.breaks(at) || p.isHyphen(at)); at-- {
		if !p.lex.middle[p.tokens[at].base] {
			continue
		}
		if at > 0 && p.lex.middle[p.tokens[at-1].base] { // half way, mid way
			at--
		}
		return at
	}
	return -1
}
