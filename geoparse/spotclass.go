package geoparse

import "strings"

// Some places are known only with the word for what they are: Nur Shams Camp.
// The text may write that word small, or once for several of them: the Nur Shams
// camp, the Abu Shouk and Zamzam camps.

// maxClassAhead is how many words may lie between a name and the class word that
// ends its list.
const maxClassAhead = 8

// spotWithClass finds the longest name at token i that is a place's together
// with the class word which follows it or its list.
func (p *parse) spotWithClass(i int) (spotted, bool) {
	class := p.classAhead(i)
	if class == "" {
		return spotted{}, false
	}
	var best spotted
	found := false
	cursor := p.gaz.Start()
	for j := i; j < len(p.tokens) && j-i < maxNameWords && p.tokens[j].shape == capital && (j == i || p.joins(j-1)); j++ {
		if !cursor.Next(p.tokens[j].fold) {
			break
		}
		if whole := cursor; whole.Next(class) && whole.Complete() {
			best = spotted{first: i, last: j, start: p.tokens[i].start, end: p.tokens[j].end, exact: true, hits: whole.Hits(nil)}
			best.written, found = p.text[best.start:best.end]+" "+class, true
		}
	}
	return best, found
}

// classAhead returns the class word, in the singular, that follows the name
// beginning with token i in small letters, or ends the list it begins; "" when
// none does.
func (p *parse) classAhead(i int) string {
	inList := false
	for j := i + 1; j < len(p.tokens) && j <= i+maxClassAhead; j++ {
		t := &p.tokens[j]
		switch gap := p.gap(j - 1); {
		case gap == ", " || t.fold == "and" && gap == " ":
			inList = true
		case gap != " " && gap != "-":
			return ""
		}
		switch {
		case t.fold == "and", t.shape == capital:
		case t.shape != lower || p.words[j]&isClass == 0 || inList && p.words[j]&isPlural == 0:
			return ""
		default:
			return singular(t.fold)
		}
	}
	return ""
}

// singular returns the singular of a regular English plural.
func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}
