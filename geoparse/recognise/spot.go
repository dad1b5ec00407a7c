package recognise

import (
	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Spot finds all names of places, the longest at each position, without overlaps, and their
// class words.
func (r *Recogniser) Spot() {
	r.spot()
	r.cue()
}

func (r *Recogniser) spot() {
	for i := 0; i < len(r.Tokens); {
		if !r.canBeginName(i) || len(r.Tokens[i].Text) > toponym.MaxNameBytes || r.isIndefiniteBeforePeople(i) {
			i++
			continue
		}
		s, ok := r.organisationAt(i)
		if ok = ok && r.Uses(signal.Organisations); !ok {
			s, ok = r.spotAt(i)
		}
		if ok {
			s.InCuedList = r.isInCuedList(&s)
			r.Names = append(r.Names, s)
			i = s.Last + 1
			continue
		}
		i++
	}
}

// isIndefiniteBeforePeople reports whether token i is "an" before a people: An Egyptian is no name with
// an Arabic article.
func (r *Recogniser) isIndefiniteBeforePeople(i int) bool {
	return i+1 < len(r.Tokens) && r.IsIndefinite(i) && r.Gap(i) == " " && r.IsDemonymToken(i+1)
}

// organisationAt finds the longest name of an organisation in the lexicon at token i, with or
// without an article.
func (r *Recogniser) organisationAt(i int) (toponym.Toponym, bool) {
	head := i
	if r.canBeginName(i) && gazetteer.IsArticle(r.Tokens[i].Fold) && i+1 < len(r.Tokens) && r.Joins(i) {
		head++
	}
	if !r.canBeginName(head) {
		return toponym.Toponym{}, false
	}
	last := r.organisationFrom(head)
	for at := head + 1; at <= last; at++ { // a listed name that begins inside it and ends later: الدولة الإسلامية في العراق
		last = max(last, r.organisationFrom(at))
	}
	return toponym.Toponym{First: i, Last: last, Start: r.Tokens[i].Start, End: r.Tokens[max(last, i)].End, Role: toponym.RoleOrganisation}, last >= 0
}

// organisationFrom returns the last token of the longest listed name from token i, -1 if none.
func (r *Recogniser) organisationFrom(i int) int {
	last := -1
	for _, words := range r.Tokens[i].Organisations {
		last = max(last, r.Follow(i, words))
	}
	return last
}

// canBeginName reports whether token i is written as the first word of a name.
func (r *Recogniser) canBeginName(i int) bool {
	return r.Tokens[i].Shape.CanBeName() || r.IsArticleBefore(i)
}

// spotAt finds the longest name that begins with token i.
func (r *Recogniser) spotAt(i int) (toponym.Toponym, bool) {
	t := &r.Tokens[i]
	if !r.canBeginName(i) {
		return toponym.Toponym{}, false
	}
	if t.Shape == token.Arabic {
		if s, ok := r.spotArabic(i); ok {
			return s, true
		}
		if s, ok := r.spotDemonym(i); ok {
			return s, true
		}
		return r.unknownAt(i)
	}
	if r.isBehindHead(i) {
		return toponym.Toponym{}, false
	}
	s, ok := r.longest(i, t.Fold, 0)
	if whole, found := r.spotWhole(i, &s, ok); found {
		return whole, true
	}
	if !ok || r.goesOnInCapitals(s.Last) {
		if longer, found := r.spotWithClass(i); found && (!ok || longer.Last > s.Last) {
			return longer, true
		}
	}
	if ok && s.Last+1 < len(r.Tokens) && r.IsArticleBefore(s.Last+1) && r.Uses(signal.BySound) {
		if longer, found := r.spotBySound(i); found && longer.Last > s.Last {
			return longer, true // the Busra of Busra al-Hareer
		}
	}
	if ok && !r.isHeadOfMore(&s) {
		return s, !r.isTailOfMore(&s)
	}
	if s, ok := r.spotDemonym(i); ok {
		return s, true
	}
	if s, ok := r.spotCamel(i); ok {
		return s, true
	}
	if s, ok := r.spotRespelled(i); ok && r.Uses(signal.BySound) {
		return s, true
	}
	if s, ok := r.spotGlued(i); ok && r.Uses(signal.BySound) {
		return s, true
	}
	if s, ok := r.spotBySound(i); ok && r.Uses(signal.BySound) && !r.isHeadOfMore(&s) {
		return s, !r.isTailOfMore(&s)
	}
	return r.unknownAt(i)
}

// isHeadOfMore reports whether the match is only a first word shared by many names, of a longer
// name: Tal in Tal Areen, Braij in Braij al-Rih.
func (r *Recogniser) isHeadOfMore(s *toponym.Toponym) bool {
	i := s.Last + 1
	if i >= len(r.Tokens) || !r.Joins(s.Last) {
		return false
	}
	if r.Words[i]&lexicon.Side != 0 && r.Tokens[i].Shape == token.Capital && r.Gap(s.Last) == " " {
		return true // one of twin villages, found only by its full name
	}
	if r.isHeadOfCompound(s) {
		return true
	}
	if s.First != s.Last {
		return false
	}
	if r.Words[s.First]&(lexicon.NameHead|lexicon.OpenHead) == 0 {
		if r.Gap(s.Last) != " " || !gazetteer.IsArticle(r.Tokens[i].Fold) || r.Prominence(s) >= toponym.CommonNeeds {
			return false
		}
		return r.isLooseArticle(i) || r.IsArticleBefore(i) && !(s.Exact && r.Prominence(s) >= toponym.KnownEnough && r.BeginsName(i))
	}
	return r.Tokens[i].Shape == token.Capital && r.Words[i]&(lexicon.SpanClass|lexicon.OrgTail) == 0 || r.IsArticleBefore(i) || gazetteer.IsArticle(r.Tokens[i].Fold)
}

// isBehindHead reports whether an unmatched first word shared by many names precedes token i:
// Jarabulus in an unknown Om Jarabulus is not Jarabulus.
func (r *Recogniser) isBehindHead(i int) bool {
	j := i - 1
	if j > 0 && gazetteer.IsArticle(r.Tokens[j].Fold) && r.Joins(j) {
		if j--; r.isStemOfCompound(j) {
			return true
		}
	}
	return j >= 0 && r.Joins(j) && r.Words[j]&(lexicon.OpenHead|lexicon.NameHead) != 0 && r.Tokens[j].Shape == token.Capital && !r.isSpotted(j)
}

// isStemOfCompound reports whether token j is a capitalised, unmatched word that an article
// joins to the next, as in names of persons and villages: Qabr in "Qabr al Sitt".
func (r *Recogniser) isStemOfCompound(j int) bool {
	const apart = lexicon.Class | lexicon.SpanClass | lexicon.Direction | lexicon.Preposition | lexicon.Stop | lexicon.Calendar | lexicon.OrgTail
	return (r.Joins(j) || r.endsInAyn(j)) && r.Tokens[j].Shape == token.Capital && !r.Tokens[j].NewSentence && r.Words[j]&apart == 0 && !r.isSpotted(j) && !r.IsDemonymToken(j)
}

// isSpotted reports whether token i belongs to the last name found.
func (r *Recogniser) isSpotted(i int) bool {
	return len(r.Names) > 0 && i <= r.Names[len(r.Names)-1].Last
}

// goesOnInCapitals reports whether a capitalised word follows token i as part of the same name.
func (r *Recogniser) goesOnInCapitals(i int) bool {
	return i+1 < len(r.Tokens) && r.Tokens[i+1].Shape == token.Capital && r.Joins(i)
}

// BeginsName reports whether a name in the gazetteer begins at token i.
func (r *Recogniser) BeginsName(i int) bool {
	_, ok := r.longest(i, r.Tokens[i].Fold, 0)
	return ok
}

// spotDemonym takes token i for a demonym if it is not also the name of a place.
func (r *Recogniser) spotDemonym(i int) (toponym.Toponym, bool) {
	country, ok := r.Demonym(i)
	if !ok {
		return toponym.Toponym{}, false
	}
	t := &r.Tokens[i]
	return toponym.Toponym{
		First: i, Last: i, Start: t.Start, End: t.End, Written: t.Text, Exact: true,
		Hits: []gazetteer.Hit{{Ref: country, Name: r.Gaz.Place(country).Name}},
	}, true
}
