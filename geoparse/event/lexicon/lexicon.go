package lexicon

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event/party"
)

// wordFiles are the words of events, a file for each language.
//
//go:embed words
var wordFiles embed.FS

// Lexicon maps words to their meanings.
type Lexicon struct {
	Words    map[string]Meaning
	Triggers map[string][]Entry    // by first word, folded; longest first
	Actors   map[string][][]string // the remaining words of names, by the first, folded; longest first
	Parties  *party.Table
	lists    [][]Entry // the lists in Triggers, by Meaning.triggers
}

// section is a parsed section header.
type section struct{ kind, class string }

func Read() (*Lexicon, error) {
	parties, err := party.New()
	if err != nil {
		return nil, err
	}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil, err
	}
	lex := &Lexicon{Words: map[string]Meaning{}, Triggers: map[string][]Entry{}, Actors: map[string][][]string{}, Parties: parties, lists: [][]Entry{nil}}
	for _, f := range files {
		text, err := wordFiles.ReadFile("words/" + f.Name())
		if err != nil {
			return nil, err
		}
		if err := lex.add(string(text)); err != nil {
			return nil, fmt.Errorf("words/%s: %w", f.Name(), err)
		}
	}
	for _, first := range slices.Sorted(maps.Keys(lex.Triggers)) {
		list := lex.Triggers[first]
		w := lex.Words[first]
		w.Set, w.triggers = w.Set|BeginsTrigger, uint16(len(lex.lists))
		lex.Words[first], lex.lists = w, append(lex.lists, list)
		slices.SortStableFunc(list, func(a, b Entry) int { return len(b.Words) - len(a.Words) })
		for i := range list {
			lex.noteInPhrase(list[i].Words)
		}
	}
	for first, rest := range parties.Names() {
		lex.note(first, BeginsActor)
		lex.Actors[first] = append(lex.Actors[first], rest)
	}
	return lex, nil
}

// add parses a file of sections, each a list of words, or of phrases separated by commas.
func (lex *Lexicon) add(text string) error {
	var in section
	sections := map[section]bool{}
	irregular := map[string][4]string{}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if head, ok := strings.CutPrefix(line, "["); ok {
			in.kind, in.class, _ = strings.Cut(strings.TrimSuffix(head, "]"), " ")
			if sections[in] {
				return fmt.Errorf("line %d: duplicate section %s", n+1, line)
			}
			sections[in] = true
			continue
		}
		if err := lex.addLine(in, line, irregular); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

func (lex *Lexicon) addLine(in section, line string, irregular map[string][4]string) error {
	if set, ok := wordSections[in.kind]; ok {
		for _, word := range strings.Fields(line) {
			lex.note(gazetteer.FoldWord(word), set)
		}
		return nil
	}
	if in.kind == "term" {
		return lex.addTerm(in.class, strings.Fields(line))
	}
	if in.kind == "irregular" {
		f := strings.Fields(line)
		if len(f) != 4 {
			return fmt.Errorf("%q is not base, past, participle and -ing", line)
		}
		irregular[f[0]] = [4]string(f)
		return nil
	}
	for _, phrase := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == '،' }) {
		words := strings.Fields(phrase)
		if len(words) == 0 {
			continue
		}
		switch in.kind {
		case "verb":
			lex.addVerb(words, Class(in.class), irregular)
		case "arabicverb":
			lex.addArabicVerb(words, Class(in.class))
		case "noun":
			lex.addTrigger(words, Class(in.class), Noun)
		case "participle":
			lex.addTrigger(words, Class(in.class), Participle)
		case "state":
			lex.addTrigger(words, Class(in.class), State)
		default:
			return fmt.Errorf("unknown section %q", in.kind)
		}
	}
	return nil
}

func (lex *Lexicon) note(word string, set Set) {
	w := lex.Words[word]
	w.Set |= set
	lex.Words[word] = w
}

func (lex *Lexicon) noteInPhrase(words []string) {
	for _, word := range words {
		w := lex.Words[word]
		w.inPhrase = true
		lex.Words[word] = w
	}
}

func (lex *Lexicon) addTerm(name string, words []string) error {
	term, ok := termSections[name]
	if !ok {
		return fmt.Errorf("unknown term %q", name)
	}
	for _, word := range words {
		folded := gazetteer.FoldWord(word)
		w := lex.Words[folded]
		w.Terms.Add(term)
		lex.Words[folded] = w
	}
	return nil
}

func (lex *Lexicon) addTrigger(words []string, c Class, f Form) {
	folded := fold(words)
	lex.Triggers[folded[0]] = append(lex.Triggers[folded[0]], Entry{folded[1:], c, f})
}

func fold(words []string) []string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = gazetteer.FoldWord(w)
	}
	return folded
}
