package reader

import (
	"slices"
	"testing"
)

// TestKinds reads kinds of sentences in the manner of agencies, monitors, daily
// assessments and coders' notes. What stands in brackets is a place, as in readtest.Text.
func TestKinds(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a name that no table holds acts", "Zorani fighters attacked [Kurna].", []string{"clash @ Kurna; by Zorani fighters"}},
		{"it acts alone", "ZNLA ambushed a convoy near [Kurna].", []string{"clash @ Kurna; by ZNLA"}},
		{"by a name", "[Kurna] was besieged by ZNLA.", []string{"siege @ Kurna; by ZNLA"}},
		{"two armies act", "The Marish army and Orlan mercenaries entered [Kurna].", []string{"capture @ Kurna; by Marish army and Orlan mercenaries"}},
		{"one of its fighters", "One of its fighters attacked [Kurna].", []string{"clash @ Kurna; by fighters"}},
		{"claimed responsibility", "The militia claimed responsibility for a suicide bombing in [Kurna].", []string{"explosion @ Kurna; by militia"}},
		{"by goes before what stands before", "A month-long US-backed offensive by rebel fighters on [Kurna] began.", []string{"clash @ Kurna; by rebel fighters"}},
		{"no agent is military", "The army launched a military operation in [Kurna].", []string{"clash @ Kurna; by army"}},
		{"a place in no gazetteer", "Bandits abducted pupils from a school in Kurindi.", []string{"detention @ Kurindi; by Bandits"}},
		{"likewise taken", "Rebels seized Galkun from the army.", []string{"capture @ Galkun; by Rebels; from army"}},
		{"no such place is a group", "Aircraft bombed Zorani fighters.", []string{}},
		{"Arabic place in no gazetteer", "هاجم مسلحون رتلا قرب جيبوك.", []string{"clash @ جيبوك; by مسلحون"}},
		{"to avoid", "Troops left [Kurna] to avoid encirclement.", []string{"withdrawal @ Kurna; by Troops; from Troops"}},
		{"anniversary", "Crowds marked the anniversary of the capture of [Kurna].", []string{}},
		{"what is attacked is no deployment", "Militants ambushed an army convoy near [Kurna].", []string{"clash @ Kurna; by Militants"}},
		{"a police station", "Fighters overran a police station in [Kurna].", []string{"capture @ Kurna; by Fighters"}},
		{"the wounded", "The wounded were taken to a hospital in [Kurna].", []string{}},
		{"the damage", "The damage in [Kurna] was great.", []string{}},
		{"arrests during a raid", "Police arrested five people in [Kurna] during a raid.", []string{"detention @ Kurna; by Police"}},
		{"killed when", "[Basat] mourned: two were injured when rebels shelled [Kurna].", []string{"shelling @ Kurna; by rebels"}},
		{"killed during", "Hundreds have been killed during a rebel offensive on [Kurna].", []string{"killing @ Kurna", "clash @ Kurna; by rebel"}},
		{"killed and destroyed", "The army killed ten militants and destroyed their vehicles in [Kurna].", []string{"killing @ Kurna; by army"}},
		{"adjective that holds", "|Marian| occupied [Kurna] was hit by a car bomb.", []string{"control @ Kurna; held by Marian", "explosion @ Kurna"}},
		{"under somebody's control", "[Kurna] was under government control.", []string{"control @ Kurna; held by government"}},
		{"reported in control", "The government was reported in control of [Kurna].", []string{"control @ Kurna; held by government"}},
		{"surrendered to", "[Kurna] surrendered to the army.", []string{"capture @ Kurna; by army"}},
		{"has fallen", "If [Kurna] falls, the road is open.", []string{"withdrawal @ Kurna; hypothetical"}},
		{"shells fell", "Prices fell in [Kurna].", []string{}},
		{"changed hands", "[Kurna] changed hands twice.", []string{"capture @ Kurna"}},
		{"other areas are held", "Residents fled [Kurna] to areas controlled by the army.", []string{"displacement @ Kurna; by Residents"}},
		{"the groups there are led", "The groups in [Kurna] are controlled by the army.", []string{}},
		{"operation to take", "The army launched an operation aimed to liberate [Kurna].", []string{"clash @ Kurna; by army"}},
		{"paves the way", "The victory paves the way for the capture of [Kurna].", []string{"capture @ Kurna; planned"}},
		{"if they try", "He promised a reaction if rebels try to retake [Kurna].", []string{"capture @ Kurna; by rebels; hypothetical"}},
		{"finer than a country", "The army killed ten in operations in <Syria> near the city of [Kurna].", []string{"clash @ Kurna; by army"}},
		{"the described town", "Rebels entered [Kurna]. Jets bombed the coastal city.", []string{"capture @ Kurna; by Rebels", "air_strike @ city; by Jets"}},
		{"it", "The army shelled [Kurna]. Rebels captured it in May.", []string{"shelling @ Kurna; by army", "capture @ it; by Rebels"}},
		{"it is no place", "The army shelled [Kurna]. It was a mistake.", []string{"shelling @ Kurna; by army"}},
		{"relief enters", "Aid trucks entered [Kurna].", []string{"aid @ Kurna"}},
		{"striking", "The army struck targets near [Kurna].", []string{"shelling @ Kurna; by army"}},
		{"fire on a crowd", "Gunmen opened fire on worshippers in a mosque in [Kurna].", []string{"clash @ Kurna; by Gunmen"}},
		{"stationed", "Militias are stationed in [Kurna].", []string{"deployment @ Kurna; by Militias"}},
		{"a neighbourhood of a city", "Troops shelled the [Zaytun] neighbourhood of [Kurna].", []string{"shelling @ Zaytun; by Troops"}},
		{"a weapon beside its strike", "Aircraft struck [Kurna] with four aerial bombs.", []string{"air_strike @ Kurna; by Aircraft"}},
		{"holds", "The army holds [Kurna].", []string{"control @ Kurna; held by army"}},
		{"outside control", "They met in [Kurna], the last village outside rebel control.", []string{}},
		{"civilians arrive", "Refugees arrived in [Kurna] on Monday.", []string{"displacement @ Kurna; by Refugees"}},
		{"civilians abandon", "Villagers abandoned [Kurna].", []string{"displacement @ Kurna; by Villagers"}},
		{"fighters abandon", "Rebels abandoned [Kurna].", []string{"withdrawal @ Kurna; by Rebels; from Rebels"}},
		{"from one town to another", "They agreed on transporting fighters from [Basat] to [Kurna].", []string{"deployment @ Kurna"}},
		{"the mayor says", "Demining would take years, the mayor of [Kurna] said.", []string{}},
		{"analysts say", "Analysts in [Kurna] say the offensive has failed.", []string{}},
		{"condemned in a speech", "He condemned the bombing in a speech in [Kurna].", []string{}},
		{"condemned at its place", "He condemned the bombing of [Kurna].", []string{"air_strike @ Kurna"}},
		{"what comes amid something", "The air raid comes amid violence in [Kurna].", []string{"clash @ Kurna"}},
		{"fire that comes near", "The fighting came within a mile of [Kurna].", []string{"clash @ Kurna"}},
		{"led to the fall", "The raid led to the capture of [Kurna].", []string{"clash @ Kurna", "capture @ Kurna"}},
		{"it would later become", "Rebels entered [Kurna]. It would later become a stronghold for the militia.", []string{"capture @ Kurna; by Rebels", "control @ It; held by militia"}},
		{"lines collapse", "The defences of the rebels in [Kurna] have collapsed.", []string{"withdrawal @ Kurna"}},
		{"a building collapses", "A building in [Kurna] has collapsed.", []string{}},
		{"in somebody's hands", "[Kurna] remains in the hands of the rebels.", []string{"control @ Kurna; held by rebels"}},
		{"what is wished for", "The envoy wants these strikes on [Kurna] to go on.", []string{}},
		{"beside the text", "Related Air strikes near [Kurna] kill dozens.", []string{}},
		{"who speaks, in Arabic", "قال المحلل في [سنار] إن المعركة لم تنته.", []string{}},
		{"schools open", "Two schools were opened in [Kurna].", []string{"aid @ Kurna"}},
		{"water for a town", "The agency supplies [Kurna] with water.", []string{}},
		{"water will be supplied", "The agency will supply [Kurna] with water.", []string{"aid @ Kurna; planned"}},
		{"no service opens", "The army opened a front near [Kurna].", []string{}},
		{"shells fall, in Arabic", "سقوط قذائف على [سنار].", []string{"shelling @ سنار"}},
		{"control lost, in Arabic", "فقد الجيش السيطرة على [سنار].", []string{"withdrawal @ سنار; by الجيش; from الجيش"}},
		{"held, right behind its name", "قصف الجيش [سنار] الخاضعة لسيطرة الفصائل شمال [أريحا].", []string{"shelling @ سنار; by الجيش", "control @ سنار; held by الفصائل"}},
		{"dawn", "شن الطيران غارات على [سنار] فجر الأربعاء.", []string{"air_strike @ سنار; by الطيران"}},
		{"the occupation's forces", "هدمت جرافات الاحتلال منزلين في [سنار].", []string{}},
		{"a country before its place", "نفت الوزارة سيطرة <روسيا> على [سنار].", []string{"capture @ سنار; says الوزارة; denied"}},
		{"holds, in the present", "تسيطر قوات النظام على [سنار].", []string{"control @ سنار; held by قوات النظام"}},
		{"still", "لا تزال [سنار] خاضعة لسيطرة الفصائل.", []string{"control @ سنار; held by الفصائل"}},
		{"subject to", "تخضع [سنار] لسيطرة الفصائل.", []string{"control @ سنار; held by الفصائل"}},
		{"an Arabic convoy enters", "دخلت قافلة مساعدات إلى [سنار].", []string{"aid @ سنار"}},
		{"a road is cut", "قطعت قوات النظام الطريق بين [سنار] و[أريحا].", []string{"siege @ سنار, أريحا; by قوات النظام"}},
		{"driven out, in Arabic", "طردت الفصائل تنظيم الدولة من [سنار].", []string{"capture @ سنار; by الفصائل; from تنظيم الدولة"}},
		{"managed to", "تمكنت الفصائل من استعادة [سنار].", []string{"capture @ سنار; by الفصائل"}},
		{"accusative", "يفرض الجيش حصارا على [سنار].", []string{"siege @ سنار; by الجيش"}},
		{"between sides", "اندلعت مواجهات بين مجموعات مسلحة في [سنار].", []string{"clash @ سنار; by مجموعات مسلحة"}},
		{"for the coalition", "مقتل عناصر بغارة للتحالف قرب [سنار].", []string{"air_strike @ سنار; by تحالف"}},
	} {
		if got := linesOf(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}
