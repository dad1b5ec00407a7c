package reader

import (
	"slices"
	"strings"
	"testing"

	"dateline/geoparse/event"
	"dateline/geoparse/event/readtest"
)

// reader is shared by the tests, which only read it.
var reader = func() *Reader {
	r, err := New()
	if err != nil {
		panic(err)
	}
	return r
}()

// lineOf describes a report in one line: type @ places, and its other fields.
func lineOf(r *event.Report, text string) string {
	var places []string
	for _, p := range r.Places {
		places = append(places, p.Of(text))
	}
	out := string(r.Type) + " @ " + strings.Join(places, ", ")
	for _, field := range []struct {
		name string
		event.Range
	}{{"by", r.Agent}, {"held by", r.Holder}, {"from", r.From}, {"says", r.Source}} {
		if !field.IsEmpty() && !(field.name == "held by" && field.Range == r.Agent) {
			out += "; " + field.name + " " + field.Of(text)
		}
	}
	if r.Status != event.Reported {
		out += "; " + string(r.Status)
	}
	return out
}

// linesOf reads a marked text.
func linesOf(marked string) []string {
	t := readtest.Text(marked)
	reports := reader.Read(&t)
	lines := []string{}
	for i := range reports {
		lines = append(lines, lineOf(&reports[i], t.Text))
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

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Rebels captured [Kurna], [Basat] and Shamra. They left the town.", "سيطرت القوات على [كفرنبل] و[أريحا]", "<Turkey> |Russian| (strikes) on {Upper}", "", "[",
		"it had been the besieged [X] by and by the army of and and",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, marked string) {
		text := readtest.Text(marked)
		slices.SortFunc(text.Places, func(a, b event.Place) int { return a.Start - b.Start })
		last := 0
		text.Places = slices.DeleteFunc(text.Places, func(p event.Place) bool {
			if p.Start < last || p.IsEmpty() {
				return true
			}
			last = p.End
			return false
		})
		text.Actors = slices.DeleteFunc(text.Actors, event.Range.IsEmpty)
		for _, r := range reader.Read(&text) {
			if len(r.Places) == 0 || r.Trigger.IsEmpty() || r.Confidence < 0 || r.Confidence > 1 {
				t.Errorf("%+v", r)
			}
			for _, p := range r.Places {
				_ = p.Of(text.Text)
			}
			for _, who := range []event.Range{r.Trigger, r.Agent, r.Target, r.Holder, r.From, r.Source} {
				_ = who.Of(text.Text)
			}
		}
	})
}
