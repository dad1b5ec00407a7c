package gazetteer

// villagesLeast is how many settlements of a country an import holds at least that
// its villages are said to be installed.
const villagesLeast = 50

// HasVillages reports whether imported gazetteers hold the villages of a country, by
// its code of ISO 3166-1. It reads all that was imported where they do not.
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
