package classify

import (
	"slices"
	"strings"
	"unicode"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isCommonArabic reports whether a single Arabic word, which no capital distinguishes, is more
// likely an everyday word than a name.
func (c *classifier) isCommonArabic(s *toponym.Toponym) bool {
	w := c.Words[s.First]
	switch {
	case c.calledClass(s):
		return false
	case c.isFormerName(s) && (!c.hasPlaceCue(s) || c.isOfBattle(s)):
		return true
	case c.isLittleKnownAbroad(s) && !c.hasPlaceCue(s), c.isFeminineNisba(s), c.isAccusative(s), c.isPossessed(s):
		return true
	case w == 0, c.isWordBehindPrefix(s) && (c.Prominence(s) >= toponym.CommonNeeds || c.isInTable(s) && (c.leansTo(s) || c.hasPlaceCue(s))):
		return false
	case w&(lexicon.Stop|lexicon.Preposition|lexicon.Class|lexicon.Direction|lexicon.OrgHead|lexicon.Title) != 0, !c.hasItsArticle(s):
		return true
	}
	known := c.Prominence(s)
	switch {
	case c.hasNeighbour(s):
		return false
	case known < toponym.CommonFirstNeeds && c.hasAdjective(s):
		return true
	case c.isBehindBearing(s), c.isSeized(s), c.isRoadEnd(s), c.isSaidIn(s), c.isLocatedBehind(s), known >= toponym.CommonFirstNeeds && c.isReached(s):
		return false
	case w == lexicon.Noun:
		return known < toponym.CommonNeeds && c.isDefinite(s) && !c.hasPlaceCue(s) && !c.leansTo(s)
	case known < toponym.CommonFirstNeeds:
		return known < toponym.CommonNeeds || !c.isOfTheTheatre(s) || !c.hasPlaceCue(s)
	}
	return !c.leansTo(s)
}

// isWordBehindPrefix reports whether only the rest of a name is an everyday word, after what might
// be a prefix: بعقوبة is a city, and "by a punishment" hardly ever.
func (c *classifier) isWordBehindPrefix(s *toponym.Toponym) bool {
	t := &c.Tokens[s.First]
	return !c.HasPrefix(s) && t.Base != t.Fold && c.Words[s.First]&^(lexicon.Noun|lexicon.Common) == 0
}

// isFormerName reports whether a name is only a rare or former name of a foreign city: كانتون, of
// Guangzhou.
func (c *classifier) isFormerName(s *toponym.Toponym) bool {
	c.Step(len(s.Hits))
	return !slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		place := c.Gaz.Place(h.Ref)
		return place.MayBeArabic() || place.Kind.Class() != 'P' || gazetteer.Quality(h.Name, c.Gaz.NameIn(h.Ref, unicode.Arabic)) >= toponym.MinSound
	})
}

// isLittleKnownAbroad reports whether all places of that name are small towns of countries where
// Arabic is not spoken; only gazetteers write their names in Arabic: أغار, for Eagar in Arizona,
// is a verb.
func (c *classifier) isLittleKnownAbroad(s *toponym.Toponym) bool {
	c.Step(len(s.Hits))
	return c.Prominence(s) < toponym.CommonNeeds && !slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		place := c.Gaz.Place(h.Ref)
		return place.MayBeArabic() || place.Kind.Class() != 'P' || c.Gaz.Curated(h.Ref)
	})
}

// isPossessed reports whether a little-known name may be a noun with the suffix for "his": قصره,
// of قصر, if no place has the name with that ه.
func (c *classifier) isPossessed(s *toponym.Toponym) bool {
	stem, isHis := strings.CutSuffix(c.Source[s.Start:s.End], "ه")
	if !isHis || c.isDefinite(s) || s.First > 0 && c.Words[s.First-1]&lexicon.Class != 0 {
		return false
	}
	return c.Prominence(s) < toponym.CommonNeeds && c.Lex.Words[gazetteer.FoldWord(stem)]&(lexicon.Noun|lexicon.Common|lexicon.Class) != 0 &&
		!slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return strings.HasSuffix(h.Name, "ه") })
}

// isOfBattle reports whether an Arabic name follows a word for battle. Battles keep the name
// that the city had then: معركة ستالينغراد.
func (c *classifier) isOfBattle(s *toponym.Toponym) bool {
	i := c.governor(s)
	return i >= 0 && c.Tokens[i].Base == "معركه"
}

// isBehindBearing reports whether an Arabic name in a curated table is governed by a direction,
// a landform or a word for surroundings: شمال الباب, but not شمالي; بادية السخنة; محيط السخنة;
// قرب السخنة if the text is about its country.
func (c *classifier) isBehindBearing(s *toponym.Toponym) bool {
	i := c.governor(s)
	if i < 0 || !c.isInTable(s) {
		return false
	}
	switch word := c.Tokens[i].Base; {
	case c.Lex.Bearings[word] != "" && c.Words[i]&lexicon.Direction != 0, c.Lex.Regions[word] == "surroundings", c.isLandform(word):
		return true
	case c.Lex.Regions[word] == "countryside", c.Lex.Beside[word]:
		return c.leansTo(s)
	case i > 0 && c.Words[i]&lexicon.Preposition != 0 && c.Lex.Beside[c.Tokens[i-1].Base] && !c.Breaks(i-1): // بالقرب من
		return c.leansTo(s)
	}
	return false
}

// isLandform reports whether a word means a desert, plain, valley or mountain, which may be
// named after towns: بادية السخنة.
func (c *classifier) isLandform(word string) bool {
	return strings.HasPrefix(c.Lex.MainKind(word), "T.")
}

// isSaidIn reports whether a name in the curated table of the country that the text is about
// follows "in" and ends its phrase: سيطر الجيش اليمني على مواقع في حجة.
func (c *classifier) isSaidIn(s *toponym.Toponym) bool {
	i := s.First - 1
	return i >= 0 && c.Tokens[i].Base == "في" && !c.Breaks(i) && c.EndsPhrase(s) && c.isInTable(s) && c.isOfTheTheatre(s)
}

// isReached reports whether the name of a city in a curated table, without an article, follows "in" or
// "to" and ends its phrase: وصل إلى جدة.
func (c *classifier) isReached(s *toponym.Toponym) bool {
	i, next := s.First-1, s.Last+1
	if i < 0 || c.Breaks(i) || c.HasPrefix(s) || c.isDefinite(s) || !c.isInTable(s) || c.Tokens[i].Fold != "في" && c.Tokens[i].Fold != "الي" {
		return false
	}
	if !slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { place := c.Gaz.Place(h.Ref); return place.MayBeArabic() }) {
		return false // سيول, floods and Seoul
	}
	return c.EndsPhrase(s) || c.Words[next]&lexicon.Calendar != 0 || c.Lex.Circumstances[c.Tokens[next].Fold]
}

// maxLocating is how many words may locate a name in a division: بريف, غرب محافظة.
const maxLocating = 2

// isLocatedBehind reports whether a preposition precedes a name in a curated table, and its location in
// that place's division follows: في الكرامة شرق الرقة, في المنصورة بريف الرقة الغربي.
func (c *classifier) isLocatedBehind(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 0 || c.Breaks(i) || c.Words[i]&lexicon.Preposition == 0 || !c.isInTable(s) {
		return false
	}
	for j := s.Last + 1; j <= s.Last+maxLocating && c.FollowsBlank(j) && c.locates(j); j++ {
		if j+1 < len(c.Tokens) && c.BlankBefore(j+1) && c.NameOf[j+1] >= 0 {
			return c.isOfDivision(s, &c.Names[c.NameOf[j+1]])
		}
	}
	return false
}

// locates reports whether token j is a direction, "in the countryside of" or "in the province of".
func (c *classifier) locates(j int) bool {
	t := &c.Tokens[j]
	return t.Bearing != "" || t.Region != "" || c.Words[j]&lexicon.Class != 0
}

// isOfDivision reports whether a curated place that a name may mean lies in the first-level
// division of one that another may mean.
func (c *classifier) isOfDivision(s, division *toponym.Toponym) bool {
	c.Step(len(s.Hits) + len(division.Hits))
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		place := c.Gaz.Place(h.Ref)
		return c.Gaz.Curated(h.Ref) && c.articlesAgree(s, h.Name) && slices.ContainsFunc(division.Hits, func(d gazetteer.Hit) bool {
			of := c.Gaz.Place(d.Ref)
			return of.Country == place.Country && of.Admin1 == place.Admin1 && place.Admin1 != ""
		})
	})
}

// maxSeized is how many words may separate a verb and the place that it takes: سيطرت قوات
// المعارضة على.
const maxSeized = 4

// isSeized reports whether a name in a curated table is the object of a verb of taking, shelling
// or besieging, with nothing before it that could govern it: سيطرت القوات على الميادين, قصف
// الطيران الميادين.
func (c *classifier) isSeized(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 0 || c.Breaks(i) || c.HasPrefix(s) || c.hasDefiniteAfter(s) || !c.isInTable(s) {
		return false
	}
	if c.Tokens[i].Fold != "علي" && !token.HasArticle(&c.Tokens[i]) && !c.Lex.Seizing[c.Tokens[i].Base] && !c.isAdjectiveOfPlural(i) {
		return false
	}
	for n := 0; i >= 0 && n <= maxSeized && !c.Breaks(i); n++ {
		if c.Lex.Seizing[c.Tokens[i].Base] {
			return true
		}
		i--
	}
	return false
}

// isAdjectiveOfPlural reports whether token i is the adjective of an indefinite plural, which
// governs no name: استهدفت غارات جوية الميادين.
func (c *classifier) isAdjectiveOfPlural(i int) bool {
	return i > 0 && !c.Breaks(i-1) && strings.HasSuffix(c.Tokens[i].Text, "ية") && strings.HasSuffix(c.Tokens[i-1].Text, "ات") &&
		!token.HasArticle(&c.Tokens[i]) && !token.HasArticle(&c.Tokens[i-1])
}

// hasDefiniteAfter reports whether a word with the article follows that may be the adjective
// of a name, as no word for a time is: السخنة العام الماضي.
func (c *classifier) hasDefiniteAfter(s *toponym.Toponym) bool {
	i := s.Last + 1
	return c.FollowsBlank(i) && token.HasArticle(&c.Tokens[i]) && !c.Lex.Circumstances[c.Tokens[i].Fold]
}

// isRoadEnd reports whether an Arabic name that a table lists is one of two after the word for a
// road: طريق الباب الراعي.
func (c *classifier) isRoadEnd(s *toponym.Toponym) bool {
	i := c.NameOf[s.First]
	return i >= 0 && (c.isRoadOf(int(i), int(i)+1) || c.isRoadOf(int(i)-1, int(i)))
}

// isRoadOf reports whether two names in a curated table are the ends of a road: next to each
// other after a word for road, with or without a dash, or joined by "and" after "the road
// between".
func (c *classifier) isRoadOf(from, to int) bool {
	if from < 0 || to >= len(c.Names) {
		return false
	}
	a, b := &c.Names[from], &c.Names[to]
	i := a.First - 1
	if i < 0 || b.First != a.Last+1 || !c.BlankBefore(a.First) || !c.isInTable(a) || !c.isInTable(b) {
		return false
	}
	if c.Lex.Amounts[c.Tokens[i].Base] == "between" {
		return c.HasPrefix(b) && c.FollowsBlank(i) && (c.RouteAt(i-1) != "" || c.FollowsBlank(i-1) && c.RouteAt(i-2) != "") // الطريق الواصل بين
	}
	return c.RouteAt(i) != "" && (c.BlankBefore(b.First) || c.isDash(a.Last))
}

// isInTable reports whether a curated table has an Arabic name, with or without its article.
func (c *classifier) isInTable(s *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Curated(h.Ref) && c.articlesAgree(s, h.Name) })
}

// isDefinite reports whether an Arabic name is written with the article.
func (c *classifier) isDefinite(s *toponym.Toponym) bool { return token.HasArticle(&c.Tokens[s.First]) }

// hasAdjective reports whether the next word is an adjective, as both words have the article:
// الثورة السورية, المشهد الميداني.
func (c *classifier) hasAdjective(s *toponym.Toponym) bool {
	if before := s.First - 1; before >= 0 && c.NameOf[before] >= 0 && c.isDash(before) {
		return false // the road's, of طريق بغداد - الرمادي الدولي
	}
	i := s.Last + 1
	if before := s.First - 1; c.FollowsBlank(s.First) && c.RouteAt(before) != "" && c.isInTable(s) && c.FollowsBlank(i) && c.Words[i] == 0 && !c.IsDemonymToken(i) {
		return false // the next word is the road's other end, of طريق النبطية الخردلي
	}
	return c.isDefinite(s) && c.FollowsBlank(i) && strings.HasPrefix(c.Tokens[i].Text, "ال") && !c.Lex.Circumstances[c.Tokens[i].Fold] && (c.NameOf[i] < 0 || c.IsDemonymToken(i))
}

// isDash reports whether a hyphen or dash, spaced or not, separates tokens i and i+1.
func (c *classifier) isDash(i int) bool {
	gap := strings.TrimSpace(c.Gap(i))
	return gap == "-" || gap == "–" || gap == "—"
}

// hasPlaceCue reports whether an Arabic word occurs where places do: after a preposition or #, a
// noun that can't govern it (دخل الجيش الباب), or another name and "and".
func (c *classifier) hasPlaceCue(s *toponym.Toponym) bool {
	i := s.First - 1
	if strings.ContainsAny(c.Source[c.Tokens[s.First].Start:s.Start], "بل") || strings.HasSuffix(c.Source[:s.Start], "#") {
		return true
	}
	if i < 0 {
		return false
	}
	if c.NameOf[i] >= 0 && token.IsListGap(c.Source[c.Tokens[i].End:s.Start]) {
		return true
	}
	return !c.Breaks(i) && !c.HasPrefix(s) && (c.Words[i]&(lexicon.Preposition|lexicon.Locative|lexicon.Class) != 0 || token.HasArticle(&c.Tokens[i]))
}

// hasItsArticle reports whether a name has the Arabic article exactly if the word does: al-Bab
// is a town, باب a door.
func (c *classifier) hasItsArticle(s *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.articlesAgree(s, h.Name) })
}

// leansTo reports whether a place of that name is in a country that the text is about.
func (c *classifier) leansTo(s *toponym.Toponym) bool {
	for _, h := range s.Hits {
		if c.leaning[c.Gaz.Country(h.Ref)] >= toponym.SupportEnough {
			return true
		}
	}
	return false
}
