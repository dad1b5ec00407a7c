package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/event"
)

func empty() *Lexicon { return &Lexicon{Words: map[string]Meaning{}, Triggers: map[string][]Entry{}} }

// TestBrokenTables: an error in a table is reported with its line.
func TestBrokenTables(t *testing.T) {
	for _, tt := range []struct{ name, table, want string }{
		{"a section in no list", "[bee]\nis was\n", `line 2: unknown section "bee"`},
		{"a term in no list", "[term whatever]\nthe\n", `line 2: unknown term "whatever"`},
		{"words before any section", "is was\n", `line 1: unknown section ""`},
		{"a section that stands twice", "[be]\nis\n[be]\nwas\n", "line 3: duplicate section [be]"},
		{"a verb of three forms", "# Verbs.\n\n[irregular]\ntake took taken\n", `line 4: "take took taken" is not base, past, participle and -ing`},
		{"a verb of five forms", "[irregular]\nbear bore borne born bearing\n", `line 2: "bear bore borne born bearing" is not base, past, participle and -ing`},
	} {
		if err := empty().add(tt.table); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	for _, table := range []string{"", "# Nothing.\n", "[be]\n", "[noun clash]\n , ,\n", "[noun clash]\nfight\n[noun siege]\nsiege\n"} {
		if err := empty().add(table); err != nil {
			t.Errorf("%q: %v", table, err)
		}
	}
}

// formsOf lists the triggers that a table makes, in alphabetical order: "took over verb".
func formsOf(t *testing.T, table string) string {
	t.Helper()
	lex := empty()
	if err := lex.add(table); err != nil {
		t.Fatal(err)
	}
	names := map[Form]string{Noun: "noun", Verb: "verb", Participle: "participle", Gerund: "gerund", State: "state"}
	var out []string
	for first, list := range lex.Triggers {
		for _, e := range list {
			out = append(out, strings.Join(append([]string{first}, e.Words...), " ")+" "+names[e.Form])
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func TestFormsOfTriggers(t *testing.T) {
	for _, tt := range []struct{ name, table, want string }{
		{"a regular verb", "[verb clash]\nattack", "attack verb; attacked participle; attacking gerund; attacks verb"},
		{"only its first word is inflected", "[verb clash]\nfire at", "fire at verb; fired at participle; fires at verb; firing at gerund"},
		{"past and participle differ", "[irregular]\ntake took taken taking\n[verb take]\ntake", "take verb; taken participle; takes verb; taking gerund; took verb"},
		{"past and participle are one", "[irregular]\nhold held held holding\n[verb hold]\nhold", "held participle; hold verb; holding gerund; holds verb"},
		{"no form but the base", "[irregular]\nhit hit hit hitting\n[verb hit]\nhit", "hit verb; hits verb; hitting gerund"},
		{"the past is the base", "[irregular]\ncome came come coming\n[verb enter]\ncome", "came verb; come verb; comes verb; coming gerund"},
		{"an irregular verb of another section is none", "[verb take]\ntake\n", "take verb; taked participle; takes verb; taking gerund"},
		{"a noun has one form", "[noun siege]\nsiege, cut off", "cut off noun; siege noun"},
		{"a participle", "[participle siege]\nbesieged", "besieged participle"},
		{"a state", "[state control]\nhold on", "hold on state"},
		{"accents fold", "[noun siege]\nSiège", "siege noun"},
		{"an Arabic verb", "[arabicverb shelling]\nقصف", "تقصف verb; ستقصف verb; سيقصف verb; قصف verb; قصفت verb; قصفتا verb; قصفوا verb; يقصف verb; يقصفوا verb; يقصفون verb"},
		{"with what follows it", "[arabicverb withdrawal]\nانسحب من", "انسحب من verb; انسحبت من verb; انسحبتا من verb; انسحبوا من verb; تنسحب من verb; ستنسحب من verb; سينسحب من verb; ينسحب من verb; ينسحبوا من verb; ينسحبون من verb"},
		{"an Arabic comma parts phrases", "[noun clash]\nمعركة، كمين", "كمين noun; معركه noun"},
	} {
		if got := formsOf(t, tt.table); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
	if got := formsOf(t, "[arabicverb withdrawal]\nأجلى"); !strings.Contains(got, "اجلت verb") || !strings.Contains(got, "اجلوا verb") {
		t.Errorf("a verb in ى: %s", got)
	}
}

// TestNothingTwice: a phrase that is a form of another is not listed beside it, and no English
// phrase is in two classes, the second of which would never be read, except participles, which may
// differ in meaning from their verbs ("held").
func TestNothingTwice(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	for first, list := range lex.Triggers {
		seen := map[string]Class{}
		for _, e := range list {
			phrase := strings.Join(append([]string{first}, e.Words...), " ")
			form := fmt.Sprint(e.Form, phrase)
			class, again := seen[form]
			if again && (class == e.Class || phrase[0] < utf8.RuneSelf && e.Form != Participle) {
				t.Errorf("%q stands as %s and again as %s", phrase, class, e.Class)
			}
			seen[form] = e.Class
		}
	}
}

func TestInflections(t *testing.T) {
	for _, tt := range []struct{ base, s, ed, ing string }{
		{"shell", "shells", "shelled", "shelling"}, {"bomb", "bombs", "bombed", "bombing"}, {"seize", "seizes", "seized", "seizing"},
		{"besiege", "besieges", "besieged", "besieging"}, {"rob", "robs", "robbed", "robbing"}, {"trap", "traps", "trapped", "trapping"},
		{"raid", "raids", "raided", "raiding"}, {"join", "joins", "joined", "joining"}, {"sow", "sows", "sowed", "sowing"}, {"tax", "taxes", "taxed", "taxing"},
		{"carry", "carries", "carried", "carrying"}, {"destroy", "destroys", "destroyed", "destroying"}, {"free", "frees", "freed", "freeing"},
		{"push", "pushes", "pushed", "pushing"}, {"reach", "reaches", "reached", "reaching"}, {"amass", "amasses", "amassed", "amassing"},
		{"evict", "evicts", "evicted", "evicting"}, {"patrol", "patrols", "patroled", "patroling"}, {"die", "dies", "died", "diing"},
	} {
		for ending, want := range map[string]string{"s": tt.s, "ed": tt.ed, "ing": tt.ing} {
			if got := inflect(tt.base, ending); got != want {
				t.Errorf("%s + %s = %s, want %s", tt.base, ending, got, want)
			}
		}
	}
}

// TestLongestFirst: of triggers with the same first word the longest is tried first.
func TestLongestFirst(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	several := 0
	for first, list := range lex.Triggers {
		if !slices.IsSortedFunc(list, func(a, b Entry) int { return len(b.Words) - len(a.Words) }) {
			t.Errorf("%s: a shorter trigger stands before a longer one", first)
		}
		if len(list) > 1 {
			several++
		}
		if lex.Words[first].Set&BeginsTrigger == 0 {
			t.Errorf("%s begins triggers, and no word says so", first)
		}
	}
	if several < 100 {
		t.Errorf("%d words begin more than one trigger", several)
	}
}

// TestWordsAreFolded: words of tables are folded, since a word that folding would change is never
// found, except for changes that an article hides.
func TestWordsAreFolded(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	for word := range lex.Words {
		if again := gazetteer.FoldWord(word); again != word && !strings.HasPrefix(word, "ال") && !strings.HasPrefix(word, "ل") {
			t.Errorf("%q is folded to %q", word, again)
		}
	}
}

// TestClasses: the class of each trigger has the features that the stages use.
func TestClasses(t *testing.T) {
	const (
		territorial = 1 << iota
		leaves
		hostile
		holder
		moves
	)
	want := map[Class]int{
		Class(event.AirStrike): hostile, Class(event.Shelling): hostile, Class(event.Clash): hostile, Class(event.Explosion): hostile,
		AttackClass: hostile, StrikeClass: hostile, HitClass: hostile, RaidClass: hostile,
		Class(event.Capture): territorial | holder, Class(event.Control): territorial | holder, Class(event.Siege): territorial,
		Class(event.Withdrawal): leaves | holder, Class(event.Displacement): leaves | moves, Class(event.Deployment): moves,
		TakeClass: territorial | holder, OccupyClass: territorial | holder, HoldClass: territorial | holder, EnterClass: territorial | holder,
		LoseClass: territorial | leaves | holder, FallClass: holder, OustClass: leaves | holder, FleeClass: leaves | holder | moves, SendClass: moves,
	}
	for _, c := range append(slices.Clone(decided), Class(event.AirStrike), Class(event.Shelling), Class(event.Clash), Class(event.Explosion), Class(event.Capture),
		Class(event.Withdrawal), Class(event.Control), Class(event.Siege), Class(event.Deployment), Class(event.Agreement), Class(event.Detention),
		Class(event.Killing), Class(event.Displacement), Class(event.Aid), Class(event.Protest)) {
		got := 0
		for bit, is := range map[int]bool{territorial: IsTerritorial(c), leaves: Leaves(c), hostile: IsHostile(c), holder: TellsHolder(c), moves: Moves(c)} {
			if is {
				got |= bit
			}
		}
		if got != want[c] {
			t.Errorf("class %s: %05b, want %05b", c, got, want[c])
		}
	}
}
