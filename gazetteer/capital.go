package gazetteer

// Capital returns the capital of a country, by its two-letter code.
func (g *Gazetteer) Capital(country string) (Ref, bool) {
	r, ok := g.capitals()[country]
	return r, ok
}

// findCapitals returns the capitals of all countries, from the deciding layer.
func (g *Gazetteer) findCapitals() map[string]Ref {
	capitals := map[string]Ref{}
	for layer, x := range g.layers {
		for i := range x.Len() {
			if x.kind(i) != Capital {
				continue
			}
			r := g.top(newRef(layer, i))
			country := g.Place(r).Country
			if _, known := capitals[country]; !known {
				capitals[country] = r
			}
		}
	}
	return capitals
}
