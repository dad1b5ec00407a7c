package geoparse

// isOrganisation reports whether the words after the name, or an "X of"
// before it, make it part of an organisation's name.
func (p *parse) isOrganisation(s *spotted) bool {
	if p.tokens[s.first].shape == arabic {
		return p.wordAfter(s, 1)&isOrgTail != 0 || p.isGovernedByOrganisation(s)
	}
	if p.namesOrganisation(s) {
		return true
	}
	if p.inHeadline(s.first) {
		return p.wordAfter(s, 1)&isOrgTail != 0
	}
	for n := 1; n <= 3; n++ {
		i := s.last + n
		if i >= len(p.tokens) || !p.joins(i-1) || !p.tokens[i].shape.upperCase() {
			break
		}
		if p.words[i]&isOrgTail != 0 {
			return true
		}
	}
	i := s.first - 1
	if i >= 0 && p.tokens[i].fold == "the" {
		i--
	}
	return i >= 1 && (p.tokens[i].fold == "of" || p.tokens[i].fold == "in") && !p.breaks(i) && !p.breaks(i-1) &&
		p.tokens[i-1].shape == capital && p.words[i-1]&isOrgHead != 0
}

// wordAfter returns what the lexicon says of the n-th word after the name, 0
// when punctuation stands between.
func (p *parse) wordAfter(s *spotted, n int) wordSet {
	for i := s.last + 1; i <= s.last+n; i++ {
		if i >= len(p.tokens) || p.breaks(i-1) {
			return 0
		}
	}
	return p.words[s.last+n]
}

// namesOrganisation reports whether the word before says that what follows is
// an organisation: "the news agency SANA".
func (p *parse) namesOrganisation(s *spotted) bool {
	i := s.first - 1
	return i >= 0 && p.gap(i) == " " && p.tokens[i].shape == lower && p.words[i]&isOrgNoun != 0
}
