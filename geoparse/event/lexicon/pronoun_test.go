package lexicon

import "testing"

// TestBaseOfVerbs: verbs of what is done to places are recognised with a pronoun suffix.
func TestBaseOfVerbs(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ word, base string }{
		{"دخلتها", "دخلت"},
		{"ودخلتها", "دخلت"},
		{"فحررها", "حرر"},
		{"استهدفتها", "استهدفت"},
		{"خاضتها", "خاضتها"},     // battles
		{"شاهدتها", "شاهدتها"},   // not an event
		{"انسحابها", "انسحابها"}, // another noun
		{"اعتقلتها", "اعتقلتها"}, // people
	} {
		if got := lex.Word(test.word, true).Base; got != test.base {
			t.Errorf("base of %q is %q, not %q", test.word, got, test.base)
		}
	}
}
