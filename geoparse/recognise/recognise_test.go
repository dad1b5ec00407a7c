package recognise_test

import (
	"strings"
	"testing"

	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
)

// spotted writes the names of a text, each with how it was found: "=" by name, "~" by sound, "?"
// only called a place; and with its class word in brackets.
func spotted(t testing.TB, source string, off ...signal.Signal) string {
	t.Helper()
	names := geoparsetest.Recogniser(t, source, off...)
	names.Spot()
	names.LookUpBySound()
	var out []string
	for i := range names.Names {
		s := &names.Names[i]
		if s.First == s.Last && names.Tokens[s.First].Shape != token.Caps && names.Words[s.First]&(lexicon.Stop|lexicon.Preposition) != 0 {
			continue // "The", "In", which are found and dropped later
		}
		text := names.Source[s.Start:s.End]
		switch {
		case len(s.Hits) == 0:
			text = "?" + text
		case s.Exact:
			text = "=" + text
		default:
			text = "~" + text
		}
		if s.Class != "" {
			text += "[" + s.Class + "]"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

type spotTest struct{ text, want string }

func testSpotted(t *testing.T, tests []spotTest) {
	t.Helper()
	for _, tt := range tests {
		if got := spotted(t, tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestLongestName(t *testing.T) {
	testSpotted(t, []spotTest{
		{"Shells hit Khan Sheikhoun today.", "=Khan Sheikhoun"},
		{"Shells hit Hama and Homs.", "=Hama =Homs"},
		{"They flew to New York City.", "=New York City"},
		{"They flew to New York, City of light.", "=New York =City"},
		{"In Khan\nSheikhoun people slept.", "=Khan\nSheikhoun"},
		{"Deir ez-Zor fell.", "=Deir ez-Zor"},
		{"nothing of that kind", ""},
	})
}

func TestWrittenAsNames(t *testing.T) {
	testSpotted(t, []spotTest{
		{"He moved to Dayton, OH last year.", "=Dayton =OH"},
		{"OH no, they said.", ""},
		{"They visited The Hague.", "=The Hague"},
		{"It is a us problem.", ""},
		{"They left HAMA today.", "=HAMA"},
		{"They left Ufa today.", "=Ufa"},
		{"They left UFA today.", ""}, // may be anything
		{"The U.S. army left Syria.", "=U.S. =Syria"},
	})
}

func TestArabicNames(t *testing.T) {
	testSpotted(t, []spotTest{
		{"قصف الطيران خان شيخون.", "=خان شيخون"},
		{"وصلوا إلى حلب وحماة.", "=حلب =حماة"},
		{"سكن بحلب.", "=حلب"},
		{"#أمطار_الكويت غزيرة", ""},
		{"أمطار #الكويت غزيرة", "=الكويت"},
	})
	if got := spotted(t, "وصلوا إلى حلب وحماة.", signal.Prefixes); got != "=حلب" {
		t.Errorf("without prefixes: %s", got)
	}
}

func TestBySound(t *testing.T) {
	testSpotted(t, []spotTest{
		{"Shells hit Ltaminna near Hama.", "~Ltaminna =Hama"},
		{"Shells hit KhSh near Hama.", "=Hama"},
	})
	if got := spotted(t, "Shells hit Ltaminna near Hama.", signal.BySound); got != "=Hama" {
		t.Errorf("without sounds: %s", got)
	}
}

func TestHashtagsOfSeveralWords(t *testing.T) {
	testSpotted(t, []spotTest{
		{"Fires near #KhanSheikhoun tonight", "=KhanSheikhoun"},
		{"Fires near KhanSheikhoun tonight", "~KhanSheikhoun"},
	})
}

func TestUnlistedNames(t *testing.T) {
	testSpotted(t, []spotTest{
		{"The army took the village of Zalqatunah.", "?Zalqatunah[village]"},
		{"The army took Zalqatunah village.", "?Zalqatunah[village]"},
		{"The army took Tal Zalqatun.", "?Tal Zalqatun"},
		{"The army took the villages of Zalqatunah and Barqinush.", "?Zalqatunah[villages] ?Barqinush[villages]"},
		{"The army took Zalqatunah.", ""},
		{"The army took the area of Zalqatunah.", ""},
		{"دخل الجيش قرية زلقطونة.", "?زلقطونة[قريه]"},
	})
	if got := spotted(t, "The army took the village of Zalqatunah.", signal.Unlisted); got != "" {
		t.Errorf("without names in no gazetteer: %s", got)
	}
}

func TestClassWords(t *testing.T) {
	testSpotted(t, []spotTest{
		{"In the village of Morek they slept.", "=Morek[village]"},
		{"The village of Morek was hit.", "=Morek[village]"},
		{"They slept. The city of Homs was hit.", "=Homs[city]"},
		{"The governorate of Hama is large.", "=Hama[governorate]"},
		{"Idlib Governorate is large.", "=Idlib Governorate"}, // the gazetteer has this name,
		{"Idlib Province is large.", "=Idlib Province"},
		{"Idlib governorate is large.", "=Idlib[governorate]"},
		{"The towns of Morek, Kafr Zita and Latamneh are small.", "=Morek[towns] =Kafr Zita[towns] =Latamneh[towns]"},
		{"The town of Morek and Hama fell.", "=Morek[town] =Hama"},
		{"The Idlib, Hama and Homs governorates are large.", "=Idlib[governorates] =Hama[governorates] =Homs[governorates]"},
		{"Morek, a small town, fell.", "=Morek[town]"},
		{"قصفوا قرية مورك.", "=مورك[قريه]"},
	})
}

func TestGivenSpans(t *testing.T) {
	for _, tt := range []struct {
		text  string
		span  string
		hits  bool
		class string
	}{
		{"Shells hit Morek today.", "Morek", true, ""},
		{"Shells hit the village of Morek.", "Morek", true, "village"},
		{"Shells hit the Morek hospital.", "Morek hospital", true, "hospital"},
		{"Shells hit the Morek dental clinic.", "Morek dental clinic", true, ""},
		{"Shells hit Qwxzv today.", "Qwxzv", false, ""},
		{"Syrian doctors left.", "Syrian", true, ""},
		{"", "", false, ""},
	} {
		names := geoparsetest.Recogniser(t, tt.text)
		start := strings.Index(tt.text, tt.span)
		asked := names.Given([]token.Span{{Start: start, End: start + len(tt.span)}})
		if len(asked) != 1 || len(names.Names) != 1 {
			t.Errorf("%s: %d names", tt.text, len(names.Names))
			continue
		}
		if s := &names.Names[0]; len(s.Hits) > 0 != tt.hits || s.Class != tt.class {
			t.Errorf("%s: %d places, class %q", tt.text, len(s.Hits), s.Class)
		}
	}
}

func TestGivenSpansAreSorted(t *testing.T) {
	names := geoparsetest.Recogniser(t, "Hama, Homs")
	asked := names.Given([]token.Span{{Start: 6, End: 10}, {Start: 0, End: 4}})
	if asked[0] != 1 || asked[1] != 0 || names.Names[0].Written != "Hama" || names.Names[1].Written != "Homs" {
		t.Errorf("%v, %+v", asked, names.Names)
	}
}

func TestAynAndQuotations(t *testing.T) {
	testSpotted(t, []spotTest{
		{"They left ‘Arak today.", "=‘Arak"},
		{"They wrote ‘Hama’ on it.", "=Hama"},
	})
}

func TestStreetsLieElsewhere(t *testing.T) {
	testSpotted(t, []spotTest{
		{"He lives in Baghdad Street.", "?Baghdad Street[street]"},
		{"He lives in Baghdad street.", "=Baghdad[street]"},
	})
}

func TestRecase(t *testing.T) {
	testSpotted(t, []spotTest{
		{"heavy shelling reported in aleppo and idlib this morning, people are leaving", "=aleppo =idlib"},
		{"Heavy shelling reported in aleppo. People are leaving", ""},
	})
}
