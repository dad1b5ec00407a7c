package resolve

import (
	"slices"
	"strconv"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// containment is where, by the text, the place of a name lies.
type containment struct {
	relation relation
	names    []int // indexes of the containers' names; all must contain it
	called   bool  // the context calls it a place: "X, a village in R"
	building bool  // the containment is that of a building called after it: "the X hospital in R"
	apart    bool  // a comma separates them: "X, in R"
	shared   bool  // the last name of its list lies in or near R

	bearing    float64 // the direction of "X, east of R", in degrees
	hasBearing bool    // there is one, and only one
	near       bool    // "X, near R", with no direction
	part       float64 // the part of R that it lies in, "in south-eastern R", in degrees
	hasPart    bool    // there is one, and only one
}

// maxContainerWords is how many words may separate a place and its container.
const maxContainerWords = 9

// maxOwners is how many possessives may follow each other.
const maxOwners = 3

// readContainers reads the containment of every name: in the words after it, else before it,
// else after its list.
func (res *Resolution) readContainers() {
	res.containers = make([]containment, len(res.Names))
	if !res.Uses(signal.Containment) {
		return
	}
	for i := len(res.Names) - 1; i >= 0; i-- {
		if !res.IsPlaceRole(i) {
			continue
		}
		res.containers[i] = res.containerAfter(i)
		if res.containers[i].relation == unrelated {
			res.containers[i] = res.containerBefore(i)
		}
		if res.isBesideTown(i) {
			res.containers[i].relation = listedIn
		}
		if i+1 == len(res.Names) || !token.IsListGap(res.Between(i)) {
			continue
		}
		if said := res.containers[i]; said.relation <= followed && !res.isInOneOf(i, said) {
			res.containers[i] = res.containerOfList(i) // a comma may be that of a list
		}
	}
}

// isBesideTown reports whether name i follows "and" after a town that does not lie in the
// apparent container: in "mayors from A and B in the town of R" they meet in R.
func (res *Resolution) isBesideTown(i int) bool {
	said := res.containers[i]
	if said.relation != lyingIn || i == 0 || !res.IsPlaceRole(i-1) || !token.IsListGap(res.Between(i-1)) || !res.isTownName(said) {
		return false
	}
	before := res.choices[i-1].options
	return len(before) > 0 && len(res.contained(before, said)) == 0 && res.IsKnown(i-1, toponym.CommonNeeds)
}

// isInOneOf reports whether name i may lie in the container, which is known, or that is a division.
func (res *Resolution) isInOneOf(i int, said containment) bool {
	return said.relation != unrelated && len(res.choices[said.names[0]].options) > 0 && (res.isDivisionName(said) || len(res.contained(res.choices[i].options, said)) > 0)
}

// containerOfList applies the containment of the next name in a list to name i. If one word
// calls them all villages, they share it: "the villages of A and B in R", "the villages of A and B near R".
func (res *Resolution) containerOfList(i int) containment {
	next := res.containers[i+1]
	switch {
	case (next.relation == lyingIn || next.near) && res.isSettlement(i) && res.isSettlement(i+1) && !res.isUsualNameOfKnown(i, toponym.CommonNeeds):
		return next
	case next.relation > followed, next.relation == listedIn:
		return containment{relation: listedIn, names: next.names, shared: next.relation > followed || next.shared}
	}
	return containment{}
}

// containerAfter reads the containment between name i and the next: "X in R", "X, a village in
// northern R", "X, near R", "قرية X بريف R", "X, R".
func (res *Resolution) containerAfter(i int) containment {
	if i+1 == len(res.Names) || res.isRoadOf(i) {
		return containment{}
	}
	k := i + 1
	for k < len(res.Names) && k-i <= maxContainerWords && res.Names[k].First-res.Names[i].Last <= maxContainerWords && (res.Names[k].Role == toponym.RoleNone || res.isDemonymBetween(k)) {
		k++ // في العاصمة العراقية بغداد
	}
	if k >= len(res.Names) || !res.IsPlaceRole(k) || res.Names[k].First <= res.Names[i].Last || res.Names[k].Start < res.Names[i].End || res.Names[k].First-res.Names[i].Last > maxContainerWords {
		return res.containerAdjective(i)
	}
	var r relation
	from, to := res.Names[i].Last+1, res.Names[k].First
	switch gap := res.Source[res.Names[i].End:res.Names[k].Start]; {
	case res.isPrefixed(k, 'و'):
	case from < to:
		if r = res.relationOf(from, to); r == unrelated {
			r = res.relationOfClause(from, to, k)
		}
	case gap == ", " || gap == "، ":
		r = followed
	case res.isPrefixed(k, 'ب') && gap == " ب":
		r = lyingIn
	}
	if r == unrelated {
		return res.containerAdjective(i)
	}
	names := res.possessed(k)
	if last := names[len(names)-1]; last+1 < len(res.Names) && token.IsListGap(res.Between(last)) && !res.isFollowedByHolder(last) {
		r = min(r, listedIn) // "in R and S"
	}
	called := res.isSettlement(i) || slices.ContainsFunc(res.Words[from:to], func(w lexicon.Set) bool { return w&lexicon.Settlement != 0 })
	said := containment{relation: r, names: names, called: called, building: from < to && res.isBuilding(from), apart: strings.ContainsAny(res.Gap(from-1), ",،")}
	if r == lyingBy {
		if found := res.bearings(from, to); len(found) == 1 {
			said.bearing, said.hasBearing = found[0], true
		}
		said.near = res.isBareNear(from, to)
	}
	if r == lyingIn {
		said.part, said.hasPart = res.partOf(from, to, k)
	}
	return said
}

// bearings returns the bearings in degrees of the directions among some tokens; none if one of
// them is the centre.
func (res *Resolution) bearings(from, to int) (found []float64) {
	for j := from; j < to; j++ {
		if bearing := res.Tokens[j].Bearing; bearing != "" {
			degrees, err := strconv.ParseFloat(bearing, 64)
			if err != nil {
				return nil
			}
			found = append(found, degrees)
		}
	}
	return found
}

// isDemonymBetween reports whether name k is a people's adjective before the next name, or its
// class word: "in the Libyan city of Zawiya".
func (res *Resolution) isDemonymBetween(k int) bool {
	s := &res.Names[k]
	if s.Role != toponym.RoleDemonym {
		return false
	}
	return res.Tokens[s.First].Shape == token.Arabic || k+1 < len(res.Names) && res.FollowsBlank(s.Last+1) && res.areQualifiers(s.Last+1, res.Names[k+1].First)
}

// isFollowedByHolder reports whether the next name is the country or first-level division that
// contains name k, rather than the next item of a list: Libya in "in Benghazi, Libya".
func (res *Resolution) isFollowedByHolder(k int) bool {
	if res.containers[k].relation != followed {
		return false
	}
	for j := range res.choices[k+1].options {
		q := &res.choices[k+1].options[j]
		if !q.place.Kind.IsCountry() && q.place.Kind != gazetteer.FirstDivision {
			continue
		}
		for n := range res.choices[k].options {
			if o := &res.choices[k].options[n]; !o.place.Kind.IsCountry() && res.holds(q, o, followed) {
				return true
			}
		}
	}
	return false
}

// isSettlement reports whether the class word of name i means a settlement or part of one.
func (res *Resolution) isSettlement(i int) bool {
	return strings.HasPrefix(res.Lex.MainKind(res.Names[i].Class), "P")
}

// isBuilding reports whether token i, directly after a name, is a word for a building, which may
// be called after a place elsewhere.
func (res *Resolution) isBuilding(i int) bool {
	return res.FollowsBlank(i) && strings.HasPrefix(res.Lex.MainKind(res.Tokens[i].Fold), "S")
}

// isRoadOf reports whether the class word of name i makes it an end of a road, to which the
// containment then applies: "the Damascus-Beirut road in R".
func (res *Resolution) isRoadOf(i int) bool {
	return res.Lex.MainKind(res.Names[i].Class) == "R" && !res.IsCode(res.Names[i].First)
}

// containerAdjective reads a country's adjective after an Arabic name, feminine as towns are:
// الإسكندرية المصرية.
func (res *Resolution) containerAdjective(i int) containment {
	k := i + 1
	if res.Names[k].Role != toponym.RoleDemonym || res.Tokens[res.Names[k].First].Shape != token.Arabic || res.Names[k].First != res.Names[i].Last+1 || res.Breaks(res.Names[i].Last) {
		return containment{}
	}
	if word := res.Tokens[res.Names[k].First]; !strings.HasPrefix(word.Text, "ال") || !strings.HasSuffix(word.Fold, "ه") {
		return containment{}
	}
	return containment{relation: lyingIn, names: []int{k}}
}

// isPrefixed reports whether name k has a proclitic of that letter.
func (res *Resolution) isPrefixed(k int, letter rune) bool {
	s := &res.Names[k]
	return s.Start > res.Tokens[s.First].Start && strings.HasPrefix(res.Source[res.Tokens[s.First].Start:], string(letter))
}

// possessed returns name k and those that own it: both names of "Libya's capital Tripoli".
func (res *Resolution) possessed(k int) []int {
	names := []int{k}
	for ; k+1 < len(res.Names) && len(names) < maxOwners && res.IsPlaceRole(k+1) && res.owns(k, k+1); k++ {
		names = append(names, k+1)
	}
	return names
}

// owns reports whether name i is a possessive before name k.
func (res *Resolution) owns(i, k int) bool {
	s, next := &res.Names[i], &res.Names[k]
	return next.First > s.Last && res.Tokens[s.Last].Full != "" && res.areQualifiers(s.Last+1, next.First)
}

// areQualifiers reports whether tokens of one sentence only give the kind of a place and its
// location: "northern city of".
func (res *Resolution) areQualifiers(from, to int) bool {
	for j := from; j < to; j++ {
		if strings.TrimSpace(strings.Trim(res.Gap(j), "-")) != "" || res.Words[j]&(lexicon.Class|lexicon.Direction|lexicon.Modifier|lexicon.Plural) == 0 && res.Tokens[j].Fold != "of" {
			return false
		}
	}
	return true
}

// containerBefore reads the containment before name i: "R's X", "R's northern city of X", "the
// Syrian village of X".
func (res *Resolution) containerBefore(i int) containment {
	k := i - 1
	if k < 0 || res.Names[k].Last >= res.Names[i].First || res.Names[i].First-res.Names[k].Last > maxContainerWords {
		return containment{}
	}
	switch {
	case res.Names[k].Holder && res.isSettlement(i) && res.SentenceIndex(res.Names[k].Start) == res.SentenceIndex(res.Names[i].Start):
		return containment{relation: listedIn, names: []int{k}} // the governor of R visited the village of X
	case res.IsPlaceRole(k) && res.owns(k, i):
		return containment{relation: lyingIn, names: []int{k}, called: res.isSettlement(i) || res.Words[res.Names[i].First-1]&lexicon.Settlement != 0, building: res.isBuilding(res.Names[i].Last + 1)}
	case res.Names[k].Role == toponym.RoleDemonym && res.Tokens[res.Names[i].First].Shape != token.Arabic && res.Tokens[res.Names[i].First-1].Fold == "of" && res.areQualifiers(res.Names[k].Last+1, res.Names[i].First):
		return containment{relation: lyingIn, names: []int{k}, called: res.isSettlement(i) || res.Words[res.Names[i].First-1]&lexicon.Settlement != 0}
	}
	return containment{}
}
