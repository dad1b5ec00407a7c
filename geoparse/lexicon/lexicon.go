// Package lexicon holds the words that tell what the names beside them are: class
// words, titles, prepositions, directions, organisations, numbers. They stand in text
// files, one for each language or theme, under headings; keys are folded as
// gazetteer.FoldWord folds them.
//
//	lex, err := lexicon.Read()
//	lex.Words["governorate"]&lexicon.Class != 0 // true
//	lex.Fits("governorate", "A.ADM1")           // true
//
// A Lexicon is not changed once it is read, and safe for concurrent use.
package lexicon

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
)

// files are the words that tell what the names beside them are, a file
// for each language.
//
//go:embed *.txt
var files embed.FS

// Set says what a word is, a bit for each.
type Set uint64

// What words are.
const (
	Class         Set = 1 << iota // governorate, village, قرية
	SpanClass                     // a class word that, with a capital, belongs to the name: Idlib Governorate
	Direction                     // northern, greater, شمالي
	Preposition                   // in, near, في
	Title                         // president, الرئيس
	OrgTail                       // Damascus University: makes what stands before it an organisation
	OrgHead                       // University of Damascus: makes what follows its "of" one
	Say                           // said, accuses, اعلنت: what speaks is a government, not a town
	Calendar                      // months and days
	Stop                          // common words, not names by themselves
	FirstName                     // given names
	Common                        // words of everyday language
	Noun                          // Arabic nouns of the dictionary that are names of places too
	Abbreviation                  // st: its dot may stand inside a name
	Street                        // Road, Square: makes what stands before it a part of some town
	NameHead                      // كفر, دير: first words of names, often written together with the next
	OpenHead                      // abu, sidi: first words of names of places and people alike
	Locative                      // in, near, outside: what follows is a place
	Attached                      // aides, lawyers: belong to the person that "to" or "for" names
	Deed                          // resigned, fled: what people do, and places don't
	Participle                    // backed, led: makes a country before its hyphen an adjective
	OrgNoun                       // agency, newspaper: names an organisation after it
	Modifier                      // gas, military: stands between a name and its class word
	Definite                      // class words that are said of one kind of place only
	Settlement                    // village, قرية: what follows or precedes is a name
	Village                       // village, قرية: what is called so is no part of a city
	Surname                       // family names
	GivenOrPlace                  // Paris, Jordan: given names that are better known as places
	Thing                         // virus, fever: called after a place, wherever it is
	Side                          // sharqi, gharbi: the Arabic adjectives that tell twin villages apart
	Extent                        // zone, belt: land of some width around a place
	Plural                        // villages, قرى: class words that go on through a list
	Waterside                     // bank, swam: beside, on or over a river
	Patronym                      // bin, ibn: between a person's name and the father's
	Inner                         // شهداء: stands inside an organisation's name, between its head and a place
	FrontHead                     // جبهة: an organisation's head only where another noun follows
	ThingHead                     // frigate, شارع: makes what follows a thing called after it
	Vessel                        // frigate, مدمرة: does so with the Arabic article too
	NamedHead                     // Hurricane, Dynamo: does so with a capital
	NamedThing                    // Street, Bridge: with a capital called after a place, wherever it is
	Goods                         // steel, coffee: called after a town, but traded by a country
	Agreement                     // treaty, accords: called after where it was signed
	AgreementKind                 // peace, nuclear: between the place and the agreement
	Noble                         // duke, prince: makes what follows its "of" part of a title
)

// Lexicon maps folded words to what they tell.
type Lexicon struct {
	Words        map[string]Set
	Classes      map[string][]string // of a class word: prefixes of the kinds it stands for
	Bearings     map[string]string   // of a direction: its bearing, "centre" or "greater"
	Compass      map[string]string   // of the abbreviation of a direction: its bearing
	Regions      map[string]string   // of a word for a part or surroundings: what it is
	Routes       map[string]string   // of a word for a line: what it is
	Units        map[string]float64  // of a unit of length: kilometres
	Duals        map[string]float64  // of two of a unit in one word: kilometres
	Numbers      map[string]float64  // of a number in words: its value
	Amounts      map[string]string   // of a word that stands with distances: what it does to them
	Urban        map[string]bool     // words that are said of cities, not of their governorates
	Contact      map[string]bool     // words for fighting, and for where sides face each other
	GoesOn       map[string]bool     // words that say that something happens, or when
	Middle       map[string]bool     // words for the middle of a way
	Position     map[string]bool     // words that coordinates follow
	Figures      map[string]bool     // words for money, rates and scores, whose numbers are none
	Apposition   map[string]bool     // words between a name and what says where it lies
	Held         map[string]bool     // areas, villages: what lies in a division
	Holding      map[string]bool     // in, across: between those and the division
	Dotted       map[string]bool     // Mr, Sept: words as written whose dot ends no sentence
	Naming       map[string]bool     // named, dubbed: between a bearer and its name
	Bearers      map[string]bool     // man, dog: what has names that places have too
	Bylines      map[string]bool     // reporting, photo: with "by" before who wrote a text or made a picture
	Seated       map[string]bool     // university, museum: organisations that stand somewhere
	Seizing      map[string]bool     // Arabic verbs and nouns of taking, shelling and besieging places
	VerbalThings map[string]bool     // roses: called after a place, but verbs too
	// Words that make a country or capital its government.
	Governing, Targeting map[string]bool // what it does, and what is done to it; verbs in their base form
	Attacking            map[string]bool // what a state does to places, as written behind one that does it
	Auxiliary            map[string]bool // helping words before those
	Passive              map[string]bool // those of them that make the verb passive
	Organs               map[string]bool // what it acts through, before which its name stands as an adjective does
	Policy               map[string]bool // what it has
	Grammar
	above, below map[string]bool // folded words written with a hamza or madda above their first alef, and with one below
	SameDay      []string        // phrases, as written, for the day of what was told before
	// organisations are names that hold a place's name without meaning the
	// place, as folded words after the first, by the first.
	Organisations map[string][][]string
}

var sections = map[string]Set{
	"class": Class, "spanclass": SpanClass, "direction": Direction, "preposition": Preposition,
	"title": Title, "orgtail": OrgTail, "orghead": OrgHead, "say": Say,
	"calendar": Calendar, "stop": Stop, "firstname": FirstName,
	"common": Common, "abbreviation": Abbreviation, "streetclass": Street, "namehead": NameHead,
	"participle": Participle, "orgnoun": OrgNoun, "modifier": Modifier,
	"definite": Definite, "settlement": Settlement | Definite, "village": Village,
	"surname": Surname, "givenorplace": GivenOrPlace, "thing": Thing, "patronym": Patronym, "waterside": Waterside, "plural": Plural,
	"extent": Extent, "side": Side, "openhead": OpenHead, "locative": Locative, "noun": Noun, "deed": Deed, "attached": Attached,
	"inner": Inner, "fronthead": FrontHead, "thinghead": ThingHead, "vessel": Vessel, "namedhead": NamedHead, "namedthing": NamedThing,
	"goods": Goods, "agreement": Agreement, "agreementkind": AgreementKind, "noble": Noble,
}

// manyWords is more than the tables have, so that the map of them need not grow.
const manyWords = 80_000

// Read reads the embedded tables. It fails only when one of them is broken.
func Read() (*Lexicon, error) {
	lex := &Lexicon{
		Words: make(map[string]Set, manyWords), Classes: map[string][]string{},
		Bearings: map[string]string{}, Compass: map[string]string{}, Regions: map[string]string{}, Routes: map[string]string{}, Amounts: map[string]string{},
		Units: map[string]float64{}, Duals: map[string]float64{}, Numbers: map[string]float64{},
		Organisations: map[string][][]string{}, Dotted: map[string]bool{}, above: map[string]bool{}, below: map[string]bool{},
	}
	for _, set := range lex.wordLists() {
		*set = map[string]bool{}
	}
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, f := range entries {
		text, err := files.ReadFile(f.Name())
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
func (lex *Lexicon) add(text string) error {
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

func (lex *Lexicon) addLine(section, line string) error {
	if set, ok := sections[section]; ok && set != Class {
		for _, word := range strings.Fields(line) {
			fold := gazetteer.FoldWord(word)
			lex.Words[fold] |= set
			lex.noteHamza(word, fold)
		}
		return nil
	}
	if set := lex.wordLists()[section]; set != nil {
		for _, word := range strings.Fields(line) {
			(*set)[gazetteer.FoldWord(word)] = true
		}
		return nil
	}
	if section == "dotted" {
		for _, word := range strings.Fields(line) {
			lex.Dotted[word] = true
		}
		return nil
	}
	if section == "sameday" {
		lex.SameDay = append(lex.SameDay, line)
		return nil
	}
	if section == "organisation" {
		words := strings.Fields(gazetteer.Fold(line))
		lex.Organisations[words[0]] = append(lex.Organisations[words[0]], words[1:])
		return nil
	}
	word, meaning, ok := strings.Cut(line, " ")
	if !ok {
		return fmt.Errorf("%q has no meaning", line)
	}
	word = gazetteer.FoldWord(word)
	switch section {
	case "class":
		lex.Words[word] |= Class
		lex.Classes[word] = strings.Split(meaning, ",")
	case "bearing":
		lex.Bearings[word] = meaning
	case "compass":
		lex.Compass[word] = meaning
	case "region":
		lex.Regions[word] = meaning
	case "route":
		lex.Routes[word] = meaning
	case "amount":
		lex.Amounts[word] = meaning
	case "unit":
		return setNumber(lex.Units, word, meaning)
	case "dual":
		return setNumber(lex.Duals, word, meaning)
	case "number":
		return setNumber(lex.Numbers, word, meaning)
	default:
		return fmt.Errorf("unknown section %q", section)
	}
	return nil
}

// noteHamza notes how the first alef of an Arabic word is written.
func (lex *Lexicon) noteHamza(word, fold string) {
	switch first, _ := utf8.DecodeRuneInString(word); first {
	case 'أ', 'آ':
		lex.above[fold] = true
	case 'إ':
		lex.below[fold] = true
	}
}

// IsOther reports whether a word with a hamza below its first alef folds to one that is only
// ever written with another: إب is a city, أب a father and آب August.
func (lex *Lexicon) IsOther(written, fold string) bool {
	return strings.HasPrefix(written, "إ") && lex.above[fold] && !lex.below[fold]
}

// Grammar are the words of grammar.txt, which says what they do.
type Grammar struct {
	CityLinks, Dealings, Inside, Beside, Personal, That, By, Openers, DateOpeners, BeforeMonths, Tags, Capitals, BesidePairs, Anaphors, CompassNouns, DirectionAdjectives, ManyParts, BorderLinks, DistanceLinks, DistancesFrom, Shores, Fillers, Along, RouteAdjectives, EndLinks, EndJoins, Cornered, Carried, Circumstances map[string]bool
}

// Use is a set of those lists of a Grammar that are asked for at most words of a text.
type Use uint8

// Uses of words.
const (
	Filler      Use = 1 << iota // Fillers
	EndLink                     // EndLinks
	CapitalWord                 // Capitals
	Opener                      // Openers
	DateOpener                  // DateOpeners
)

// UseOf returns the lists that a folded word stands in; base is the word without the prefixes
// that hide an Arabic one from the lexicon.
func (g *Grammar) UseOf(fold, base string) Use {
	var use Use
	for _, list := range [...]struct {
		has bool
		use Use
	}{
		{g.Fillers[fold], Filler}, {g.EndLinks[base], EndLink}, {g.Capitals[base], CapitalWord}, {g.Openers[fold], Opener}, {g.DateOpeners[fold], DateOpener},
	} {
		if list.has {
			use |= list.use
		}
	}
	return use
}

// wordLists returns the sets that sections of words fill, by the name of the
// section.
func (lex *Lexicon) wordLists() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"urban": &lex.Urban, "contact": &lex.Contact, "goeson": &lex.GoesOn, "middle": &lex.Middle,
		"position": &lex.Position, "figures": &lex.Figures, "apposition": &lex.Apposition, "seizing": &lex.Seizing, "seated": &lex.Seated, "naming": &lex.Naming, "bearer": &lex.Bearers, "byline": &lex.Bylines, "verbalthing": &lex.VerbalThings, "held": &lex.Held, "holding": &lex.Holding,
		"governing": &lex.Governing, "targeting": &lex.Targeting, "auxiliary": &lex.Auxiliary, "passive": &lex.Passive, "attacking": &lex.Attacking, "organs": &lex.Organs, "policy": &lex.Policy,
		"citylink": &lex.CityLinks, "dealing": &lex.Dealings, "inside": &lex.Inside, "beside": &lex.Beside, "anaphor": &lex.Anaphors,
		"compassnoun": &lex.CompassNouns, "directionadjective": &lex.DirectionAdjectives, "manyparts": &lex.ManyParts, "borderlink": &lex.BorderLinks, "distancelink": &lex.DistanceLinks,
		"personal": &lex.Personal, "that": &lex.That, "by": &lex.By, "opener": &lex.Openers, "dateopener": &lex.DateOpeners, "beforemonth": &lex.BeforeMonths, "tags": &lex.Tags, "capital": &lex.Capitals, "besidepair": &lex.BesidePairs, "distancefrom": &lex.DistancesFrom, "shore": &lex.Shores, "filler": &lex.Fillers, "along": &lex.Along, "routeadjective": &lex.RouteAdjectives, "endlink": &lex.EndLinks, "endjoin": &lex.EndJoins,
		"cornered": &lex.Cornered, "carried": &lex.Carried, "circumstance": &lex.Circumstances,
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

// Knows reports whether the lexicon holds the folded word.
func (lex *Lexicon) Knows(fold string) bool {
	return lex.Words[fold] != 0 || lex.Bearings[fold] != "" || lex.Regions[fold] != "" || lex.Routes[fold] != "" || lex.Contact[fold]
}

// Fits reports whether a place of the kind can be called by the class word.
func (lex *Lexicon) Fits(class string, kind gazetteer.Kind) bool { return lex.Fit(class, kind) > 0 }

// Fit says from 0 to 1 how well a kind fits a class word: kinds that the
// lexicon lists first fit best.
func (lex *Lexicon) Fit(class string, kind gazetteer.Kind) float64 {
	for i, prefix := range lex.Classes[class] {
		if prefix == "-" || strings.HasPrefix(string(kind), prefix) {
			return 1 / (1 + float64(i)/3)
		}
	}
	return 0
}

// IsVague reports whether a class word is said of anything: area, state.
func (lex *Lexicon) IsVague(class string) bool { return lex.Words[class]&Definite == 0 }

// ListClass returns the class of the items that follow one of this class in a
// list: that of "the villages of A, B and C", "" of "the village of A, B and C".
func (lex *Lexicon) ListClass(class string) string {
	if lex.Words[class]&Plural != 0 {
		return class
	}
	return ""
}
