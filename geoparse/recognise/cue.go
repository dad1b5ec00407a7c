package recognise

import (
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// cue sets the class word of each name ("the village of Sajou", "Idlib Governorate", "بلدة
// مورك"), extends spans by capitalised ones after a name, and applies the class of "the towns of
// A, B and C" to the whole list.
func (r *Recogniser) cue() {
	kept := r.Names[:0]
	r.classOf = -1
	for _, s := range r.Names {
		if n := len(kept); n > 0 && s.First <= kept[n-1].Last {
			continue // its words belong to the name before
		}
		s.Class = r.classBefore(s.First)
		if r.isDividedCity(&s) {
			s.Class = ""
		}
		ofRegion := r.followsRegion(kept, s.First)
		r.classOf = -1
		if r.IsDemonymToken(s.Last) {
			kept = append(kept, s)
			continue
		}
		if after, ok := r.classAfter(&s); ok {
			s.Class = after
		}
		if s.Class == "" {
			s.Class = r.apposition(s.Last + 1)
		}
		if n := len(kept); s.Class == "" && n > 0 && token.IsListGap(r.Source[kept[n-1].End:s.Start]) {
			s.Class = r.Lex.ListClass(kept[n-1].Class)
		}
		s.Holder = s.Class == "" && (ofRegion || r.isHolder(&s))
		r.takeStreet(&s)
		kept = append(kept, s)
	}
	r.Names = kept
	r.shareClasses()
	r.takeSites()
	for i := range r.Names {
		r.takeAyn(&r.Names[i])
	}
}

// precedesRuler reports whether the word after token i names the ruler of the division of that
// name: the Kherson governor, Kherson's governor.
func (r *Recogniser) precedesRuler(i int) bool {
	return i+1 < len(r.Tokens) && r.Lex.Rulers[r.Tokens[i+1].Fold] && (r.Gap(i) == " " || r.goesOnAfterPossessive(i))
}

// followsRuler reports whether a name follows a word for the ruler of the division of that name:
// the governor of Hama, محافظ حماة.
func (r *Recogniser) followsRuler(s *toponym.Toponym) bool {
	i := s.First - 1
	if !r.FollowsBlank(s.First) || r.HasPrefix(s) {
		return false
	}
	if r.Tokens[i].Fold == "of" && r.FollowsBlank(i) {
		i--
	} else if r.Tokens[s.First].Shape != token.Arabic || token.HasArticle(&r.Tokens[i]) {
		return false
	}
	return r.Lex.Rulers[r.Tokens[i].Base]
}

// maxHeld is how many adjectives may separate the noun for parts of a division from the
// preposition: المناطق المحررة في.
const maxHeld = 2

// isHolder reports whether the word after a name is for its ruler, or the words before it are about
// several towns or areas in it, so that it is a division rather than its seat: "the Idlib
// governor", "the governor of Idlib", "towns in Idlib", "liberated areas across Hama", القرى
// المحررة في إدلب.
func (r *Recogniser) isHolder(s *toponym.Toponym) bool {
	if r.precedesRuler(s.Last) || r.followsRuler(s) {
		return true
	}
	i := s.First - 1
	if i < 1 || r.Breaks(i) || r.HasPrefix(s) || !r.Lex.Holding[r.Tokens[i].Base] {
		return false
	}
	i--
	for n := 0; n < maxHeld && i > 0 && !r.Breaks(i) && !r.Lex.Held[r.Tokens[i].Base] && token.HasArticle(&r.Tokens[i]); n++ {
		i--
	}
	return !r.Breaks(i) && r.Lex.Held[r.Tokens[i].Base]
}

// shareClasses applies the class of "the A, B and C provinces" to the whole list.
func (r *Recogniser) shareClasses() {
	for i := len(r.Names) - 2; i >= 0; i-- {
		s, next := &r.Names[i], &r.Names[i+1]
		after := next.Last + 1
		isAfter := after < len(r.Tokens) && r.Tokens[after].Shape != token.Arabic && r.Tokens[after].Base == next.Class
		if s.Class == "" && next.Class != "" && (isAfter || next.Shared) && token.IsListGap(r.Between(i)) && !r.IsDemonymToken(s.Last) {
			s.Class, s.Shared = r.Lex.ListClass(next.Class), true
		}
	}
}

// takeAyn extends the span by the mark of an ʿayn before the name (‘Arak), unless it opens a
// quotation.
func (r *Recogniser) takeAyn(s *toponym.Toponym) {
	const marks = "‘ʿʻ`"
	before := strings.TrimRight(r.Source[:s.Start], marks)
	mark := r.Source[len(before):s.Start]
	if utf8.RuneCountInString(mark) == 1 && !r.closesQuotation(s.End) {
		s.Start -= len(mark)
	}
}

// closesQuotation reports whether a closing quotation mark follows byte at on its line. Calls in
// text order read each byte once.
func (r *Recogniser) closesQuotation(at int) bool {
	if r.closing < at {
		r.closing = len(r.Source)
		if next := strings.IndexAny(r.Source[at:], "’'\n"); next >= 0 {
			r.closing = at + next
		}
		r.Step((r.closing - at) / token.BytesPerStep)
	}
	return r.closing < len(r.Source) && r.Source[r.closing] != '\n'
}

// classBefore returns the class word before the name at token first: "village of X", "the cities
// of X", "قرية X".
func (r *Recogniser) classBefore(first int) string {
	i := first - 1
	if i < 0 || r.Breaks(i) {
		return ""
	}
	if r.Tokens[first].Shape == token.Arabic {
		if r.Words[i]&lexicon.Class != 0 {
			return r.Tokens[i].Base
		}
		return ""
	}
	if r.Tokens[i].Fold == "the" {
		i--
	}
	if i < 1 || r.Tokens[i].Fold != "of" || r.Breaks(i-1) || r.Words[i-1]&lexicon.Class == 0 || r.isTaken(i-1) {
		return ""
	}
	return r.Tokens[i-1].Base
}

// maxModifiers is how many modifiers may separate a name and its class word.
const maxModifiers = 3

// classAfter returns the class word after the name, as in "Hama province". If capitalised, and
// usual in names, it extends the span, with the words between: "Hayyan Gas Fields".
func (r *Recogniser) classAfter(s *toponym.Toponym) (string, bool) {
	i := s.Last + 1
	for i < len(r.Tokens) && i <= s.Last+maxModifiers && r.BlankBefore(i) && r.Words[i]&lexicon.Modifier != 0 && r.Tokens[i].Shape == token.Capital {
		i++
	}
	if i >= len(r.Tokens) || !r.BlankBefore(i) || r.Tokens[i].Shape == token.Arabic || r.Words[i]&lexicon.Class == 0 {
		return "", false
	}
	joins := r.Words[i]&lexicon.SpanClass != 0 && r.Tokens[i].Shape == token.Capital && !r.InHeadline(i) && r.ownsClass(s, r.Tokens[i].Fold)
	if i > s.Last+1 && !joins {
		return "", false
	}
	if joins {
		s.Last, s.End = i, r.Tokens[i].End
		r.keepClass(s, r.Tokens[i].Fold)
	}
	r.classOf = i
	return r.Tokens[i].Fold, true
}

// keepClass drops candidates whose kind contradicts the class word in the name: Al-Quds Hospital
// is not Jerusalem.
func (r *Recogniser) keepClass(s *toponym.Toponym, class string) {
	var kept []gazetteer.Hit
	for _, h := range s.Hits {
		if r.Lex.Fits(class, r.Gaz.Kind(h.Ref)) {
			kept = append(kept, h)
		}
	}
	s.Hits = kept
	s.Cued = s.Cued || len(kept) == 0 && (s.Exact || r.Lex.Words[class]&lexicon.Definite != 0)
}

// isTaken reports whether the class word at token i belongs to the name before it: "region" in
// "Puno region of Peru".
func (r *Recogniser) isTaken(i int) bool { return r.classOf == i }

// ownsClass reports whether a capitalised class word is part of the place's name. If a country's
// divisions are governorates, "Province" is the author's word and not part of the name.
func (r *Recogniser) ownsClass(s *toponym.Toponym, class string) bool {
	if class != "province" {
		return true
	}
	for _, h := range s.Hits {
		place := r.Gaz.Place(h.Ref)
		if place.Kind == gazetteer.FirstDivision && r.isGovernorate(h.Ref) {
			return false
		}
	}
	return true
}

func (r *Recogniser) isGovernorate(ref gazetteer.Ref) bool {
	for _, name := range r.Gaz.Names(ref) {
		if strings.HasSuffix(name, "Governorate") || strings.HasPrefix(name, "محافظة") {
			return true
		}
	}
	return false
}

// takeStreet extends the span by a Street, Square or Bridge called after a place, and removes
// the candidates: it may be in any town.
func (r *Recogniser) takeStreet(s *toponym.Toponym) {
	i := s.Last + 1
	if !r.FollowsBlank(i) || r.Words[i]&lexicon.Street == 0 || r.Tokens[i].Shape != token.Capital || s.Role == toponym.RoleOrganisation ||
		r.InHeadline(i) || r.isInPair(s) || r.IsSite(s) || r.Words[s.Last]&lexicon.Class != 0 {
		return
	}
	s.Last, s.End = i, r.Tokens[i].End
	s.Hits, s.Cued = nil, true
}

// isInPair reports whether a hyphen joins a name to the one before: the Hama-Aleppo Road leads
// to it.
func (r *Recogniser) isInPair(s *toponym.Toponym) bool { return s.First > 0 && r.IsHyphen(s.First-1) }
