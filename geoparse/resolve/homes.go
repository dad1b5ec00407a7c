package resolve

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

const (
	homeWeight = 0.7 // how reliably a group determines the country, as a people's adjective does
	homeNames  = 8   // a text of more names tells by these which countries it is about
)

// addHomes adds, for each group that a short text names, the weight of the country in which it
// fights, and returns the sum.
func (res *Resolution) addHomes(support map[string]float64) float64 {
	sum := 0.0
	if len(res.Names) > homeNames {
		return sum
	}
	seen := map[*lexicon.Home]bool{}
	for i := range res.Tokens {
		if home := res.homeAt(i); home != nil && !seen[home] {
			seen[home] = true
			support[home.Country] += homeWeight
			sum += homeWeight
		}
	}
	return sum
}

// homeAt returns the home of the group with the longest name at token i, nil if there is none.
func (res *Resolution) homeAt(i int) *lexicon.Home {
	t := &res.Tokens[i]
	if !t.Shape.CanBeName() {
		return nil
	}
	var longest *lexicon.Home
	homes := res.Lex.Homes[t.Base]
	if len(homes) == 0 {
		homes = res.Lex.Homes[token.WithoutAnd(t.Fold)]
	}
	res.Step(len(homes))
	for j := range homes {
		if h := &homes[j]; (longest == nil || len(h.Rest) > len(longest.Rest)) && res.goesOn(i, h.Rest) {
			longest = h
		}
	}
	return longest
}

// goesOn reports whether the given words follow token i.
func (res *Resolution) goesOn(i int, words []string) bool {
	for _, word := range words {
		i++
		if i >= len(res.Tokens) || res.Breaks(i-1) || res.Tokens[i].Fold != word {
			return false
		}
	}
	return true
}
