package resolve

import (
	"slices"

	"dateline/gazetteer"
)

// listedDivisions is how many names of a list, and at least half, must best fit first-level
// divisions of one country, and all must be possible ones, for it to be a list of divisions.
const listedDivisions = 2

// readListsOfDivisions restricts the names of such lists to divisions: the states of "Virginia,
// Washington, West Virginia" are not towns.
func (res *Resolution) readListsOfDivisions() {
	for first, end := range res.lists() {
		if end-first >= listedDivisions {
			narrowToDivisions(res.choices[first:end])
			res.preferCities(first, end)
		}
	}
}

// narrowToDivisions restricts the names of a list to divisions, if it is such a list.
func narrowToDivisions(list []choice) {
	country, best := "", 0
	for _, c := range list {
		if len(c.options) == 0 {
			return
		}
		if place := c.options[0].place; place.Kind == gazetteer.FirstDivision && (country == "" || country == place.Country) {
			country = place.Country
			best++
		}
	}
	if best < listedDivisions || 2*best < len(list) {
		return
	}
	divisions := make([][]option, len(list))
	for i, c := range list {
		if divisions[i] = divisionsOf(c.options, country); divisions[i] == nil {
			return
		}
	}
	for i := range list {
		list[i].options = divisions[i]
	}
}

// preferCities ranks a division below the major city of its name if all others of the list,
// names first to end-1, are towns: New York, Madrid and Rome.
func (res *Resolution) preferCities(first, end int) {
	city := -1
	for i := first; i < end; i++ {
		options := res.choices[i].options
		switch {
		case len(options) == 0:
			return
		case options[0].place.Kind.Class() == 'P':
		case city >= 0 || options[0].place.Kind != gazetteer.FirstDivision || !res.mayBeGreatCity(i):
			return
		default:
			city = i
		}
	}
	if city < 0 || res.Lex.Fits(res.Names[city].Class, gazetteer.FirstDivision) {
		return
	}
	options := res.choices[city].options
	for i := range options {
		if options[i].place.Kind.IsDivision() {
			options[i].own -= res.weights.seat
		}
	}
	slices.SortFunc(options, byOwnScore)
}

// divisionsOf returns the candidates that are first-level divisions of a country.
func divisionsOf(options []option, country string) []option {
	var divisions []option
	for _, o := range options {
		if o.place.Kind == gazetteer.FirstDivision && o.place.Country == country {
			divisions = append(divisions, o)
		}
	}
	return divisions
}
