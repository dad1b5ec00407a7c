package query

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestFoldUnifies(t *testing.T) {
	for _, same := range [][]string{
		{"Khan Shaykhun", "KHAN SHAYKHUN", "Khān Shaykhūn"},
		{"Hay'at", "Hay’at", "Hayʼat", "Hayat", "Hayʾat"},
		{"إدلب", "أدلب", "ادلب", "ٱدلب", "إِدْلِب"},
		{"معرة", "معره", "مَعَرّة"},
		{"على", "علي", "علی"},
		{"كفر", "کفر"},
		{"اللطامنة", "اللطـــامنة"},
		{"43", "٤٣", "۴۳"},
		{"Çanakkale", "canakkale"},
		{"ﷲ", "الله"},
		{"İzmir", "izmir"},
		{"Kırıkhan", "kirikhan"},
		{"ﬁeld", "field"},
	} {
		for _, s := range same[1:] {
			if Fold(s) != Fold(same[0]) {
				t.Errorf("%q folds to %q, %q to %q", s, Fold(s), same[0], Fold(same[0]))
			}
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, s := range [][2]string{{"Homs", "Hama"}, {"حمص", "حماة"}, {"al-Bab", "al Bab"}, {"سوريا", "سورية"}} {
		if Fold(s[0]) == Fold(s[1]) {
			t.Errorf("%q and %q both fold to %q", s[0], s[1], Fold(s[0]))
		}
	}
}

func TestWords(t *testing.T) {
	for s, want := range map[string][]string{
		"":                     {},
		" -- ,;":               {},
		"al-Lataminah, Hama":   {"al", "lataminah", "hama"},
		"M4/M5  highway":       {"m4", "m5", "highway"},
		"Hay'at Tahrir":        {"hayat", "tahrir"},
		"خان شيخون، إدلب":      {"خان", "شيخون", "ادلب"},
		"43 km north\tof":      {"43", "km", "north", "of"},
		"\xff\xfe broken text": {"broken", "text"},
	} {
		if got := wordsOf(s); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// wordsOf returns the words of a search as written, folded.
func wordsOf(s string) []string {
	words := []string{}
	for _, t := range Words(s) {
		words = append(words, t.Word)
	}
	return words
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Khān Shaykhūn", "إدلب", "İı", "ﷺ", "Å", "a\xffb", "ΣΑΣ", "가", "ẞ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("%q folds to %q, and that to %q", s, once, twice)
		}
		if nfc := Fold(norm.NFC.String(s)); nfc != Fold(norm.NFD.String(s)) && !hasHangul(s) {
			t.Errorf("the composed form of %q folds to %q", s, nfc)
		}
		for _, w := range wordsOf(s) {
			if !strings.Contains(once, w) {
				t.Errorf("%q has the word %q", once, w)
			}
		}
	})
}

// hasHangul: Hangul syllables decompose by rule, not by table, and are unchanged.
func hasHangul(s string) bool {
	return strings.ContainsFunc(norm.NFC.String(s), func(r rune) bool { return r >= 0x1100 && r <= 0x11ff || r >= 0xac00 && r <= 0xd7a3 })
}
