package geoparse

import (
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
)

// spotted is a stretch of tokens that may be a place name.
type spotted struct {
	first, last int // tokens of the name itself
	start, end  int // bytes of the span, class words included, clitics excluded
	hits        []gazetteer.Hit
	written     string // what is compared with the gazetteer's names
	class       string // folded class word beside it: governorate, قرية; "" when none
	exact       bool   // found by its folded name, not by its sound
	cued        bool   // found in no gazetteer, only called a place by the words around it
	role        Role
	reason      string // why it has its role
}

// maxNameWords is how many words a name may have; names in the gazetteers
// that are longer are not found in running text.
const maxNameWords = 8

// spot finds all stretches of text that are names of places, longest first at
// each position, without overlaps.
func (p *parse) spot() {
	for i := 0; i < len(p.tokens); {
		s, ok := p.organisationAt(i)
		if !ok {
			s, ok = p.spotAt(i)
		}
		if ok {
			p.spots = append(p.spots, s)
			i = s.last + 1
			continue
		}
		i++
	}
}

// organisationAt finds the longest name of the lexicon's organisations that
// begins with token i.
func (p *parse) organisationAt(i int) (spotted, bool) {
	t := &p.tokens[i]
	if !t.shape.canBeName() && !p.isArticleBefore(i) {
		return spotted{}, false
	}
	if gazetteer.IsArticle(t.fold) && i+1 < len(p.tokens) && p.joins(i) {
		s, ok := p.organisationAt(i + 1)
		s.first, s.start = i, t.start
		return s, ok
	}
	last := -1
	for _, words := range p.lex.organisations[t.base] {
		if end := p.follows(i, words); end > last {
			last = end
		}
	}
	return spotted{first: i, last: last, start: t.start, end: p.tokens[max(last, i)].end, role: roleOrg}, last >= 0
}

// follows returns the last token of the words that follow token i, with or
// without articles between them; -1 when they don't.
func (p *parse) follows(i int, words []string) int {
	for _, word := range words {
		i++
		for i < len(p.tokens) && gazetteer.IsArticle(p.tokens[i].fold) && p.tokens[i].fold != word {
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
	if !t.shape.canBeName() && !p.isArticleBefore(i) {
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
	if s, ok := p.longest(i, t.fold, 0); ok && !p.isHeadOfMore(&s) {
		return s, true
	}
	if s, ok := p.spotDemonym(i); ok {
		return s, true
	}
	if s, ok := p.spotBySound(i); ok && !p.isHeadOfMore(&s) {
		return s, true
	}
	return p.unknownAt(i)
}

// isHeadOfMore reports whether what was found is only the first word that many
// names share, and more of the name follows: the Tal of Tal Areen.
func (p *parse) isHeadOfMore(s *spotted) bool {
	i := s.last + 1
	return s.first == s.last && p.words[s.first]&isNameHead != 0 && i < len(p.tokens) && p.joins(s.last) &&
		(p.tokens[i].shape == capital && p.words[i]&(isSpanClass|isOrgTail) == 0 || p.isArticleBefore(i) || gazetteer.IsArticle(p.tokens[i].fold))
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
	case "-", "‐", "‑":
		return true
	}
	return false
}

// gap is what stands between tokens i and i+1.
func (p *parse) gap(i int) string { return p.text[p.tokens[i].end:p.tokens[i+1].start] }

// joins reports whether a name can go on across the gap after token i.
func (p *parse) joins(i int) bool {
	switch p.gap(i) {
	case " ", "-", "_", "‐", "‑", "\u00a0", "-‘", " ‘", "-'", " '", "-’", " ’":
		return p.tokens[i].full == ""
	case ". ":
		return p.words[i]&isAbbreviation != 0 || len(p.tokens[i].text) == 1
	}
	return false
}

// longest walks the gazetteer's names from token i, whose first word is taken
// to be first; skip is the number of bytes of clitics before it.
func (p *parse) longest(i int, first string, skip int) (spotted, bool) {
	var best spotted
	found := false
	cursor := p.gaz.Start()
	for j := i; j < len(p.tokens) && j-i < maxNameWords; j++ {
		t := &p.tokens[j]
		if j > i && !p.joins(j-1) && !p.goesOnAfterPossessive(j-1) {
			break
		}
		word := t.fold
		if j == i {
			word = first
		}
		if gazetteer.IsArticle(word) && j+1 < len(p.tokens) && p.joins(j) && t.shape != arabic {
			continue
		}
		with := cursor
		more := cursor.Next(word)
		if more && cursor.Complete() && (t.shape != lower || j == i) {
			best = spotted{first: i, last: j, start: p.tokens[i].start + skip, end: t.end, exact: true}
			best.hits = cursor.Hits(nil)
			found = true
		}
		if t.full != "" { // on after 's only in a name that has it: Queen Anne's County
			cursor, more = with, with.Next(t.full)
			cursor = with
		}
		if !more {
			break
		}
	}
	if found {
		best.written = p.text[best.start:best.end]
		found = p.keepFitting(&best)
	}
	return best, found
}

// goesOnAfterPossessive reports whether only a blank follows the possessive of
// token i: a name can go on there only if it holds the possessive.
func (p *parse) goesOnAfterPossessive(i int) bool {
	t := &p.tokens[i]
	return t.full != "" && p.text[t.fullEnd:p.tokens[i+1].start] == " "
}

// keepFitting drops the hits whose name is written otherwise in what matters:
// abbreviations in their own letters and dots, short words in their own case,
// and articles only where the name has one. It reports whether any are left.
func (p *parse) keepFitting(s *spotted) bool {
	kept := s.hits[:0]
	for _, h := range s.hits {
		if p.fitsAsWritten(s, h.Name) {
			kept = append(kept, h)
		}
	}
	s.hits = kept
	if len(kept) > 0 {
		p.dropArticle(s)
		p.takeDot(s)
	}
	return len(kept) > 0
}

// longestAbbreviation is the most letters of a name that is compared with its
// case.
const longestAbbreviation = 4

func (p *parse) fitsAsWritten(s *spotted, name string) bool {
	if s.first != s.last || p.tokens[s.first].shape == arabic {
		return true
	}
	letters := len(gazetteer.Fold(strings.ReplaceAll(name, ".", "")))
	if letters > longestAbbreviation {
		return true
	}
	isAbbreviation := shapeOf(name) == caps || strings.HasSuffix(name, ".")
	switch {
	case !isAbbreviation:
		return letters > 3 || p.tokens[s.first].shape != caps || p.inHeadline(s.first)
	case strings.Contains(name, "."):
		return strings.HasPrefix(p.text[s.start:], name)
	case letters == 2 && !p.isAlone(name) && !strings.ContainsAny(name, "0123456789"):
		return s.written == name && p.followsComma(s.first)
	}
	return s.written == name
}

// isAlone reports whether a two-letter abbreviation is used without the town
// before it, as states' are not.
func (p *parse) isAlone(name string) bool {
	switch name {
	case "US", "UK", "EU":
		return true
	}
	return false
}

// followsComma reports whether a capitalised word and a comma stand before
// token i: "Dayton, OH".
func (p *parse) followsComma(i int) bool {
	return i > 0 && strings.HasPrefix(p.gap(i-1), ",") && p.tokens[i-1].shape.upperCase()
}

// takeDot lets the dot of an abbreviated name ("Kan.") into its span.
func (p *parse) takeDot(s *spotted) {
	for _, h := range s.hits {
		if strings.HasSuffix(h.Name, ".") && !strings.HasSuffix(s.written, ".") && strings.HasPrefix(p.text[s.end:], ".") {
			s.end++
			s.written = p.text[s.start:s.end]
			return
		}
	}
}

// dropArticle takes an article off the start of a span whose names have none,
// unless a hyphen ties it: "As Damascus fell".
func (p *parse) dropArticle(s *spotted) {
	if s.first == s.last || p.tokens[s.first].shape == arabic || !gazetteer.IsArticle(p.tokens[s.first].fold) || p.isHyphen(s.first) {
		return
	}
	for _, h := range s.hits {
		if words := gazetteer.Words(h.Name); gazetteer.IsArticle(gazetteer.FoldWord(words[0])) {
			return
		}
	}
	s.first++
	s.start = p.tokens[s.first].start
	s.written = p.text[s.start:s.end]
}

// maxSoundWords is how many words a name has at most that is found by sound.
const maxSoundWords = 4

// spotBySound finds a name whose transliteration differs from all that the
// gazetteer holds.
func (p *parse) spotBySound(i int) (spotted, bool) {
	if p.words[i]&^isNameHead != 0 && !gazetteer.IsArticle(p.tokens[i].fold) || p.tokens[i].shape == caps && len(p.tokens[i].text) <= longestAbbreviation {
		return spotted{}, false
	}
	last := i
	for last+1 < len(p.tokens) && last-i+1 < maxSoundWords && p.joins(last) && p.continuesName(last+1) {
		last++
	}
	for ; last >= i; last-- {
		if p.tokens[last].shape == lower {
			continue
		}
		s := spotted{first: i, last: last, start: p.tokens[i].start, end: p.tokens[last].end}
		s.written = p.text[s.start:s.end]
		s.hits = p.bySound(s.written)
		if len(s.hits) > 0 {
			return s, true
		}
	}
	return spotted{}, false
}

func (p *parse) continuesName(i int) bool {
	t := &p.tokens[i]
	if gazetteer.IsArticle(t.fold) {
		return true
	}
	if t.shape != capital || p.words[i] != 0 {
		return false
	}
	_, exact := p.longest(i, t.fold, 0)
	return !exact
}

// minSound is the least Quality at which a name found by sound is considered.
const minSound = 0.7

// bySound returns the places with the written name's transliteration key that
// are like it in its vowels too. Places that have names in the script of what
// is written are judged by those alone.
func (p *parse) bySound(written string) []gazetteer.Hit {
	var hits []gazetteer.Hit
	for _, h := range p.gaz.ByKey(nil, gazetteer.KeyOf(written)) {
		if q := gazetteer.Quality(written, h.Name); q < minSound || q == gazetteer.QualityScript && p.hasLatinName(h.Ref) {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

func (p *parse) hasLatinName(r gazetteer.Ref) bool {
	for _, name := range p.gaz.Names(r) {
		if shape := shapeOf(name); shape == capital || shape == caps || shape == lower {
			return true
		}
	}
	return false
}

// spotArabic finds the longest Arabic name at token i, as it stands, without
// the prefixes that are written together with it, or written without the blank
// between its words.
func (p *parse) spotArabic(i int) (spotted, bool) {
	word := p.tokens[i].text
	best, found := p.longestArabic(i, word, 0)
	for _, skip := range clitics(word) {
		s, ok := p.longestArabic(i, word, skip)
		if ok && (!found || s.last > best.last || s.last == best.last && p.prominence(&s) > p.prominence(&best)) {
			best, found = s, true // بروسيا is rather in Russia than Prussia
		}
	}
	for _, skip := range append([]int{0}, clitics(word)...) {
		if !found {
			best, found = p.spotJoined(i, skip)
		}
	}
	if found && p.isPartOfHashtag(&best) {
		return spotted{}, false
	}
	return best, found
}

// longestArabic walks the names from token i without so many bytes of it. When
// what looks like the article leads nowhere it is taken for part of the name.
func (p *parse) longestArabic(i int, word string, skip int) (spotted, bool) {
	s, ok := p.longest(i, gazetteer.FoldWord(word[skip:]), skip)
	if !ok && strings.HasPrefix(word[skip:], "ال") {
		s, ok = p.longest(i, gazetteer.FoldWhole(word[skip:]), skip)
	}
	return s, ok
}

// spotJoined finds a name of two words that is written as one at token i.
func (p *parse) spotJoined(i, skip int) (spotted, bool) {
	t := &p.tokens[i]
	written, hits := p.joined(t.text[skip:])
	return spotted{first: i, last: i, start: t.start + skip, end: t.end, exact: true, written: written, hits: hits}, len(hits) > 0
}

// joined returns the places whose name of two words is written as one, and the
// name with its blank: حفرالباطن, كفرزيتا. A word is cut before an inner article
// and behind the words that such names begin with.
func (p *parse) joined(word string) (written string, hits []gazetteer.Hit) {
	for at := range word {
		if utf8.RuneCountInString(word[:at]) < 2 {
			continue
		}
		first := gazetteer.FoldWord(word[:at])
		if !strings.HasPrefix(word[at:], "ال") && p.lex.words[first]&isNameHead == 0 {
			continue
		}
		cursor := p.gaz.Start()
		if cursor.Next(first) && cursor.Next(gazetteer.FoldWord(word[at:])) && cursor.Complete() {
			return word[:at] + " " + word[at:], cursor.Hits(nil)
		}
	}
	return "", nil
}

// isPartOfHashtag reports whether a name is only a part of a hashtag of several
// words, which tells a subject, not a place: #أمطار_الكويت.
func (p *parse) isPartOfHashtag(s *spotted) bool {
	start := p.tokens[s.first].start
	before, after := p.text[:start], p.text[s.end:]
	if strings.HasSuffix(before, "_") {
		return true
	}
	return strings.HasSuffix(before, "#") && strings.HasPrefix(after, "_")
}

// clitics returns how many bytes of an Arabic word can be prefixes: و and ف
// (and), then ب ل ك (in, to, as). What is left has at least three letters.
func clitics(word string) []int {
	var cuts []int
	skip := 0
	for _, set := range [...]string{"وف", "بلك"} {
		r, w := utf8.DecodeRuneInString(word[skip:])
		if !strings.ContainsRune(set, r) || utf8.RuneCountInString(word[skip+w:]) < 3 {
			continue
		}
		skip += w
		if r == 'ل' && strings.HasPrefix(word[skip:], "ل") {
			skip += w // للرقة: the article has lost its alif
		}
		cuts = append(cuts, skip)
	}
	return cuts
}
