package resolve

import "dateline/geoparse/lexicon"

const (
	homeWeight = 0.7 // how reliably a group determines the country, as a people's adjective does
	homeNames  = 8   // a text of more names shows by these which countries it is about
)

// addHomes adds, for each group that a short text names, the weight of the country in which it
// fights, and returns the sum.
func (res *Resolution) addHomes(support map[string]float64) float64 {
	sum := 0.0
	if len(res.Names) > homeNames {
		return sum
	}
	seen := map[*lexicon.Home]bool{}
	for i := 0; i < len(res.Tokens); i++ {
		home, last := res.homeAt(i)
		if home != nil && !seen[home] {
			seen[home] = true
			support[home.Country] += homeWeight
			sum += homeWeight
		}
		i = last
	}
	return sum
}

// homeAt returns the home of the group with the longest name at token i, and the last token of that
// name; nil and i if there is none.
func (res *Resolution) homeAt(i int) (home *lexicon.Home, last int) {
	t := &res.Tokens[i]
	if !t.Shape.CanBeName() {
		return nil, i
	}
	last = i
	res.Step(len(t.Homes))
	for j := range t.Homes {
		if end := res.Follow(i, t.Homes[j].Rest); end > last || end == i && home == nil {
			home, last = &t.Homes[j], end
		}
	}
	return home, last
}
