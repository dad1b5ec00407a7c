package geoparse

import (
	"strings"
	"unicode"

	"dateline/gazetteer"
)

// spotted is a stretch of tokens that may be a place name.
type spotted struct {
	first, last int // tokens of the name itself
	start, end  int // bytes of the span, class words included, clitics excluded
	hits        []gazetteer.Hit
	written     string // what is compared with the gazetteer's names
	class       string // folded class word beside it: governorate, قرية; "" when none
	shared      bool   // its class word stands behind a later name of its list
	exact       bool   // found by its folded name, not by its sound
	cued        bool   // found in no gazetteer, only called a place by the words around it
	holder      bool   // the words before it speak of what lies in it: the villages in Idlib
	inCuedList  bool   // an item of a list whose items are called places
	role        Role
	reason      string // why it has its role
}

// maxNameWords is how many words a name may have; names in the gazetteers
// that are longer are not found in running text.
const maxNameWords = 8

// maxNameBytes is how long a name may be, the most characters that GeoNames
// keeps of one.
const maxNameBytes = 400

// spot finds all stretches of text that are names of places, longest first at
// each position, without overlaps.
func (p *parse) spot() {
	for i := 0; i < len(p.tokens); {
		if len(p.tokens[i].text) > maxNameBytes {
			i++
			continue
		}
		s, ok := p.organisationAt(i)
		if ok = ok && p.uses(Organisations); !ok {
			s, ok = p.spotAt(i)
		}
		if ok {
			s.inCuedList = p.isInCuedList(&s)
			p.spots = append(p.spots, s)
			i = s.last + 1
			continue
		}
		i++
	}
}

// organisationAt finds the longest name of the lexicon's organisations that
// begins with token i, or with an article there.
func (p *parse) organisationAt(i int) (spotted, bool) {
	head := i
	if p.canBeginName(i) && gazetteer.IsArticle(p.tokens[i].fold) && i+1 < len(p.tokens) && p.joins(i) {
		head++
	}
	if !p.canBeginName(head) {
		return spotted{}, false
	}
	last := -1
	for _, words := range p.lex.organisations[p.tokens[head].base] {
		if end := p.follows(head, words); end > last {
			last = end
		}
	}
	return spotted{first: i, last: last, start: p.tokens[i].start, end: p.tokens[max(last, i)].end, role: roleOrg}, last >= 0
}

// canBeginName reports whether token i is written like the first word of a name.
func (p *parse) canBeginName(i int) bool {
	return p.tokens[i].shape.canBeName() || p.isArticleBefore(i)
}

// follows returns the last token of the words that follow token i, each with or
// without an article; -1 when they don't.
func (p *parse) follows(i int, words []string) int {
	for _, word := range words {
		i++
		if i < len(p.tokens) && gazetteer.IsArticle(p.tokens[i].fold) && p.tokens[i].fold != word {
			i++
		}
		if i >= len(p.tokens) || p.tokens[i].fold != word && p.tokens[i].base != word || p.breaksName(i-1) {
			return -1
		}
	}
	return i
}

// breaksName reports whether more than a blank or a hyphen stands after token i.
func (p *parse) breaksName(i int) bool {
	g := p.gap(i)
	return g != " " && !p.isHyphen(i) && g != "\u00a0"
}

// spotAt finds the longest name that begins with token i.
func (p *parse) spotAt(i int) (spotted, bool) {
	t := &p.tokens[i]
	if !p.canBeginName(i) {
		return spotted{}, false
	}
	if t.shape == arabic {
		if s, ok := p.spotArabic(i); ok {
			return s, true
		}
		if s, ok := p.spotDemonym(i); ok {
			return s, true
		}
		return p.unknownAt(i)
	}
	if p.isBehindHead(i) {
		return spotted{}, false
	}
	s, ok := p.longest(i, t.fold, 0)
	if whole, found := p.spotWhole(i, &s, ok); found {
		return whole, true
	}
	if !ok || p.goesOnInCapitals(s.last) {
		if longer, found := p.spotWithClass(i); found && (!ok || longer.last > s.last) {
			return longer, true
		}
	}
	if ok && !p.isHeadOfMore(&s) {
		return s, true
	}
	if s, ok := p.spotDemonym(i); ok {
		return s, true
	}
	if s, ok := p.spotCamel(i); ok {
		return s, true
	}
	if s, ok := p.spotRespelled(i); ok && p.uses(BySound) {
		return s, true
	}
	if s, ok := p.spotBySound(i); ok && p.uses(BySound) && !p.isHeadOfMore(&s) {
		return s, true
	}
	return p.unknownAt(i)
}

// isHeadOfMore reports whether what was found is only the first word that many
// names share, and more of the name follows: the Tal of Tal Areen, the Braij
// of Braij al-Rih.
func (p *parse) isHeadOfMore(s *spotted) bool {
	i := s.last + 1
	if i >= len(p.tokens) || !p.joins(s.last) {
		return false
	}
	if p.words[i]&isSide != 0 && p.tokens[i].shape == capital && p.gap(s.last) == " " {
		return true // one of twin villages, which only its own name holds
	}
	if s.first != s.last {
		return false
	}
	if p.words[s.first]&(isNameHead|isOpenHead) == 0 {
		if p.gap(s.last) != " " || p.prominence(s) >= commonNeeds {
			return false
		}
		return p.isLooseArticle(i) || p.isArticleBefore(i) && !(s.exact && p.prominence(s) >= knownEnough && p.beginsName(i))
	}
	return p.tokens[i].shape == capital && p.words[i]&(isSpanClass|isOrgTail) == 0 || p.isArticleBefore(i) || gazetteer.IsArticle(p.tokens[i].fold)
}

// isBehindHead reports whether the first word of many names stands before token
// i and was found with nothing: the Jibab of an unknown Om Jibab is not Jibab.
func (p *parse) isBehindHead(i int) bool {
	j := i - 1
	if j > 0 && gazetteer.IsArticle(p.tokens[j].fold) && p.joins(j) {
		if j--; p.isStemOfCompound(j) {
			return true
		}
	}
	return j >= 0 && p.joins(j) && p.words[j]&(isOpenHead|isNameHead) != 0 && p.tokens[j].shape == capital && !p.isSpotted(j)
}

// isStemOfCompound reports whether token j is a capitalised word that an article
// ties to the next, as in the names of people and of villages, and that was found
// with nothing: the Qabr of "Qabr al Sitt".
func (p *parse) isStemOfCompound(j int) bool {
	const apart = isClass | isSpanClass | isDirection | isPreposition | isStop | isCalendar | isOrgTail
	return (p.joins(j) || p.endsInAyn(j)) && p.tokens[j].shape == capital && !p.tokens[j].newSentence && p.words[j]&apart == 0 && !p.isSpotted(j) && !p.isDemonymToken(j)
}

// isSpotted reports whether token i belongs to the last name found.
func (p *parse) isSpotted(i int) bool {
	return len(p.spots) > 0 && i <= p.spots[len(p.spots)-1].last
}

// goesOnInCapitals reports whether a capitalised word follows token i as part of
// the same name.
func (p *parse) goesOnInCapitals(i int) bool {
	return i+1 < len(p.tokens) && p.tokens[i+1].shape == capital && p.joins(i)
}

// beginsName reports whether a name of the gazetteer begins at token i.
func (p *parse) beginsName(i int) bool {
	_, ok := p.longest(i, p.tokens[i].fold, 0)
	return ok
}

// spotDemonym takes token i for a demonym that is no name of a place too.
func (p *parse) spotDemonym(i int) (spotted, bool) {
	country, ok := p.demonym(i)
	if !ok {
		return spotted{}, false
	}
	t := &p.tokens[i]
	return spotted{
		first: i, last: i, start: t.start, end: t.end, written: t.text, exact: true,
		hits: []gazetteer.Hit{{Ref: country, Name: p.gaz.Place(country).Name}},
	}, true
}

// isArticleBefore reports whether token i is a small-letter article that is
// tied to a name: the al- of al-Sukhna.
func (p *parse) isArticleBefore(i int) bool {
	return gazetteer.IsArticle(p.tokens[i].fold) && i+1 < len(p.tokens) &&
		p.tokens[i+1].shape.upperCase() && p.isHyphen(i) && (i == 0 || !p.isHyphen(i-1))
}

// isHyphen reports whether only a hyphen stands between tokens i and i+1.
func (p *parse) isHyphen(i int) bool {
	switch p.gap(i) {
	case "-", "‐", "‑", "-‘", "-'", "-’", "-`":
		return true
	}
	return false
}

// maxGapBytes is how much may stand between two words that have to do with each
// other.
const maxGapBytes = 128

// gap is what stands between tokens i and i+1, without what has no width, with one
// sign for each run of white space, and a hyphen for an en dash between letters; a
// paragraph break when it is more than maxGapBytes.
func (p *parse) gap(i int) string {
	p.step(1)
	gap := p.text[p.tokens[i].end:p.tokens[i+1].start]
	switch {
	case len(gap) > maxGapBytes:
		return "\n\n"
	case gap == "–":
		return "-"
	case len(gap) > 1 || gap == "\t":
		return singleSpaced(visible(gap))
	}
	return gap
}

// singleSpaced puts one sign in the place of each run of white space of more than
// one: a blank, a line break, or two of these for a paragraph break.
func singleSpaced(gap string) string {
	if strings.IndexFunc(gap, unicode.IsSpace) < 0 || gap == " " || gap == "\n" || len(gap) == 2 && gap[0] != gap[1] && gap[0] > ' ' && gap[1] == ' ' {
		return gap
	}
	var b strings.Builder
	for gap != "" {
		n := strings.IndexFunc(gap, func(r rune) bool { return !unicode.IsSpace(r) })
		if n < 0 {
			n = len(gap)
		}
		run := strings.ReplaceAll(gap[:n], "\r\n", "\n")
		switch breaks := strings.Count(run, "\n") + strings.Count(run, "\r"); {
		case run == "" || run == "\u00a0":
			b.WriteString(run)
		case breaks == 0:
			b.WriteByte(' ')
		default:
			b.WriteString("\n\n"[:min(breaks, 2)])
		}
		gap = gap[n:]
		if n = strings.IndexFunc(gap, unicode.IsSpace); n < 0 {
			n = len(gap)
		}
		b.WriteString(gap[:n])
		gap = gap[n:]
	}
	return b.String()
}

// visible drops soft hyphens and what has no width from a text.
func visible(text string) string {
	if strings.IndexFunc(text, gazetteer.IsInvisible) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if gazetteer.IsInvisible(r) {
			return -1
		}
		return r
	}, text)
}
