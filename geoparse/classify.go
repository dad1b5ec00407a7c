package geoparse

// classify gives every spotted name its role: what is part of a person's or an
// organisation's name is no place, whatever the gazetteer holds.
func (p *parse) classify() {
	p.noteSpots()
	p.noteLocated()
	p.lean()
	for i := range p.spots {
		s := &p.spots[i]
		s.role, s.reason = p.roleOf(s)
		if s.role == rolePerson {
			p.learnPerson(s)
		}
	}
	p.dropListedSurnames()
	p.dropKnownPersons()
	p.markMetonyms()
}

// noteSpots notes of each token which spotted name it belongs to.
func (p *parse) noteSpots() {
	p.spotOf = make([]int32, len(p.tokens))
	for i := range p.spotOf {
		p.spotOf[i] = -1
	}
	for k := range p.spots {
		for i := p.spots[k].first; i <= p.spots[k].last; i++ {
			p.spotOf[i] = int32(k)
		}
	}
}

// roleOf decides the role of a name by the words around it.
func (p *parse) roleOf(s *spotted) (Role, string) {
	switch {
	case s.role == roleOrg:
		return roleOrg, "an organisation"
	case s.cued:
		return RolePlace, "called a place"
	case p.isDemonym(s), p.isAdjective(s):
		return RoleDemonym, "a people or their adjective"
	case p.isOfThing(s):
		return roleNone, "a thing called after it"
	case p.uses(CommonWords) && p.isCommonWord(s):
		return roleNone, "a common word"
	case p.calledClass(s):
		return RolePlace, "called a " + s.class
	case p.uses(Organisations) && p.isOrganisation(s):
		return roleOrg, "part of an organisation's name"
	case p.uses(People) && p.isPerson(s):
		return rolePerson, "part of a person's name"
	}
	return RolePlace, ""
}

// calledClass reports whether a class word that tells a kind ("area" tells none)
// stands beside the name, and one of the places so called is of that kind.
func (p *parse) calledClass(s *spotted) bool {
	if s.class == "" || p.lex.classes[s.class][0] == "-" {
		return false
	}
	for _, h := range s.hits {
		if p.lex.fits(s.class, p.gaz.Place(h.Ref).Kind) {
			return true
		}
	}
	return false
}

func (p *parse) prominence(s *spotted) float64 {
	best := 0.0
	p.step(len(s.hits))
	for _, h := range s.hits {
		best = max(best, p.gaz.Prominence(h.Ref))
	}
	return best
}

// lean counts for each country the names of the text that can only lie there,
// without those that are everyday words too.
func (p *parse) lean() {
	p.leaning = map[string]float64{}
	total := 0.0
	for i := range p.spots {
		if s := &p.spots[i]; s.first == s.last && (p.words[s.first]&isCommon != 0 || p.words[s.first]&isNoun != 0 && p.isDefinite(s)) {
			continue
		}
		country := ""
		for j, h := range p.spots[i].hits {
			if c := p.gaz.Place(h.Ref).Country; j == 0 {
				country = c
			} else if c != country {
				country = ""
			}
		}
		if country != "" {
			p.leaning[country]++
			total++
		}
	}
	for c := range p.leaning {
		p.leaning[c] /= total
	}
}

func (p *parse) isCountry(s *spotted) bool {
	for _, h := range s.hits {
		if p.gaz.Place(h.Ref).Kind.IsCountry() {
			return true
		}
	}
	return false
}
