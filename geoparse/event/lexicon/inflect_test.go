package lexicon

import "testing"

func TestInflect(t *testing.T) {
	for _, test := range []struct{ base, ending, want string }{
		{"capture", "ed", "captured"}, {"capture", "ing", "capturing"}, {"capture", "s", "captures"},
		{"bury", "ed", "buried"}, {"bury", "s", "buries"}, {"bury", "ing", "burying"}, {"deploy", "ed", "deployed"},
		{"stop", "ed", "stopped"}, {"enter", "ed", "entered"}, {"clash", "s", "clashes"}, {"flee", "s", "flees"},
		{"agree", "ed", "agreed"}, {"agree", "ing", "agreeing"},
	} {
		if got := inflect(test.base, test.ending); got != test.want {
			t.Errorf("%s + %s = %s, want %s", test.base, test.ending, got, test.want)
		}
	}
}
