package geoparse

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	events "dateline/geoparse/event/lexicon"
)

// mostCycled is how many bytes of a table are in an input, so that four times the bytes are the
// same words four times.
const mostCycled = 2000

// cycled writes words in turn, of a large table some from all parts of it, each before a gap, up
// to n bytes.
func cycled(words []string, gap string) func(n int) Input {
	if every := 1 + len(strings.Join(words, gap))/mostCycled; every > 1 {
		all := words
		words = nil
		for i := 0; i < len(all); i += every {
			words = append(words, all[i])
		}
	}
	return func(n int) Input {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(words[i%len(words)] + gap)
		}
		return Input{Text: b.String()}
	}
}

// drawn is how many words of a table are repeated, each in a sentence of its own.
const drawn = 12

// eventInputs are sentences of the words of events: triggers by form, actors by themselves and as
// they modify others, and the words of each class.
func eventInputs() map[string]func(n int) Input {
	lex, err := events.Read()
	if err != nil {
		panic(err)
	}
	inputs := map[string]func(n int) Input{}
	r := rand.New(rand.NewPCG(3, 4))
	add := func(table string, words []string, gaps ...string) {
		for _, gap := range gaps {
			inputs[table+gap] = cycled(words, gap)
			for range drawn {
				word := words[r.IntN(len(words))]
				inputs[fmt.Sprintf("%s: %s", table, word+gap)] = repeated(word + gap)
			}
		}
	}
	for form, name := range []string{events.Noun: "nouns", events.Verb: "verbs", events.Participle: "participles", events.Gerund: "gerunds", events.State: "states"} {
		var words []string
		for _, first := range slices.Sorted(maps.Keys(lex.Triggers)) {
			if slices.ContainsFunc(lex.Triggers[first], func(e events.Entry) bool { return e.Form == events.Form(form) && len(e.Words) == 0 }) {
				words = append(words, first)
			}
		}
		add("triggers, "+name, words, " ")
	}
	var actors []string
	for _, first := range slices.Sorted(maps.Keys(lex.Actors)) {
		for _, rest := range lex.Actors[first] {
			if name := strings.Join(append([]string{first}, rest...), " "); name[0] < 'z' {
				actors = append(actors, strings.ToUpper(name[:1])+name[1:])
			}
		}
	}
	add("actors", actors, " ", "-led ", ", ", " and ")
	for bit := range 64 {
		if words := slices.Sorted(wordsOf(lex.Words, func(m events.Meaning) bool { return m.Set&(1<<bit) != 0 })); len(words) > 0 {
			inputs[fmt.Sprintf("words of class %d", bit)] = cycled(words, " ")
		}
	}
	return inputs
}
