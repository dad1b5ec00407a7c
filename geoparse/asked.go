package geoparse

// inAskedOrder puts mentions of spans back into the order they were asked for.
func (p *parse) inAskedOrder(mentions []Mention) []Mention {
	out := make([]Mention, len(mentions))
	for at, i := range p.asked {
		out[i] = mentions[at]
	}
	return out
}
