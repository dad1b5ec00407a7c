package gazetteer

// Sounding is a place with a name that sounds like the query.
type Sounding struct {
	Hit
	Quality float64 // of the name: QualityScript or better
}

// keptSoundings is the number of cached lookups by sound.
const keptSoundings = 4096

// Sounding returns the places with a name that has the same transliteration key, and similar
// vowels where these can be compared. The caller must not change them.
func (g *Gazetteer) Sounding(written string) []Sounding { return *g.soundings.To(written) }

func (g *Gazetteer) sound(written string) []Sounding {
	var alike []Sounding
	for _, h := range g.ByKey(nil, KeyOf(written)) {
		if q := Quality(written, h.Name); q >= QualityScript {
			alike = append(alike, Sounding{h, q})
		}
	}
	return alike
}
