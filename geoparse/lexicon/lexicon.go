// Package lexicon holds the words that identify the names beside them: class words, titles,
// prepositions, directions, organisations, numbers. They are in text files, one for each language
// or theme, under headings; keys are folded as gazetteer.FoldWord folds them.
//
//	lex, err := lexicon.Read()
//	lex.Words["governorate"]&lexicon.Class != 0 // true
//	lex.Fits("governorate", "A.ADM1")           // true
//
// A Lexicon is not changed once it is read, and safe for concurrent use.
package lexicon

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/gazetteer"
)

// Set is what a word can be, as a bit set.
type Set uint64

// Classes of words.
const (
	Class         Set = 1 << iota // governorate, village, قرية
	SpanClass                     // a class word that, if capitalised, belongs to the name: Idlib Governorate
	Direction                     // northern, greater, شمالي
	Preposition                   // in, near, في
	Title                         // president, الرئيس
	OrgTail                       // Damascus University: makes the name before it an organisation
	OrgHead                       // University of Damascus: makes the name after its "of" one
	Say                           // said, accuses, اعلنت: the speaker is a government, not a town
	Calendar                      // months and days
	Stop                          // common words that are not names by themselves
	FirstName                     // given names
	Common                        // words of everyday language
	Noun                          // Arabic dictionary nouns that are also names of places
	Abbreviation                  // st: its dot may be inside a name
	Street                        // Road, Square: makes the name before it part of a town
	NameHead                      // كفر, دير: first words of names, often joined to the next
	OpenHead                      // abu, sidi: first words of names of places and people alike
	Locative                      // in, near, outside: what follows is a place
	Attached                      // aides, lawyers: belong to the person after "to" or "for"
	Deed                          // resigned, fled: done by people, not places
	Participle                    // backed, led: makes a country before its hyphen an adjective
	OrgNoun                       // agency, newspaper: names an organisation after it
	Modifier                      // gas, military: between a name and its class word
	Definite                      // class words used of one kind of place only
	Settlement                    // village, قرية: what follows or precedes is a name
	Village                       // village, قرية: never part of a city
	Surname                       // family names
	GivenOrPlace                  // Paris, Jordan: given names better known as places
	Thing                         // virus, fever: named after a place, wherever it is
	Side                          // sharqi, gharbi: Arabic adjectives that distinguish twin villages
	Extent                        // zone, belt: a strip of land around a place
	Plural                        // villages, قرى: class words that apply to a whole list
	Waterside                     // bank, swam: beside, on or over a river
	Patronym                      // bin, ibn: between the names of a person and the father
	Inner                         // شهداء: inside an organisation's name, between its head and a place
	FrontHead                     // جبهة: heads an organisation only if another noun follows
	ThingHead                     // frigate, شارع: what it names is called after a place
	Vessel                        // frigate, مدمرة: the same, also with the Arabic article
	NamedHead                     // Hurricane, Dynamo: the same, if capitalised
	NamedThing                    // Street, Bridge: if capitalised, called after a place, wherever it is
	Goods                         // steel, coffee: called after a town, or traded by a country
	Agreement                     // treaty, accords: called after the place of signing
	AgreementKind                 // peace, nuclear: between the place and the agreement
	Noble                         // duke, prince: the name after its "of" is part of a title
)

// Lexicon maps folded words to their classes and meanings.
type Lexicon struct {
	Words        map[string]Set
	Classes      map[string][]string // of a class word: prefixes of the kinds it covers
	Bearings     map[string]string   // of a direction: its bearing, "centre" or "greater"
	Compass      map[string]string   // of an abbreviated direction: its bearing
	Regions      map[string]string   // of a word for a part or surroundings: which
	Routes       map[string]string   // of a word for a line: which
	Units        map[string]float64  // of a unit of length: kilometres
	Duals        map[string]float64  // of a dual ("two kilometres" in one word): kilometres
	Numbers      map[string]float64  // of a number word: its value
	Amounts      map[string]string   // of a word used with distances: how it changes them
	Urban        map[string]bool     // words used of cities, not of their governorates
	Contact      map[string]bool     // words for fighting, and for where the sides face each other
	GoesOn       map[string]bool     // words for events and their times
	Middle       map[string]bool     // words for the middle of a route
	Position     map[string]bool     // words before coordinates
	Figures      map[string]bool     // words for money, rates and scores, whose numbers are not coordinates
	Apposition   map[string]bool     // words between a name and its location
	Held         map[string]bool     // areas, villages: parts of a division
	Holding      map[string]bool     // in, across: between such a part and the division
	Dotted       map[string]bool     // Mr, Sept: words whose dot does not end a sentence, as written
	Naming       map[string]bool     // named, dubbed: between a bearer and its name
	Bearers      map[string]bool     // man, dog: bearers of names that places share
	Bylines      map[string]bool     // reporting, photo: followed by "by" in credits
	Seated       map[string]bool     // university, museum: organisations with a location
	Seizing      map[string]bool     // Arabic verbs and nouns of taking, shelling and besieging places
	Fielded      map[string]bool     // army, front: organisations that act in places
	VerbalThings map[string]bool     // roses: called after a place, or verbs
	// Words that make a country or capital its government.
	Governing, Targeting map[string]bool // verbs, in their base form, of which a government is the subject or the object
	Attacking            map[string]bool // verbs of a state that attacks places, as written after it
	Exchanging           map[string]bool // verbs of what two sides do to each other
	Exchanged            map[string]bool // what they do it with
	Auxiliary            map[string]bool // auxiliary verbs before those
	Passive              map[string]bool // auxiliaries that make the verb passive
	Organs               map[string]bool // organs of a state, before which its name is an attribute
	Policy               map[string]bool // what it has
	Grammar
	hamzas  map[string]hamza // of folded words, where the tables write them
	SameDay []string         // phrases, as written, for the day of the preceding report
	// organisations are names that hold a place's name without meaning the
	// place, as folded words after the first, by the first.
	Organisations map[string][][]string
	Homes         map[string][]Home // groups that fight in one country, by the folded first word
}

// Home is the country in which alone a group fights.
type Home struct {
	Rest    []string // the folded words of its name after the first
	Country string   // two letters
}

// IsOther reports whether a word with a hamza below its first alef is in none of the tables, but
// folds to one that they write only with another hamza: إب is a city, أب a father and آب August.
func (lex *Lexicon) IsOther(written, fold string) bool {
	return hamzaOf(written) == below && lex.hamzas[fold] == above
}

// wordLists returns the sets to fill, by the name of their section.
func (lex *Lexicon) wordLists() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"urban": &lex.Urban, "contact": &lex.Contact, "goeson": &lex.GoesOn, "middle": &lex.Middle,
		"position": &lex.Position, "figures": &lex.Figures, "apposition": &lex.Apposition, "seizing": &lex.Seizing, "seated": &lex.Seated, "fielded": &lex.Fielded, "naming": &lex.Naming, "bearer": &lex.Bearers, "byline": &lex.Bylines, "verbalthing": &lex.VerbalThings, "held": &lex.Held, "holding": &lex.Holding,
		"governing": &lex.Governing, "targeting": &lex.Targeting, "auxiliary": &lex.Auxiliary, "passive": &lex.Passive, "attacking": &lex.Attacking, "exchanging": &lex.Exchanging, "exchanged": &lex.Exchanged, "organs": &lex.Organs, "policy": &lex.Policy,
		"citylink": &lex.CityLinks, "dealing": &lex.Dealings, "inside": &lex.Inside, "beside": &lex.Beside, "anaphor": &lex.Anaphors,
		"compassnoun": &lex.CompassNouns, "directionadjective": &lex.DirectionAdjectives, "manyparts": &lex.ManyParts, "borderlink": &lex.BorderLinks, "distancelink": &lex.DistanceLinks,
		"personal": &lex.Personal, "kin": &lex.Kin, "possessive": &lex.Possessives, "ruler": &lex.Rulers, "that": &lex.That, "by": &lex.By, "opener": &lex.Openers, "dateopener": &lex.DateOpeners, "beforemonth": &lex.BeforeMonths, "tags": &lex.Tags, "capital": &lex.Capitals, "besidepair": &lex.BesidePairs, "distancefrom": &lex.DistancesFrom, "shore": &lex.Shores, "filler": &lex.Fillers, "along": &lex.Along, "routeadjective": &lex.RouteAdjectives, "endlink": &lex.EndLinks, "endjoin": &lex.EndJoins,
		"relative": &lex.Relative, "lying": &lex.Lying, "family": &lex.Families, "ground": &lex.Grounds, "match": &lex.Matches, "edible": &lex.Edible, "serving": &lex.Serving, "meal": &lex.Meals, "dish": &lex.Dishes, "shipverb": &lex.ShipVerbs, "shippart": &lex.ShipParts, "aboard": &lex.Aboard, "reaching": &lex.Reaching,
		"cornered": &lex.Cornered, "carried": &lex.Carried, "circumstance": &lex.Circumstances,
		"articled": &lex.Articled, "past": &lex.Past, "kindsuffix": &lex.KindSuffixes, "consuming": &lex.Consuming, "foreign": &lex.Foreign, "foreignshared": &lex.ForeignShared, "foreignlocative": &lex.ForeignLocatives, "foreignarticle": &lex.ForeignArticles, "elision": &lex.Elisions, "caseending": &lex.CaseEndings,
	}
}

// setNumber stores the value of a number word.
func setNumber(numbers map[string]float64, word, meaning string) error {
	n, err := strconv.ParseFloat(meaning, 64)
	if err != nil || n <= 0 {
		return fmt.Errorf("%q means no number above zero: %q", word, meaning)
	}
	numbers[word] = n
	return nil
}

// Knows reports whether the lexicon has a folded word.
func (lex *Lexicon) Knows(fold string) bool {
	return lex.Words[fold] != 0 || lex.Bearings[fold] != "" || lex.Regions[fold] != "" || lex.Routes[fold] != "" || lex.Contact[fold]
}

// Fits reports whether a class word can be used of places of the kind.
func (lex *Lexicon) Fits(class string, kind gazetteer.Kind) bool { return lex.Fit(class, kind) > 0 }

// Fit returns, from 0 to 1, how well a kind fits a class word: kinds listed first in the lexicon
// fit best.
func (lex *Lexicon) Fit(class string, kind gazetteer.Kind) float64 {
	for i, prefix := range lex.Classes[class] {
		if prefix == "-" || strings.HasPrefix(string(kind), prefix) {
			return 1 / (1 + float64(i)/3)
		}
	}
	return 0
}

// MainKind returns the kind of places, or the beginning of several, that a class word means first;
// "-" for any, "" for another word.
func (lex *Lexicon) MainKind(class string) string {
	if kinds := lex.Classes[class]; len(kinds) > 0 {
		return kinds[0]
	}
	return ""
}

// IsVague reports whether a class word is used of any kind of place: area, state.
func (lex *Lexicon) IsVague(class string) bool { return lex.Words[class]&Definite == 0 }

// ListClass returns the class word that applies to further items of a list: that of "the
// villages of A, B and C", "" for "the village of A, B and C".
func (lex *Lexicon) ListClass(class string) string {
	if lex.Words[class]&Plural != 0 {
		return class
	}
	return ""
}
