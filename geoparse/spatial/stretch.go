package spatial

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// linkBefore returns the word that makes name i an end of a line, -1 if there is none.
func (r *expressionReader) linkBefore(i int) int {
	at := r.Names[i].First - 1
	for steps := 0; at > 0 && !r.isLinkWord(at) && r.isLinkFiller(at) && !r.Breaks(at) && steps < 3; steps++ {
		at--
	}
	if at < 0 || r.Breaks(at) || !r.isLinkWord(at) {
		return -1
	}
	return at
}

// maxLinkWords is how many words may separate "road" and "between": "the road that runs
// between".
const maxLinkWords = 6

func (r *expressionReader) isLinkWord(i int) bool {
	return r.Tokens[i].Use&lexicon.EndLink != 0
}

// isLinkFiller reports whether token i may separate a link and the name: "the towns of",
// العاصمة.
func (r *expressionReader) isLinkFiller(i int) bool {
	return r.isFiller(i) || r.Tokens[i].Use&lexicon.CapitalWord != 0
}

// ends returns name i and the other ends of a line: "A and B", "A with B", "A to B", "A and each
// of B and C". A comma after the last of them begins another clause: "A and B, and Ankara said".
func (r *expressionReader) ends(i int) []int {
	items := []int{i}
	for joined := false; len(items) < maxAnchors && i+1 < len(r.Names) && r.anchors(i+1) && r.Names[i+1].First-r.Names[i].Last <= maxEndWords+1 && r.linksEnds(i); i++ {
		comma := strings.ContainsAny(r.Between(i), ",،")
		if joined && comma {
			break
		}
		joined = !comma
		items = append(items, i+1)
	}
	return items
}

// maxEndWords is how many words may separate two ends.
const maxEndWords = 5

func (r *expressionReader) linksEnds(i int) bool {
	from, to := r.Names[i].Last+1, r.Names[i+1].First
	if token.IsListGap(r.Between(i)) {
		return true
	}
	if from == to {
		return r.hasAnd(to) || isDash(r.Between(i)) && r.Tokens[to].Shape == token.Arabic
	}
	if r.Breaks(from - 1) {
		return false
	}
	for k := from; k < to; k++ {
		if k > from && r.Breaks(k-1) || r.Tokens[k].Fold == "in" {
			return false
		}
		if r.Lex.EndJoins[r.Tokens[k].Fold] {
			return true
		}
	}
	return r.hasAnd(from)
}

// stretch parses "between A and B" without a road but with fighting or a line, and "the area
// between A and B".
func (r *expressionReader) stretch(i int) (Expression, bool) {
	at := r.linkBefore(i)
	if at < 0 || r.Tokens[at].Base != "between" && r.Tokens[at].Base != "بين" {
		return Expression{}, false
	}
	items := r.ends(i)
	if len(items) != 2 || !r.areStretches(items) {
		return Expression{}, false
	}
	f := Expression{First: at, Last: r.Names[items[1]].Last, Kind: Contact, Anchors: items, Tree: expr.Line.Of(r.leaves(items)...)}
	for back := at - 1; back >= max(0, at-2) && !r.Breaks(back); back-- {
		if noun := r.RegionAt(back); noun == "zone" || noun == "part" || noun == "countryside" || noun == "pocket" || r.Words[back]&lexicon.Class != 0 && r.Words[back]&lexicon.Settlement == 0 {
			f.First, f.Kind, f.Tree.Op = back, Countryside, expr.Between
			return f, true
		}
	}
	return f, r.isContested(at, items[1])
}

// areStretches reports whether each place of a line is near enough to the next for sides to face
// each other between them.
func (r *expressionReader) areStretches(items []int) bool {
	for n := 1; n < len(items); n++ {
		if !r.isStretch(r.taken(items[n-1]), r.taken(items[n])) {
			return false
		}
	}
	return true
}

// maxStretchKm is the maximum distance of two places for the land between them to be an area:
// not "between Ankara and Moscow".
const maxStretchKm = 150
