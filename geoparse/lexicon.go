package geoparse

import (
	"embed"
	"fmt"
	"strconv"
	"strings"

	"dateline/gazetteer"
)

// lexiconFiles are the words that tell what the names beside them are, a file
// for each language.
//
//go:embed lexicon
var lexiconFiles embed.FS

// role bits of a word of the lexicon.
type wordSet uint64

const (
	isClass         wordSet = 1 << iota // governorate, village, قرية
	isSpanClass                         // a class word that, with a capital, belongs to the name: Idlib Governorate
	isDirection                         // northern, greater, شمالي
	isPreposition                       // in, near, في
	isTitle                             // president, الرئيس
	isOrgTail                           // Damascus University: makes what stands before it an organisation
	isOrgHead                           // University of Damascus: makes what follows its "of" one
	isSay                               // said, accuses, اعلنت: what speaks is a government, not a town
	isCalendar                          // months and days
	isStop                              // common words, not names by themselves
	isFirstName                         // given names
	isCommon                            // words of everyday language
	isNoun                              // Arabic nouns of the dictionary that are names of places too
	isAbbreviation                      // st: the dot after it ends no sentence
	isStreet                            // Road, Square: makes what stands before it a part of some town
	isNameHead                          // كفر, دير: first words of names, often written together with the next
	isOpenHead                          // abu, sidi: first words of names of places and people alike
	isLocative                          // in, near, outside: what follows is a place
	isAttached                          // aides, lawyers: belong to the person that "to" or "for" names
	isDeed                              // resigned, fled: what people do, and places don't
	isParticiple                        // backed, led: makes a country before its hyphen an adjective
	isOrgNoun                           // agency, newspaper: names an organisation after it
	isModifier                          // gas, military: stands between a name and its class word
	isDefinite                          // class words that are said of one kind of place only
	isSettlement                        // village, قرية: what follows or precedes is a name
	isVillage                           // village, قرية: what is called so is no part of a city
	isSurname                           // family names
	isGivenOrPlace                      // Paris, Jordan: given names that are better known as places
	isThing                             // virus, fever: called after a place, wherever it is
	isSide                              // sharqi, gharbi: the Arabic adjectives that tell twin villages apart
	isExtent                            // zone, belt: land of some width around a place
	isPlural                            // villages, قرى: class words that go on through a list
	isWaterside                         // bank, swam: beside, on or over a river
	isPatronym                          // bin, ibn: between a person's name and the father's
	isInner                             // شهداء: stands inside an organisation's name, between its head and a place
	isFrontHead                         // جبهة: an organisation's head only where another noun follows
	isThingHead                         // frigate, شارع: makes what follows a thing called after it
	isVessel                            // frigate, مدمرة: does so with the Arabic article too
	isNamedHead                         // Hurricane, Dynamo: does so with a capital
	isNamedThing                        // Street, Bridge: with a capital called after a place, wherever it is
	isGoods                             // steel, coffee: called after a town, but traded by a country
	isAgreement                         // treaty, accords: called after where it was signed
	isAgreementKind                     // peace, nuclear: between the place and the agreement
	isNoble                             // duke, prince: makes what follows its "of" part of a title
)

// lexicon maps folded words to what they tell.
type lexicon struct {
	words      map[string]wordSet
	classes    map[string][]string // of a class word: prefixes of the kinds it stands for
	bearings   map[string]string   // of a direction: its bearing, "centre" or "greater"
	compass    map[string]string   // of the abbreviation of a direction: its bearing
	regions    map[string]string   // of a word for a part or surroundings: what it is
	routes     map[string]string   // of a word for a line: what it is
	units      map[string]float64  // of a unit of length: kilometres
	duals      map[string]float64  // of two of a unit in one word: kilometres
	numbers    map[string]float64  // of a number in words: its value
	amounts    map[string]string   // of a word that stands with distances: what it does to them
	urban      map[string]bool     // words that are said of cities, not of their governorates
	contact    map[string]bool     // words for fighting, and for where sides face each other
	goesOn     map[string]bool     // words that say that something happens, or when
	middle     map[string]bool     // words for the middle of a way
	position   map[string]bool     // words that coordinates follow
	figures    map[string]bool     // words for money, rates and scores, whose numbers are none
	apposition map[string]bool     // words between a name and what says where it lies
	held       map[string]bool     // areas, villages: what lies in a division
	holding    map[string]bool     // in, across: between those and the division
	seizing    map[string]bool     // Arabic verbs and nouns of taking, shelling and besieging places
	// Words that make a country or capital its government.
	governing, targeting map[string]bool // what it does, and what is done to it; verbs in their base form
	auxiliary            map[string]bool // helping words before those
	policy               map[string]bool // what it has
	// organisations are names that hold a place's name without meaning the
	// place, as folded words after the first, by the first.
	organisations map[string][][]string
}

var lexiconSections = map[string]wordSet{
	"class": isClass, "spanclass": isSpanClass, "direction": isDirection, "preposition": isPreposition,
	"title": isTitle, "orgtail": isOrgTail, "orghead": isOrgHead, "say": isSay,
	"calendar": isCalendar, "stop": isStop, "firstname": isFirstName,
	"common": isCommon, "abbreviation": isAbbreviation, "streetclass": isStreet, "namehead": isNameHead,
	"participle": isParticiple, "orgnoun": isOrgNoun, "modifier": isModifier,
	"definite": isDefinite, "settlement": isSettlement | isDefinite, "village": isVillage,
	"surname": isSurname, "givenorplace": isGivenOrPlace, "thing": isThing, "patronym": isPatronym, "waterside": isWaterside, "plural": isPlural,
	"extent": isExtent, "side": isSide, "openhead": isOpenHead, "locative": isLocative, "noun": isNoun, "deed": isDeed, "attached": isAttached,
	"inner": isInner, "fronthead": isFrontHead, "thinghead": isThingHead, "vessel": isVessel, "namedhead": isNamedHead, "namedthing": isNamedThing,
	"goods": isGoods, "agreement": isAgreement, "agreementkind": isAgreementKind, "noble": isNoble,
}

func readLexicon() (*lexicon, error) {
	lex := &lexicon{
		words: map[string]wordSet{}, classes: map[string][]string{},
		bearings: map[string]string{}, compass: map[string]string{}, regions: map[string]string{}, routes: map[string]string{}, amounts: map[string]string{},
		units: map[string]float64{}, duals: map[string]float64{}, numbers: map[string]float64{},
		organisations: map[string][][]string{},
	}
	for _, set := range lex.wordLists() {
		*set = map[string]bool{}
	}
	files, err := lexiconFiles.ReadDir("lexicon")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		text, err := lexiconFiles.ReadFile("lexicon/" + f.Name())
		if err != nil {
			return nil, err
		}
		if err := lex.add(string(text)); err != nil {
			return nil, fmt.Errorf("lexicon/%s: %w", f.Name(), err)
		}
	}
	return lex, nil
}

// add reads a file of sections. Those of sets hold words, one or more a line;
// those of meanings hold a word and what it means on each line.
func (lex *lexicon) add(text string) error {
	section := ""
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if name, isHeader := strings.CutPrefix(line, "["); isHeader {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		if err := lex.addLine(section, line); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

func (lex *lexicon) addLine(section, line string) error {
	if set, ok := lexiconSections[section]; ok && set != isClass {
		for _, word := range strings.Fields(line) {
			lex.words[gazetteer.FoldWord(word)] |= set
		}
		return nil
	}
	if set := lex.wordLists()[section]; set != nil {
		for _, word := range strings.Fields(line) {
			(*set)[gazetteer.FoldWord(word)] = true
		}
		return nil
	}
	if section == "organisation" {
		words := strings.Fields(gazetteer.Fold(line))
		lex.organisations[words[0]] = append(lex.organisations[words[0]], words[1:])
		return nil
	}
	word, meaning, ok := strings.Cut(line, " ")
	if !ok {
		return fmt.Errorf("%q has no meaning", line)
	}
	word = gazetteer.FoldWord(word)
	switch section {
	case "class":
		lex.words[word] |= isClass
		lex.classes[word] = strings.Split(meaning, ",")
	case "bearing":
		lex.bearings[word] = meaning
	case "compass":
		lex.compass[word] = meaning
	case "region":
		lex.regions[word] = meaning
	case "route":
		lex.routes[word] = meaning
	case "amount":
		lex.amounts[word] = meaning
	case "unit":
		return setNumber(lex.units, word, meaning)
	case "dual":
		return setNumber(lex.duals, word, meaning)
	case "number":
		return setNumber(lex.numbers, word, meaning)
	default:
		return fmt.Errorf("unknown section %q", section)
	}
	return nil
}

// wordLists returns the sets that sections of words fill, by the name of the
// section.
func (lex *lexicon) wordLists() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"urban": &lex.urban, "contact": &lex.contact, "goeson": &lex.goesOn, "middle": &lex.middle,
		"position": &lex.position, "figures": &lex.figures, "apposition": &lex.apposition, "seizing": &lex.seizing, "held": &lex.held, "holding": &lex.holding,
		"governing": &lex.governing, "targeting": &lex.targeting, "auxiliary": &lex.auxiliary, "policy": &lex.policy,
	}
}

// setNumber stores the number that a word means.
func setNumber(numbers map[string]float64, word, meaning string) error {
	n, err := strconv.ParseFloat(meaning, 64)
	if err != nil || n <= 0 {
		return fmt.Errorf("%q means no number above zero: %q", word, meaning)
	}
	numbers[word] = n
	return nil
}

// knows reports whether the lexicon holds the folded word.
func (lex *lexicon) knows(fold string) bool {
	return lex.words[fold] != 0 || lex.bearings[fold] != "" || lex.regions[fold] != "" || lex.routes[fold] != "" || lex.contact[fold]
}

// fits reports whether a place of the kind can be called by the class word.
func (lex *lexicon) fits(class string, kind gazetteer.Kind) bool { return lex.fit(class, kind) > 0 }

// fit says from 0 to 1 how well a kind fits a class word: kinds that the
// lexicon lists first fit best.
func (lex *lexicon) fit(class string, kind gazetteer.Kind) float64 {
	for i, prefix := range lex.classes[class] {
		if prefix == "-" || strings.HasPrefix(string(kind), prefix) {
			return 1 / (1 + float64(i)/3)
		}
	}
	return 0
}
