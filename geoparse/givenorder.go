package geoparse

// inGivenOrder sorts the mentions of given spans in the order in which they were given.
func (p *parse) inGivenOrder(mentions []Mention) []Mention {
	out := make([]Mention, len(mentions))
	for at, i := range p.spanIndex {
		out[i] = mentions[at]
	}
	return out
}
