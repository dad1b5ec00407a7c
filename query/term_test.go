package query

import (
	"bytes"
	"strings"
	"testing"
)

// TestTerms: what a search finds and what it does not.
func TestTerms(t *testing.T) {
	for _, tt := range []struct{ search, found, left string }{
		{"shelling", "shelled shells shelling shellings", "shelter shel"},
		{"city", "cities city's cities", "cited citizen"},
		{"cities", "city", "cite"},
		{"displaced", "displacement displacing", "display displayed"},
		{"fighting", "fights fight", "flight"},
		{"shell", "shellfish", "sell"},
		{`"shelling"`, "shelling", "shelled shells"},
		{"“shelling”", "shelling", "shelled"},
		{"homs", "homs", "home"},
		{"was", "was", "wa"},
		{"m4", "m4", "m5"},
		{"اشتباكات", "الاشتباكات اشتباك واشتباكات بالاشتباكات", "شباك"},
		{"اشتباك", "الاشتباكات", "شبكة"},
		{"غارة", "غارات الغارات", "غاز"},
		{"الطائرات", "طائرة وطائرات للطائرات", "طائفة"},
		{"نازح", "النازحون نازحين", "نزاع"},
		{"والقرى", "قرية", "قرن"},
		{"إدلب", "لإدلب إدلب", "ادبا"},
		{"قوات", "القوات وقوات", "قوي"},
	} {
		terms := Words(tt.search)
		if len(terms) != 1 {
			t.Fatalf("%q: %d terms", tt.search, len(terms))
		}
		for word := range strings.FieldsSeq(tt.found) {
			if !has(&terms[0], word) {
				t.Errorf("%q does not find %q", tt.search, word)
			}
		}
		for word := range strings.FieldsSeq(tt.left) {
			if has(&terms[0], word) {
				t.Errorf("%q finds %q", tt.search, word)
			}
		}
	}
}

func has(t *Term, text string) bool {
	_, _, _, ok := t.Next([]byte(Fold(text)), 0)
	return ok
}

func TestTermsStandInWords(t *testing.T) {
	text := []byte(Fold("They shelled the village; its shells. No shelter"))
	var found []string
	for at, term := 0, Words("shelling")[0]; ; {
		start, end, _, ok := term.Next(text, at)
		if !ok {
			break
		}
		found = append(found, string(text[start:end]))
		at = end
	}
	if got := strings.Join(found, " "); got != "shelled shells" {
		t.Errorf("%s", got)
	}
}

// FuzzTerm compares with a scan of the words.
func FuzzTerm(f *testing.F) {
	f.Add("shelling", "He shelled the village, شمال")
	f.Add("cities", "a city\xff of Cities")
	f.Add("واشتباكات", "الاشتباكات في المدينة")
	f.Add("ss", "sssss s")
	f.Fuzz(func(t *testing.T, search, text string) {
		terms := Words(search)
		if len(terms) == 0 {
			return
		}
		term, folded := terms[0], []byte(Fold(text))
		want := 0
		for word := range bytes.FieldsFuncSeq(folded, func(r rune) bool { return !isWordRune(r) }) {
			if bytes.Contains(word, []byte(term.Word)) || bytes.Contains(word, []byte(term.root)) && term.stem == Stem(string(word)) {
				want++
			}
		}
		got := 0
		for at := 0; ; got++ {
			_, end, _, ok := term.Next(folded, at)
			if !ok {
				break
			}
			at = end
		}
		if got != want {
			t.Errorf("%q in %q: %d, want %d", search, text, got, want)
		}
	})
}
