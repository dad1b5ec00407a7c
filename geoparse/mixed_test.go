package geoparse

import (
	"iter"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	events "dateline/geoparse/event/lexicon"
	"dateline/geoparse/lexicon"
)

// grammarTables are the words of each table that the rules ask for, and of each use of a word.
var grammarTables = sync.OnceValue(func() [][]string {
	names, err := lexicon.Read()
	if err != nil {
		panic(err)
	}
	reports, err := events.Read()
	if err != nil {
		panic(err)
	}
	var tables [][]string
	add := func(words iter.Seq[string]) {
		if list := slices.Sorted(words); len(list) > 0 {
			tables = append(tables, list)
		}
	}
	var addTables func(table reflect.Value)
	addTables = func(table reflect.Value) {
		switch {
		case table.Kind() == reflect.Struct:
			for i := range table.NumField() {
				addTables(table.Field(i))
			}
		case table.Kind() == reflect.Map && table.Type().Key().Kind() == reflect.String:
			add(func(yield func(string) bool) {
				for _, word := range table.MapKeys() {
					if !yield(word.String()) {
						return
					}
				}
			})
		}
	}
	addTables(reflect.ValueOf(*names))
	for bit := range 64 {
		add(wordsOf(names.Words, func(s lexicon.Set) bool { return s&(1<<bit) != 0 }))
		add(wordsOf(reports.Words, func(m events.Meaning) bool { return m.Set&(1<<bit) != 0 }))
	}
	return tables
})

// wordsOf are the words with a meaning.
func wordsOf[M any](words map[string]M, has func(M) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word, meaning := range words {
			if has(meaning) && !yield(word) {
				return
			}
		}
	}
}

// mixedText is a few words of the tables, of any script, some with Arabic prefixes or joined to
// the next.
func mixedText(r *rand.Rand) string {
	prefixes := []string{"", "", "", "", "و", "ب", "ال", "وال", "بال", "لل", "al-", "The "}
	gaps := []string{" ", " ", " ", " of ", ", ", " and ", "", "-", "'s ", "\n", ". ", " في "}
	tables := grammarTables()
	var b strings.Builder
	for range 2 + r.IntN(6) {
		table := tables[r.IntN(len(tables))]
		word := table[r.IntN(len(table))]
		if r.IntN(3) == 0 {
			word = []string{"Hama", "حماة", "Khan Shaykhun", "Homs"}[r.IntN(4)]
		}
		if r.IntN(3) == 0 {
			first, n := utf8.DecodeRuneInString(word)
			word = strings.ToUpper(string(first)) + word[n:]
		}
		b.WriteString(prefixes[r.IntN(len(prefixes))] + word + gaps[r.IntN(len(gaps))])
	}
	return b.String()
}

// TestTextsOfMixedScripts parses short texts that no grammar allows.
func TestTextsOfMixedScripts(t *testing.T) {
	r, p := rand.New(rand.NewPCG(5, 6)), testParser()
	texts := []string{"وcity of Hama", "ومدينة of Homs", "بprovince of Hama", "وريفي of Hama", "للمدينة of Homs"}
	for range 20_000 {
		texts = append(texts, mixedText(r))
	}
	for _, text := range texts {
		in := Input{Text: text}
		got, err := p.Parse(t.Context(), in)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		checkResult(t, &in, &got, utf8.RuneCountInString(text))
	}
}
