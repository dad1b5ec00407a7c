package lexicon

// Grammar are the words of grammar.txt, which says what they do.
type Grammar struct {
	CityLinks, Dealings, Inside, Beside, Personal, Kin, Possessives, Rulers, That, By, Openers, DateOpeners, BeforeMonths, Tags, Capitals, BesidePairs, Anaphors, CompassNouns, DirectionAdjectives, ManyParts, BorderLinks, DistanceLinks, DistancesFrom, Shores, Fillers, Along, RouteAdjectives, EndLinks, EndJoins, Cornered, Carried, Circumstances, Articled, Past, KindSuffixes, Consuming, Relative, Lying, Families, Grounds, Matches, Edible, Serving, Meals, Dishes, ShipVerbs, ShipParts, Aboard, Reaching, Foreign, ForeignShared, ForeignLocatives, ForeignArticles, Elisions, CaseEndings map[string]bool
}

// Use is a set of those lists of a Grammar that are tested for most words of a text.
type Use uint16

// Lists of words.
const (
	Filler          Use = 1 << iota // Fillers
	EndLink                         // EndLinks
	CapitalWord                     // Capitals
	Opener                          // Openers
	DateOpener                      // DateOpeners
	Foreign                         // Foreign
	ForeignShared                   // ForeignShared
	ForeignLocative                 // ForeignLocatives
	ForeignArticle                  // ForeignArticles
)

// UseOf returns the lists that contain a folded word; base is the word without Arabic prefixes
// that hide it from the lexicon.
func (g *Grammar) UseOf(fold, base string) Use {
	var use Use
	for _, list := range [...]struct {
		has bool
		use Use
	}{
		{g.Fillers[fold], Filler}, {g.EndLinks[base], EndLink}, {g.Capitals[base], CapitalWord}, {g.Openers[fold], Opener}, {g.DateOpeners[fold], DateOpener},
		{g.Foreign[fold], Foreign}, {g.ForeignShared[fold], ForeignShared}, {g.ForeignLocatives[fold], ForeignLocative}, {g.ForeignArticles[fold], ForeignArticle},
	} {
		if list.has {
			use |= list.use
		}
	}
	return use
}
