package geoparse

// inAskedOrder sorts the mentions of given spans in the order in which they were given.
func (p *parse) inAskedOrder(mentions []Mention) []Mention {
	out := make([]Mention, len(mentions))
	for at, i := range p.asked {
		out[i] = mentions[at]
	}
	return out
}
