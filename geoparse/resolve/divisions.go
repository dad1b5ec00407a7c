package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/token"
)

// A list of names is one of first-level divisions of a country when all of them can be such
// divisions, and at least half of them, and so many, are best taken for them.
const listedDivisions = 2

// readListsOfDivisions narrows the names of such lists to the divisions: the states of
// "Virginia, Washington, West Virginia" are no towns.
func (res *Resolution) readListsOfDivisions() {
	for first := 0; first < len(res.Names); first++ {
		last := first
		for last+1 < len(res.Names) && token.IsListGap(res.Between(last)) {
			last++
		}
		if last-first+1 >= listedDivisions {
			res.readListOfDivisions(first, last+1)
		}
		first = last
	}
}

// readListOfDivisions narrows the names from first to before end, if they are such a list.
func (res *Resolution) readListOfDivisions(first, end int) {
	country, best := "", 0
	for i := first; i < end; i++ {
		o := bestOption(res.choices[i].options)
		if o == nil || o.place.Kind != gazetteer.FirstDivision {
			continue
		}
		if country == "" {
			country = o.place.Country
		}
		if o.place.Country == country {
			best++
		}
	}
	if best < listedDivisions || 2*best < end-first {
		return
	}
	divisions := make([][]option, end-first)
	for i := first; i < end; i++ {
		divisions[i-first] = divisionsOf(res.choices[i].options, country)
		if len(divisions[i-first]) == 0 {
			return
		}
	}
	for i := first; i < end; i++ {
		res.choices[i].options = divisions[i-first]
	}
}

// bestOption returns the first of the options, nil for none.
func bestOption(options []option) *option {
	if len(options) == 0 {
		return nil
	}
	return &options[0]
}

// divisionsOf returns those options that are first-level divisions of a country.
func divisionsOf(options []option, country string) []option {
	var divisions []option
	for _, o := range options {
		if o.place.Kind == gazetteer.FirstDivision && o.place.Country == country {
			divisions = append(divisions, o)
		}
	}
	return divisions
}
