package geoparse

import (
	"embed"
	"fmt"
	"strings"

	"dateline/gazetteer"
)

// lexiconFiles are the words that tell what the names beside them are, a file
// for each language.
//
//go:embed lexicon
var lexiconFiles embed.FS

// role bits of a word of the lexicon.
type wordSet uint16

const (
	isClass       wordSet = 1 << iota // governorate, village, قرية
	isSpanClass                       // a class word that, with a capital, belongs to the name: Idlib Governorate
	isDirection                       // northern, greater, شمالي
	isPreposition                     // in, near, في
	isTitle                           // president, الرئيس
	isOrgTail                         // Damascus University: makes what stands before it an organisation
	isOrgHead                         // University of Damascus: makes what follows its "of" one
	isSay                             // said, accuses, اعلنت: what speaks is a government, not a town
	isCalendar                        // months and days
	isStop                            // common words, not names by themselves
	isFirstName                       // given names
)

// lexicon maps folded words to what they tell.
type lexicon struct {
	words   map[string]wordSet
	classes map[string][]string // of a class word: prefixes of the kinds it stands for
}

var lexiconSections = map[string]wordSet{
	"class": isClass, "spanclass": isSpanClass, "direction": isDirection, "preposition": isPreposition,
	"title": isTitle, "orgtail": isOrgTail, "orghead": isOrgHead, "say": isSay,
	"calendar": isCalendar, "stop": isStop, "firstname": isFirstName,
}

func readLexicon() (*lexicon, error) {
	lex := &lexicon{words: map[string]wordSet{}, classes: map[string][]string{}}
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

func (lex *lexicon) add(text string) error {
	var section wordSet
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		name, isHeader := strings.CutPrefix(line, "[")
		switch {
		case line == "" || line[0] == '#':
		case isHeader:
			var ok bool
			if section, ok = lexiconSections[strings.TrimSuffix(name, "]")]; !ok {
				return fmt.Errorf("line %d: unknown section %s", n+1, line)
			}
		case section == isClass:
			word, kinds, ok := strings.Cut(line, " ")
			if !ok {
				return fmt.Errorf("line %d: class word %q without kinds", n+1, line)
			}
			lex.words[gazetteer.FoldWord(word)] |= isClass
			lex.classes[gazetteer.FoldWord(word)] = strings.Split(kinds, ",")
		default:
			for _, word := range strings.Fields(line) {
				lex.words[gazetteer.FoldWord(word)] |= section
			}
		}
	}
	return nil
}

// fits reports whether a place of the kind can be called by the class word.
func (lex *lexicon) fits(class string, kind gazetteer.Kind) bool {
	for _, prefix := range lex.classes[class] {
		if prefix == "-" || strings.HasPrefix(string(kind), prefix) {
			return true
		}
	}
	return false
}
