package resolve

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// relation is how the text relates a place to its container or neighbour.
type relation uint8

const (
	unrelated relation = iota
	listedIn           // A in "A, B and C in R" or "A in R and S", which need not lie in R
	followed           // "X, R": in R if a candidate lies there
	lyingBy            // "near R", "west of R"
	lyingIn            // "X in R", "a village in R", "R's X", "بريف R"
)

// relationOf parses the words between a name and the next as the location of the first, in
// English or Arabic; unrelated if they are none.
func (res *Resolution) relationOf(from, to int) relation {
	if between := res.Source[res.Tokens[from-1].End:res.Tokens[to].Start]; len(between) > toponym.MaxNameBytes || strings.ContainsAny(between, ".;:!?\n()؛؟") {
		return unrelated
	}
	if res.Tokens[from].Shape == token.Arabic {
		return res.arabicRelation(from, to)
	}
	if res.isShoreOf(from, to) {
		return lyingBy
	}
	r := unrelated
	for j := from; j < to; j++ {
		comma := strings.HasPrefix(res.Gap(j-1), ",")
		switch next := res.relationWord(j, from); {
		case comma && r != unrelated:
			return unrelated
		case r == lyingBy && res.Tokens[j].Fold == "of": // north of the city of
		case next != unrelated:
			if r != unrelated && r != next && res.Tokens[j].Fold != "of" {
				return unrelated
			}
			r = next
		case res.isQualifier(j, from, r):
		default:
			return unrelated
		}
	}
	return r
}

// isShoreOf reports whether tokens locate something on the shore or edge of what follows: "on
// the northern shore of".
func (res *Resolution) isShoreOf(from, to int) bool {
	if to-from < 2 || res.Tokens[to-1].Fold == "the" {
		to-- // the Euphrates
	}
	if to-from < 2 || res.Tokens[to-1].Fold != "of" || !res.Lex.Shores[res.Tokens[to-2].Fold] {
		return false
	}
	for j := from; j < to-2; j++ {
		if res.Words[j]&(lexicon.Preposition|lexicon.Direction) == 0 && res.Tokens[j].Fold != "the" {
			return false
		}
	}
	return true
}

// relationWord returns the relation of a preposition of place; unrelated for other words.
func (res *Resolution) relationWord(j, from int) relation {
	switch word := res.Tokens[j].Fold; {
	case res.Lex.Inside[word]:
		return lyingIn
	case res.Lex.Beside[word]:
		return lyingBy
	case word == "of":
		if j > from && res.Words[j-1]&lexicon.Direction != 0 && res.Words[j-1]&lexicon.Preposition != 0 {
			return lyingBy // west of
		}
		if res.Words[j-1]&lexicon.Settlement != 0 {
			return lyingIn // a suburb of
		}
	case word == "from":
		if j-1 > from && res.Tokens[j-1].Fold == "far" && res.Tokens[j-2].Fold == "not" {
			return lyingBy
		}
	case word == "to":
		if res.Tokens[j-1].Fold == "close" || res.Tokens[j-1].Fold == "next" {
			return lyingBy
		}
	}
	return unrelated
}

// isQualifier reports whether token j only gives the kind of place, after a name at from-1.
func (res *Resolution) isQualifier(j, from int, r relation) bool {
	t := &res.Tokens[j]
	switch {
	case res.IsEnglishArticle(j):
		return j > from || strings.HasPrefix(res.Gap(j-1), ",")
	case t.Fold == "of":
		return r != unrelated || res.Words[j-1]&lexicon.Class != 0 && j-1 > from
	case t.Fold == "close", t.Fold == "next", t.Fold == "far" && j > from, t.Fold == "not" && j+1 < len(res.Tokens) && res.Tokens[j+1].Fold == "far":
		return r == unrelated
	case r != unrelated && res.IsDemonymToken(j):
		return true
	case t.Shape != token.Lower:
		return false
	case j+1 < len(res.Tokens) && res.Words[j+1]&lexicon.Settlement != 0 && res.IsEnglishArticle(j-1):
		return true // a small village
	}
	return res.Words[j]&(lexicon.Class|lexicon.Direction|lexicon.Modifier) != 0 || res.Lex.Regions[t.Fold] != "" ||
		j == from && (res.IsCode(from-1) && res.Words[j]&lexicon.Preposition == 0 || res.Words[j]&(lexicon.NamedThing|lexicon.Street) != 0) // Hurriya square in
}

// joins reports whether an Arabic direction has the proclitic "and": وشمال.
func (res *Resolution) joins(t *token.Token) bool {
	return strings.HasPrefix(t.Text, "و") && t.Base != t.Fold && t.Bearing != ""
}

// arabicRelation is relationOf for Arabic: "X بريف R", "X في محافظة R", "X غرب R".
func (res *Resolution) arabicRelation(from, to int) relation {
	r := unrelated
	for j := from; j < to; j++ {
		t := &res.Tokens[j]
		switch isClassWord := res.Words[j]&lexicon.Class != 0 || t.Region != ""; {
		case t.Base == "في" || isClassWord && strings.HasPrefix(t.Text, "ب") && t.Base != t.Fold:
			r = lyingIn
		case res.joins(t): // قرية العليا وشمال الرفيعة
			return unrelated
		case r == unrelated && t.Bearing != "", t.Base == "قرب":
			r = lyingBy
		case r == unrelated && (t.Fold == "وهي" || t.Fold == "وهو" || res.Words[j]&lexicon.Settlement != 0 && j > from): // وهي قرية
		case r != unrelated && (isClassWord || t.Bearing != "" || res.IsDemonymToken(j)):
		default:
			return unrelated
		}
	}
	return r
}
