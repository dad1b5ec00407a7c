package geoparse

import (
	"slices"
	"strings"
)

// relation is how the text ties a place to what it says the place lies in or
// by.
type relation uint8

const (
	unrelated relation = iota
	listedIn           // the A of "A, B and C in R" or of "A in R and S", which may lie elsewhere
	followed           // "X, R": in R where a place so called lies there
	lyingBy            // "near R", "west of R"
	lyingIn            // "X in R", "a village in R", "R's X", "بريف R"
)

// containment is what the text says about where one name's place is.
type containment struct {
	relation relation
	names    []int // the spotted names of the containers, which all must hold it
	called   bool  // the words around the name call it a place: "X, a village in R"
	apart    bool  // a comma parts them: "X, in R"
}

// maxContainerWords is how many words may stand between a place and what it
// lies in.
const maxContainerWords = 9

// maxOwners is how many names in the possessive are read one after another.
const maxOwners = 3

// readContainers reads for every name what the text says about where it is: in
// the words after it, else in those before it, else after the list that it
// stands in.
func (p *parse) readContainers() {
	p.containers = make([]containment, len(p.spots))
	if !p.uses(Containment) {
		return
	}
	for i := len(p.spots) - 1; i >= 0; i-- {
		if !p.isPlaceRole(i) {
			continue
		}
		p.containers[i] = p.containerAfter(i)
		if p.containers[i].relation == unrelated {
			p.containers[i] = p.containerBefore(i)
		}
		if p.containers[i].relation == unrelated && i+1 < len(p.spots) && isListGap(p.between(i)) && p.containers[i+1].relation > followed {
			p.containers[i] = containment{relation: listedIn, names: p.containers[i+1].names}
		}
	}
}

func (p *parse) isPlaceRole(i int) bool {
	role := p.spots[i].role
	return role == RolePlace || role == RoleMetonym
}

// containerAfter reads what follows name i up to the next name: "X in R",
// "X, a village in northern R", "X, near R", "قرية X بريف R", "X, R".
func (p *parse) containerAfter(i int) containment {
	if i+1 == len(p.spots) || p.isRoadOf(i) {
		return containment{}
	}
	k := i + 1
	for k < len(p.spots) && k-i <= maxContainerWords && p.spots[k].first-p.spots[i].last <= maxContainerWords && (p.spots[k].role == roleNone || p.spots[k].role == RoleDemonym && p.tokens[p.spots[k].first].shape == arabic) {
		k++ // في العاصمة العراقية بغداد
	}
	if k >= len(p.spots) || !p.isPlaceRole(k) || p.spots[k].first <= p.spots[i].last || p.spots[k].start < p.spots[i].end || p.spots[k].first-p.spots[i].last > maxContainerWords {
		return p.containerAdjective(i)
	}
	var r relation
	from, to := p.spots[i].last+1, p.spots[k].first
	switch gap := p.text[p.spots[i].end:p.spots[k].start]; {
	case p.isPrefixed(k, 'و'):
	case from < to:
		r = p.relationOf(from, to)
	case gap == ", " || gap == "، ":
		r = followed
	case p.isPrefixed(k, 'ب') && gap == " ب":
		r = lyingIn
	}
	if r == unrelated {
		return p.containerAdjective(i)
	}
	names := p.possessed(k)
	if last := names[len(names)-1]; last+1 < len(p.spots) && isListGap(p.between(last)) {
		r = min(r, listedIn) // "in R and S"
	}
	called := p.isSettlement(i) || slices.ContainsFunc(p.words[from:to], func(w wordSet) bool { return w&isSettlement != 0 })
	return containment{r, names, called, strings.ContainsAny(p.gap(from-1), ",،")}
}

// isSettlement reports whether the class word of name i is that of a settlement
// or a part of one.
func (p *parse) isSettlement(i int) bool {
	classes := p.lex.classes[p.spots[i].class]
	return len(classes) > 0 && strings.HasPrefix(classes[0], "P")
}

// isRoadOf reports whether the class word of name i makes it an end of a road,
// of which what follows says where it is: "the Damascus-Beirut road in R".
func (p *parse) isRoadOf(i int) bool {
	classes := p.lex.classes[p.spots[i].class]
	return len(classes) > 0 && classes[0] == "R" && !p.isCode(p.spots[i].first)
}

// containerAdjective reads the country's adjective after an Arabic name, which
// is feminine as towns are: الإسكندرية المصرية.
func (p *parse) containerAdjective(i int) containment {
	k := i + 1
	if p.spots[k].role != RoleDemonym || p.tokens[p.spots[k].first].shape != arabic || p.spots[k].first != p.spots[i].last+1 || p.breaks(p.spots[i].last) {
		return containment{}
	}
	if word := p.tokens[p.spots[k].first]; !strings.HasPrefix(word.text, "ال") || !strings.HasSuffix(word.fold, "ه") {
		return containment{}
	}
	return containment{relation: lyingIn, names: []int{k}}
}

// isPrefixed reports whether the letter of an Arabic prefix is written before
// name k.
func (p *parse) isPrefixed(k int, letter rune) bool {
	s := &p.spots[k]
	return s.start > p.tokens[s.first].start && strings.HasPrefix(p.text[p.tokens[s.first].start:], string(letter))
}

// possessed returns name k and those that it is the owner of: of "Libya's
// capital Tripoli" both.
func (p *parse) possessed(k int) []int {
	names := []int{k}
	for ; k+1 < len(p.spots) && len(names) < maxOwners && p.isPlaceRole(k+1) && p.owns(k, k+1); k++ {
		names = append(names, k+1)
	}
	return names
}

// owns reports whether name i stands in the possessive before name k.
func (p *parse) owns(i, k int) bool {
	s, next := &p.spots[i], &p.spots[k]
	return next.first > s.last && p.tokens[s.last].full != "" && p.areQualifiers(s.last+1, next.first)
}

// areQualifiers reports whether tokens of one sentence say no more than what
// kind of place a name is, and where: "northern city of".
func (p *parse) areQualifiers(from, to int) bool {
	for j := from; j < to; j++ {
		if strings.TrimSpace(strings.Trim(p.gap(j), "-")) != "" || p.words[j]&(isClass|isDirection|isModifier|isPlural) == 0 && p.tokens[j].fold != "of" {
			return false
		}
	}
	return true
}

// containerBefore reads what stands before name i: "R's X", "R's northern city
// of X", "the Syrian village of X".
func (p *parse) containerBefore(i int) containment {
	k := i - 1
	if k < 0 || p.spots[k].last >= p.spots[i].first || p.spots[i].first-p.spots[k].last > maxContainerWords {
		return containment{}
	}
	switch {
	case p.isPlaceRole(k) && p.owns(k, i):
		return containment{relation: lyingIn, names: []int{k}, called: p.isSettlement(i) || p.words[p.spots[i].first-1]&isSettlement != 0}
	case p.spots[k].role == RoleDemonym && p.tokens[p.spots[i].first].shape != arabic && p.tokens[p.spots[i].first-1].fold == "of" && p.areQualifiers(p.spots[k].last+1, p.spots[i].first):
		return containment{relation: lyingIn, names: []int{k}, called: p.isSettlement(i) || p.words[p.spots[i].first-1]&isSettlement != 0}
	}
	return containment{}
}

// relationOf reads the words between a name and the next as an expression of
// where the first is, in English or Arabic; unrelated when they are none.
func (p *parse) relationOf(from, to int) relation {
	if between := p.text[p.tokens[from-1].end:p.tokens[to].start]; len(between) > maxNameBytes || strings.ContainsAny(between, ".;:!?\n()؛؟") {
		return unrelated
	}
	if p.tokens[from].shape == arabic {
		return p.arabicRelation(from, to)
	}
	r := unrelated
	for j := from; j < to; j++ {
		comma := strings.HasPrefix(p.gap(j-1), ",")
		switch next := p.relationWord(j, from); {
		case comma && r != unrelated:
			return unrelated
		case next != unrelated:
			if r != unrelated && r != next && p.tokens[j].fold != "of" {
				return unrelated
			}
			r = next
		case p.isQualifier(j, from, r):
		default:
			return unrelated
		}
	}
	return r
}

// relationWord returns what a preposition of place says, unrelated of any other
// word.
func (p *parse) relationWord(j, from int) relation {
	switch p.tokens[j].fold {
	case "in", "inside", "within":
		return lyingIn
	case "near", "outside", "at", "around", "beside":
		return lyingBy
	case "of":
		if j > from && p.words[j-1]&isDirection != 0 && p.words[j-1]&isPreposition != 0 {
			return lyingBy // west of
		}
	case "to":
		if p.tokens[j-1].fold == "close" || p.tokens[j-1].fold == "next" {
			return lyingBy
		}
	}
	return unrelated
}

// isQualifier reports whether token j only says what kind of place is spoken
// of, as it stands after a name at from-1.
func (p *parse) isQualifier(j, from int, r relation) bool {
	t := &p.tokens[j]
	switch {
	case p.isEnglishArticle(j):
		return j > from || strings.HasPrefix(p.gap(j-1), ",")
	case t.fold == "of":
		return r != unrelated || p.words[j-1]&isClass != 0 && j-1 > from
	case t.fold == "close", t.fold == "next":
		return r == unrelated
	case t.shape != lower:
		return false
	case j+1 < len(p.tokens) && p.words[j+1]&isSettlement != 0 && p.isEnglishArticle(j-1):
		return true // a small village
	}
	return p.words[j]&(isClass|isDirection|isModifier) != 0 || p.lex.regions[t.fold] != "" ||
		j == from && p.isCode(from-1) && p.words[j]&isPreposition == 0
}

// isEnglishArticle reports whether token j is an English article.
func (p *parse) isEnglishArticle(j int) bool {
	return p.tokens[j].fold == "the" || p.isIndefinite(j)
}

// isCode reports whether a token is a letter or two and a number, as roads and
// bases are called: M4, T4.
func (p *parse) isCode(i int) bool {
	text := p.tokens[i].text
	return p.tokens[i].shape.upperCase() && strings.ContainsAny(text, "0123456789") && len(text) <= longestAbbreviation
}

// arabicRelation is relationOf for Arabic: "X بريف R", "X في محافظة R", "X غرب R".
func (p *parse) arabicRelation(from, to int) relation {
	r := unrelated
	for j := from; j < to; j++ {
		t := &p.tokens[j]
		switch isClassWord := p.words[j]&isClass != 0 || p.lex.regions[t.base] != ""; {
		case t.base == "في" || isClassWord && strings.HasPrefix(t.text, "ب") && t.base != t.fold:
			r = lyingIn
		case r == unrelated && p.lex.bearings[t.base] != "", t.base == "قرب":
			r = lyingBy
		case r == unrelated && (t.fold == "وهي" || t.fold == "وهو" || p.words[j]&isSettlement != 0 && j > from): // وهي قرية
		case r != unrelated && (isClassWord || p.lex.bearings[t.base] != "" || p.isDemonymToken(j)):
		default:
			return unrelated
		}
	}
	return r
}
