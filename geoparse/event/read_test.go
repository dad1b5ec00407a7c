package event

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/gazetteer"
)

// reader is shared by the tests: it only reads.
var reader = func() *Reader {
	r, err := New()
	if err != nil {
		panic(err)
	}
	return r
}()

// textOf makes a Text of sentences whose places stand in [brackets], a province
// in {braces}, a country in <angles>, and whose states and peoples in |bars|.
func textOf(marked string) Text {
	var t Text
	var b strings.Builder
	open := map[rune]int{}
	closing := map[rune]Size{']': Town, '}': Province, '>': Country}
	opening := map[rune]rune{'[': ']', '{': '}', '<': '>'}
	bar := -1
	for _, r := range marked {
		switch size, closes := closing[r]; {
		case opening[r] != 0:
			open[opening[r]] = b.Len()
		case closes:
			t.Places = append(t.Places, Place{Range: Range{open[r], b.Len()}, Size: size, Known: true})
		case r == '|' && bar < 0:
			bar = b.Len()
		case r == '|':
			t.Actors = append(t.Actors, Range{bar, b.Len()})
			bar = -1
		default:
			b.WriteRune(r)
		}
	}
	t.Text = b.String()
	t.Tokens = tokensOf(t.Text)
	start := 0
	for i, r := range t.Text {
		if r == '.' && (i+1 == len(t.Text) || t.Text[i+1] == ' ') {
			t.Sentences = append(t.Sentences, Range{start, i + 1})
			start = i + 1
		}
	}
	if start < len(t.Text) {
		t.Sentences = append(t.Sentences, Range{start, len(t.Text)})
	}
	return t
}

func tokensOf(text string) []Token {
	var tokens []Token
	start := -1
	for i, r := range text + " " {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		if word && start < 0 {
			start = i
		}
		if !word && start >= 0 {
			w := text[start:i]
			first := []rune(w)[0]
			tokens = append(tokens, Token{Range{start, i}, gazetteer.FoldWord(w), unicode.IsUpper(first), unicode.Is(unicode.Arabic, first)})
			start = -1
		}
	}
	return tokens
}

// line is a report in one line: type @ places, and what is told beside.
func (r *Report) line(text string) string {
	var places []string
	for _, p := range r.Places {
		places = append(places, p.of(text))
	}
	out := string(r.Type) + " @ " + strings.Join(places, ", ")
	for _, field := range []struct {
		name string
		Range
	}{{"by", r.Agent}, {"held by", r.Holder}, {"from", r.From}, {"says", r.Source}} {
		if !field.isEmpty() && !(field.name == "held by" && field.Range == r.Agent) {
			out += "; " + field.name + " " + field.of(text)
		}
	}
	if r.Status != Reported {
		out += "; " + string(r.Status)
	}
	return out
}

// linesOf reads a marked text.
func linesOf(marked string) []string {
	t := textOf(marked)
	reports := reader.Read(&t)
	lines := []string{}
	for i := range reports {
		lines = append(lines, reports[i].line(t.Text))
	}
	return lines
}

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"active", "Rebels captured the town of [Kurna] on Monday.", []string{"capture @ Kurna; by Rebels"}},
		{"passive", "[Kurna] was shelled by government forces.", []string{"shelling @ Kurna; by government forces"}},
		{"noun with its actor before it", "|Russian| air strikes on [Kurna] killed ten people.", []string{"air_strike @ Kurna; by Russian"}},
		{"light verb", "The army launched an offensive on [Kurna].", []string{"clash @ Kurna; by army"}},
		{"two sides", "Clashes broke out between the army and rebels near [Kurna].", []string{"clash @ Kurna; by army"}},
		{"a list", "Militants attacked [Kurna], [Basat] and [Tell Amar] in {Upper} province.", []string{"clash @ Kurna, Basat, Tell Amar; by Militants"}},
		{"a name not known in a list", "Militants attacked [Kurna], Shamra and [Tell Amar].", []string{"clash @ Kurna, Shamra, Tell Amar; by Militants"}},
		{"attributive", "Jets bombed rebel-held [Kurna].", []string{"air_strike @ Kurna; by Jets", "control @ Kurna; held by rebel"}},
		{"from whom", "The army recaptured [Kurna] from the rebels.", []string{"capture @ Kurna; by army; from rebels"}},
		{"driven out", "Troops drove the militants out of [Kurna].", []string{"capture @ Kurna; by Troops; from militants"}},
		{"fell to", "[Kurna] fell to the insurgents.", []string{"capture @ Kurna; by insurgents"}},
		{"left", "Government forces withdrew from [Kurna].", []string{"withdrawal @ Kurna; by Government forces; from Government forces"}},
		{"held", "[Kurna] is controlled by the militia.", []string{"control @ Kurna; held by militia"}},
		{"siege", "[Kurna] has been besieged by the army.", []string{"siege @ Kurna; by army"}},
		{"means", "Terrorists targeted [Kurna] with mortar shells.", []string{"shelling @ Kurna; by Terrorists"}},
		{"bomb", "A car bomb exploded in [Kurna], killing six.", []string{"explosion @ Kurna"}},
		{"no means", "Six civilians were killed in [Kurna].", []string{"killing @ Kurna"}},
		{"people taken", "Soldiers captured three fighters in [Kurna].", []string{"detention @ Kurna; by Soldiers"}},
		{"planned", "The army plans to storm [Kurna].", []string{"clash @ Kurna; by army; planned"}},
		{"if", "If [Kurna] falls to the rebels, the road is open.", []string{"capture @ Kurna; by rebels; hypothetical"}},
		{"denied", "The ministry denied that rebels had entered [Kurna].", []string{"capture @ Kurna; by rebels; says ministry; denied"}},
		{"claimed", "Rebels allegedly captured [Kurna].", []string{"capture @ Kurna; by Rebels; claimed"}},
		{"tried", "Rebels tried to capture [Kurna].", []string{"clash @ Kurna; by Rebels"}},
		{"managed", "Rebels managed to capture [Kurna].", []string{"capture @ Kurna; by Rebels"}},
		{"the sentence before", "Rebels entered [Kurna]. The army shelled the town.", []string{"capture @ Kurna; by Rebels", "shelling @ the town; by army"}},
		{"where", "In [Kurna], where troops are deployed, a truce was agreed.", []string{"deployment @ Kurna; by troops", "agreement @ Kurna"}},
		{"people flee", "Thousands of residents fled [Kurna].", []string{"displacement @ Kurna; by residents"}},
		{"protest", "Residents demonstrated in [Kurna].", []string{"protest @ Kurna; by Residents"}},
		{"tanks are no battle", "The army has battle tanks in [Kurna].", []string{}},
		{"a country acts", "<Turkey> shelled [Kurna].", []string{"shelling @ Kurna; by Turkey"}},
		{"where it was said", "An official in [Basat] said that rebels took [Kurna].", []string{"capture @ Kurna; by rebels; says official in Basat"}},
		{"the sum of a war", "The war killed thousands in <Syria>.", []string{}},
		{"Arabic verb", "سيطرت قوات النظام على بلدة [كفرنبل].", []string{"capture @ كفرنبل; by قوات النظام"}},
		{"Arabic noun", "شن الطيران الحربي غارات جوية على [أريحا].", []string{"air_strike @ أريحا; by الطيران الحربي"}},
		{"Arabic fall", "سقوط مدينة [سنار] بيد قوات الدعم السريع.", []string{"capture @ سنار; by قوات الدعم السريع"}},
		{"Arabic denied", "نفت الوزارة انسحاب الجيش من [سنار].", []string{"withdrawal @ سنار; by الجيش; from الجيش; says الوزارة; denied"}},
		{"Arabic two verbs", "اقتحمت قوات الاحتلال مدينة [جنين] واعتقلت عشرة شبان.", []string{"clash @ جنين; by قوات الاحتلال", "detention @ جنين; by قوات الاحتلال"}},
		{"according to", "Rebels took [Kurna], according to the Syrian Observatory for Human Rights.", []string{"capture @ Kurna; by Rebels; says Syrian Observatory for Human Rights"}},
		{"said at the end", "Rebels took [Kurna], a monitoring group said on Friday.", []string{"capture @ Kurna; by Rebels; says monitoring group"}},
		{"Arabic source", "قال المرصد السوري إن الجيش قصف [سنار].", []string{"shelling @ سنار; by الجيش; says المرصد السوري"}},
		{"no place", "Jets bombed the town.", []string{}},
	} {
		if got := linesOf(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

// TestTypesAreDescribed holds the list of types and the words together.
func TestTypesAreDescribed(t *testing.T) {
	known := map[Type]bool{}
	for _, k := range Types() {
		known[k.Type] = true
		if k.Group != GroupOf(k.Type) {
			t.Errorf("%s is in group %s and %s", k.Type, k.Group, GroupOf(k.Type))
		}
	}
	for word, list := range reader.lex.triggers {
		for _, e := range list {
			if !known[Type(e.kind)] && !slices.Contains(decided, e.kind) {
				t.Errorf("%s is of unknown class %q", word, e.kind)
			}
		}
	}
}

// decided are the classes that what stands beside them makes a type of.
var decided = []class{
	attackClass, strikeClass, hitClass, killClass, takeClass, occupyClass, fallClass, loseClass, raidClass, sendClass, oustClass,
	cutClass, fleeClass, holdClass, enterClass, noneClass, weaponClass, bombClass, bombsClass, airWeaponClass, landClass,
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Rebels captured [Kurna], [Basat] and Shamra. They left the town.", "سيطرت القوات على [كفرنبل] و[أريحا]", "<Turkey> |Russian| (strikes) on {Upper}", "", "[",
		"it had been the besieged [X] by and by the army of and and",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, marked string) {
		text := textOf(marked)
		slices.SortFunc(text.Places, func(a, b Place) int { return a.Start - b.Start })
		last := 0
		text.Places = slices.DeleteFunc(text.Places, func(p Place) bool {
			if p.Start < last || p.isEmpty() {
				return true
			}
			last = p.End
			return false
		})
		text.Actors = slices.DeleteFunc(text.Actors, Range.isEmpty)
		for _, r := range reader.Read(&text) {
			if len(r.Places) == 0 || r.Trigger.isEmpty() || r.Confidence < 0 || r.Confidence > 1 {
				t.Errorf("%+v", r)
			}
			for _, p := range r.Places {
				_ = p.of(text.Text)
			}
			for _, who := range []Range{r.Trigger, r.Agent, r.Target, r.Holder, r.From, r.Source} {
				_ = who.of(text.Text)
			}
		}
	})
}
