package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
)

// files hold the words that identify the names beside them, one for each language.
//
//go:embed *.txt
var files embed.FS

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

// manyWords is above the number of words in the tables, so that the map need not grow.
const manyWords = 80_000

// Read parses the embedded tables. It fails only if one of them is invalid.
func Read() (*Lexicon, error) {
	lex := &Lexicon{
		Words: make(map[string]Set, manyWords), Classes: map[string][]string{},
		Bearings: map[string]string{}, Compass: map[string]string{}, Regions: map[string]string{}, Routes: map[string]string{}, Amounts: map[string]string{},
		Units: map[string]float64{}, Duals: map[string]float64{}, Numbers: map[string]float64{},
		Organisations: map[string][][]string{}, Homes: map[string][]Home{}, Dotted: map[string]bool{}, hamzas: map[string]hamza{},
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

// add parses a file of sections. Sections of sets have one or more words a line, sections of
// meanings a word with its meaning.
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
			if h := hamzaOf(word); h != 0 {
				lex.hamzas[fold] |= h
			}
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
	if ok && section == "home" {
		words := strings.Fields(gazetteer.Fold(meaning))
		lex.Homes[words[0]] = append(lex.Homes[words[0]], Home{words[1:], word})
		return nil
	}
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

// hamza is a set of ways to write the first alef of a word.
type hamza uint8

const (
	above hamza = 1 << iota // أ or آ
	below                   // إ
)

func hamzaOf(word string) hamza {
	switch first, _ := utf8.DecodeRuneInString(word); first {
	case 'أ', 'آ':
		return above
	case 'إ':
		return below
	}
	return 0
}
