package party

import (
	"iter"
	"slices"
)

// Find returns the party meant by words such as "FSA fighters" or "government troops" in a
// report on a country (ISO 3166-1 alpha-2, empty for any). Names of the country's theatre take
// precedence over those of others, names over general words, longer over shorter ones.
func (p *Table) Find(phrase, country string) (Party, bool) {
	words, theatre := foldWords(phrase), p.theatres[country]
	var found *partyName
	best := 0
	look := func(names []partyName, rest []string, general bool) {
		for n := range names {
			name := &names[n]
			local := name.party.Theatre == theatre
			if general && !local || !startWith(rest, name.words) {
				continue
			}
			if rank := rankOf(name, general, local); rank > best {
				found, best = name, rank
			}
		}
	}
	for i, w := range words {
		look(p.names[w], words[i+1:], false)
		look(p.general[w], words[i+1:], true)
	}
	if found == nil {
		return Party{}, false
	}
	return found.party, true
}

// CountryOf returns a country of the theatre whose actors are named most often, for texts
// without places that tell; empty if none is named, or on a tie.
func (p *Table) CountryOf(names []string) string {
	times := map[string]int{}
	for _, name := range names {
		words := foldWords(name)
		named := map[string]bool{}
		for i, w := range words {
			for n := range p.names[w] {
				if startWith(words[i+1:], p.names[w][n].words) {
					named[p.names[w][n].party.Theatre] = true
				}
			}
		}
		for theatre := range named {
			times[theatre]++
		}
	}
	best, tied := "", false
	for theatre, n := range times {
		switch {
		case best == "" || n > times[best]:
			best, tied = theatre, false
		case n == times[best]:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return p.countryIn(best)
}

// countryIn returns the first country of a theatre by code, empty if none.
func (p *Table) countryIn(theatre string) string {
	first := ""
	for country, in := range p.theatres {
		if in == theatre && (first == "" || country < first) {
			first = country
		}
	}
	return first
}

// Names yields the names of actors, folded, as first word and remaining words. Of names with the
// same first word the longest come first.
func (p *Table) Names() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for first, names := range p.names {
			for i := range names {
				if !yield(first, names[i].words) {
					return
				}
			}
		}
	}
}

// startWith reports whether a list of words begins with another.
func startWith(words, first []string) bool {
	return len(words) >= len(first) && slices.Equal(words[:len(first)], first)
}

// rankOf ranks the names contained in a phrase: first those of the theatre, then names over
// general words, then by length.
func rankOf(n *partyName, general, local bool) int {
	rank := 1 + min(len(n.words), 8)
	if !general {
		rank += 10
	}
	if local {
		rank += 20
	}
	return rank
}
