package reader

import (
	"slices"
	"testing"
)

// Each row of a table has a text to which a rule applies, and a similar one to which it does not.
func TestRules(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a capture", "The army seized [Kurna].", []string{"capture @ Kurna; by army"}},
		{"goods are no capture", "The army seized weapons in [Kurna].", []string{}},
		{"not", "Rebels did not capture [Kurna].", []string{"capture @ Kurna; by Rebels; denied"}},
		{"will", "Rebels will capture [Kurna].", []string{"capture @ Kurna; by Rebels; planned"}},
		{"shelled by whom", "[Kurna] was shelled by rebels on Friday.", []string{"shelling @ Kurna; by rebels"}},
		{"shelled at night", "[Kurna] was shelled by night.", []string{"shelling @ Kurna"}},
		{"an air strike", "An air strike hit [Kurna].", []string{"air_strike @ Kurna"}},
		{"clash", "Fighting raged in [Kurna].", []string{"clash @ Kurna"}},
		{"people displaced", "Families were displaced from [Kurna].", []string{"displacement @ Kurna; by Families"}},
		{"aid", "An aid convoy entered [Kurna].", []string{"aid @ Kurna"}},
		{"a truce", "A truce was agreed in [Kurna].", []string{"agreement @ Kurna"}},
		{"arrests", "Police arrested ten men in [Kurna].", []string{"detention @ Kurna; by Police"}},
		{"troops sent", "The army deployed troops in [Kurna].", []string{"deployment @ Kurna; by army"}},
		{"two places, two acts", "Rebels took [Kurna] and shelled [Basat].", []string{"capture @ Kurna; by Rebels", "shelling @ Basat; by Rebels"}},
		{"Arabic withdrawal", "انسحب الجيش من [سنار].", []string{"withdrawal @ سنار; by الجيش; from الجيش"}},
		{"Arabic siege", "حاصر الجيش مدينة [سنار].", []string{"siege @ سنار; by الجيش"}},
		{"Arabic explosion", "انفجرت سيارة مفخخة في [سنار].", []string{"explosion @ سنار"}},
		{"Arabic arrest", "اعتقلت الشرطة شابين في [سنار].", []string{"detention @ سنار; by الشرطة"}},
		{"Arabic passive", "تعرضت [سنار] لقصف مدفعي.", []string{"shelling @ سنار"}},
		{"in the hands of", "[Kurna] is in rebel hands.", []string{"control @ Kurna; held by rebel"}},
		{"at the hands of", "Ten people suffered at rebel hands in [Kurna].", []string{}},
		{"a headquarters", "Rebels seized the headquarters in [Kurna].", []string{"capture @ Kurna; by Rebels"}},
		{"agreed to halt", "The sides agreed to halt the fighting in [Kurna].", []string{"agreement @ Kurna; by sides"}},
		{"fighting goes on", "Residents met as fighting raged in [Kurna].", []string{"clash @ Kurna"}},
		{"in brackets", "The army sent a convoy (28 vehicles, among them seven old tanks and a crane) to [Kurna].", []string{"deployment @ Kurna; by army"}},
		{"who live elsewhere", "The army sent fighters, who live in [Basat], to [Kurna].", []string{"deployment @ Kurna; by army"}},
		{"overlooking", "Rebels captured the town of Zabar, overlooking [Kurna].", []string{"capture @ Zabar; by Rebels"}},
		{"forced to flee", "Hunger has forced residents to flee [Kurna].", []string{"displacement @ Kurna; by residents"}},
		{"hope to flee", "Residents hope to flee [Kurna].", []string{}},
		{"kept out", "Aid convoys had been prevented from reaching [Kurna].", []string{"siege @ Kurna"}},
		{"let in", "Aid convoys had been sent to [Kurna].", []string{"aid @ Kurna"}},
		{"guests arrive", "A convoy of 75 buses arrived in [Kurna].", []string{}},
		{"troops arrive", "Army units arrived in [Kurna].", []string{"deployment @ Kurna; by Army units"}},
		{"a road heads", "Rebels cut the road heading to [Kurna].", []string{"siege @ Kurna; by Rebels"}},
		{"after the ceasefire", "Hundreds fled [Kurna] after the ceasefire.", []string{"displacement @ Kurna; by Hundreds"}},
		{"a ceasefire there", "Hundreds fled [Kurna] after a ceasefire in [Basat].", []string{"displacement @ Kurna; by Hundreds", "agreement @ Basat"}},
		{"a source there", "According to a source in [Basat], a blast hit [Kurna].", []string{"explosion @ Kurna; says source in Basat"}},
		{"captured before", "The group executed soldiers it had captured in [Kurna].", []string{"detention @ Kurna; by group"}},
		{"bases that are held", "Rebels captured [Kurna] with the exception of two regime-held bases.", []string{"capture @ Kurna; by Rebels"}},
		{"a town that is held", "[Kurna] is rebel-held.", []string{"control @ Kurna; held by rebel"}},
		{"the name of an offensive", "During the 2016 [Basat] offensive rebels retook [Kurna].", []string{"clash @ Basat", "capture @ Kurna; by rebels"}},
		{"overrun", "The army overran the rebels in [Kurna].", []string{"capture @ Kurna; by army"}},
		{"fell to a country", "[Kurna] fell to <Turkey>.", []string{"capture @ Kurna; by Turkey"}},
		{"what no table holds is held", "Galcad was under rebel control.", []string{"control @ Galcad; held by rebel"}},
		{"who no table holds is calm", "Galcad was under pressure from rebels.", []string{}},
		{"families return", "Hundreds of families returned to [Kurna].", []string{"displacement @ Kurna; by families"}},
		{"a minister returns", "The minister returned to [Kurna].", []string{}},
		{"a camp of the displaced", "The army shelled a displacement camp in [Kurna].", []string{"shelling @ Kurna; by army"}},
		{"rubble is cleared", "In [Kurna] rubble is being cleared.", []string{}},
		{"a town is cleared", "[Kurna] has been cleared.", []string{"capture @ Kurna"}},
		{"tags", "Tags [Kurna] Army Shelling Rebels.", []string{}},
		{"see also", "See also the siege of [Kurna].", []string{}},
		{"will focus on", "The army will focus on clearing [Kurna].", []string{"capture @ Kurna; by army; planned"}},
		{"de-escalation", "[Kurna] is one of four de-escalation areas.", []string{}},
		{"escalation", "An escalation in [Kurna] was reported.", []string{"clash @ Kurna"}},
		{"in the event of", "They spoke of strikes on [Kurna] in the event of an escalation.", []string{"air_strike @ Kurna", "clash @ Kurna; hypothetical"}},
		{"people come back, in Arabic", "عادت عشرات العائلات إلى [سنار].", []string{"displacement @ سنار"}},
		{"calm comes back, in Arabic", "عاد الهدوء إلى [سنار].", []string{}},
		{"a rocket falls, in Arabic", "سقط صاروخ في [سنار].", []string{"shelling @ سنار"}},
		{"wounded by, in Arabic", "أصيب خمسة مدنيين بقصف مدفعي على [سنار].", []string{"shelling @ سنار"}},
		{"held since, in Arabic", "الفصائل تسيطر على [سنار] منذ عام 2012.", []string{"control @ سنار; held by الفصائل"}},
		{"takes, in Arabic headlines", "الفصائل تسيطر على [سنار].", []string{"capture @ سنار; by الفصائل"}},
	} {
		if got := linesOf(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}
