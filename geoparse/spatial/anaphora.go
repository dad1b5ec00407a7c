package spatial

import (
	"sort"
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// backPhrases appends areas around a place mentioned before: "south of the town", "the
// province's north", جنوب المدينة. The antecedent must be unambiguous.
func (r *expressionReader) backPhrases(phrases []Expression) []Expression {
	for i := range r.Tokens {
		if !r.isBackWord(i) {
			continue
		}
		spot := r.antecedent(i, -1)
		f, ok := r.backPhrase(i, spot)
		if ok && r.nameBefore(f.First) == spot { // "Handarat, north of the city": of another one
			f, ok = r.backPhrase(i, r.antecedent(i, spot))
		}
		if ok {
			phrases = append(phrases, f)
		}
	}
	return phrases
}

// backPhrase returns the area around name spot, to which the word for a place at token i refers.
func (r *expressionReader) backPhrase(i, spot int) (f Expression, ok bool) {
	if spot < 0 {
		return f, false
	}
	h := head{i, i, spot}
	if r.Tokens[i].Shape != token.Arabic {
		h.first = i - 1 // the article
	}
	f, ok = r.areaAround(h)
	return f, ok && (f.First < h.first || f.Last > h.last) && f.Kind != Contact && f.Kind != Pocket
}

// isBackWord reports whether token i refers to a town or division mentioned before: "the town",
// المدينة.
func (r *expressionReader) isBackWord(i int) bool {
	if r.Words[i]&lexicon.Class == 0 || r.isNameAt(i) {
		return false
	}
	next := i + 1
	if next < len(r.Tokens) && !r.Breaks(i) && (r.NameOf[next] >= 0 || r.Tokens[next].Fold == "of" || r.Words[next]&lexicon.Class != 0) {
		return false // "the town of", مدينة حلب
	}
	switch t := &r.Tokens[i]; {
	case !r.Lex.Anaphors[t.Base]:
		return false
	case t.Shape == token.Arabic:
		return strings.HasPrefix(t.Text, "ال")
	}
	return i > 0 && r.Tokens[i-1].Fold == "the"
}

// antecedent returns the name to which a word for a place at token i refers: the only one of its
// kind before it in its sentence or, if there is none but name except, in the previous sentence;
// -1 if none or several are possible. An except of -1 excludes none.
func (r *expressionReader) antecedent(i, except int) int {
	sentence := r.SentenceOf(r.Tokens[i].Start)
	for range 2 {
		if sentence.End == 0 {
			return -1
		}
		switch found := r.fitting(r.Tokens[i].Base, sentence, r.Tokens[i].Start); {
		case found.places > 1:
			return -1
		case found.places == 1 && (except < 0 || r.taken(found.last).ID != r.taken(except).ID):
			return found.last
		}
		sentence = r.sentenceBefore(sentence)
	}
	return -1
}

// fitting has the names of a sentence whose places fit a class word, in the part searched so
// far.
type fitting struct {
	last   int // the last such name; -1 if none
	places int // how many times the place changed from one such name to the next, plus one
	next   int // the name at which to continue
}

// fitting returns the names in a sentence before a byte whose places fit a class word. Calls in
// text order look at each name once per class.
func (r *expressionReader) fitting(class string, in token.Range, before int) fitting {
	key := classIn{class, in.Start}
	f, known := r.fittings[key]
	if !known {
		f = fitting{last: -1, next: r.nameFrom(in.Start)}
	}
	for ; f.next < len(r.Names) && r.Names[f.next].Start < min(in.End, before); f.next++ {
		if !r.fitsClass(f.next, class) {
			continue
		}
		if f.last < 0 || r.taken(f.last).ID != r.taken(f.next).ID {
			f.places++
		}
		f.last = f.next
	}
	r.fittings[key] = f
	return f
}

// classIn is a class word, and the first byte of the sentence in which it is searched.
type classIn struct {
	class string
	start int
}

// fitsClass reports whether the place of name i fits a class word.
func (r *expressionReader) fitsClass(i int, class string) bool {
	return r.anchors(i) && r.Names[i].Role == toponym.RolePlace && r.Lex.Fits(class, r.taken(i).Kind) && r.taken(i).Kind != "P.PPLX"
}

// sentenceBefore returns the sentence before another, an empty one before the first.
func (r *expressionReader) sentenceBefore(s token.Range) token.Range {
	i := sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].Start >= s.Start })
	if i == 0 {
		return token.Range{}
	}
	return r.Sentences[i-1]
}
