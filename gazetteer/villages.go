package gazetteer

// villagesLeast is the number of a country's settlements in an import from which its villages
// count as installed.
const villagesLeast = 50

// HasVillages reports whether imports include the villages of a country, by its ISO 3166-1 code.
// If they do not, it reads all of them.
func (g *Gazetteer) HasVillages(country string) bool {
	found := 0
	for layer := 1; layer+1 < len(g.layers); layer++ {
		x := g.layers[layer]
		for i := range x.Len() {
			if at := x.sec[secPlaces][i*placeSize+24:]; string(at[:2]) != country || x.kind(i).Class() != 'P' {
				continue
			}
			if found++; found == villagesLeast {
				return true
			}
		}
	}
	return false
}
