package kind_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event/kind"
	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

// kindsIn returns the types of the reported events of a marked text.
func kindsIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var out []string
	for _, c := range kind.Distinct(s, readtest.Reported(s)) {
		out = append(out, string(c.Kind))
	}
	return strings.Join(out, " ")
}

// TestTypesByContext: the type of a trigger follows from the words beside it; each is paired with
// words that give another type, or none.
func TestTypesByContext(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"taking a place, or people", "Rebels captured [Kurna].", "capture", "Rebels captured ten soldiers in [Kurna].", "detention"},
		{"or goods", "Rebels captured the hills of [Kurna].", "capture", "Rebels captured weapons in [Kurna].", ""},
		{"by people it is a detention", "Police seized five men in [Kurna].", "detention", "Police seized [Kurna].", "capture"},
		{"what is still to be taken is fought for", "Rebels tried to capture [Kurna].", "clash", "Rebels captured [Kurna].", "capture"},
		{"occupied, as a deed and as a state", "Rebels occupied [Kurna].", "capture", "[Kurna] is occupied by rebels.", "control"},
		{"the fall of X to Y", "The fall of [Kurna] to the army is near.", "capture", "The fall of [Kurna] is near.", "withdrawal"},
		{"fell to", "[Kurna] fell to the army.", "capture", "[Kurna] fell.", "withdrawal"},
		{"forces enter", "Rebels entered [Kurna].", "capture", "Journalists entered [Kurna].", ""},
		{"relief enters", "Aid trucks entered [Kurna].", "aid", "Trucks entered [Kurna].", ""},
		{"leaving a place", "Rebels left [Kurna].", "withdrawal", "Rebels left weapons in [Kurna].", ""},
		{"fighters leave, people flee", "Rebels fled [Kurna].", "withdrawal", "Residents fled [Kurna].", "displacement"},
		{"an attack by aircraft", "Rebels attacked [Kurna].", "clash", "Aircraft attacked [Kurna].", "air_strike"},
		{"with rockets", "Rebels attacked [Kurna] with rockets.", "shelling", "Rebels attacked [Kurna] with men.", "clash"},
		{"few words on", "Rebels attacked [Kurna] at dawn on Monday with many heavy rockets.", "shelling", "Rebels attacked [Kurna] at dawn on Monday with many heavy hearts.", "clash"},
		{"a suicide bomber", "A suicide bomber attacked [Kurna].", "explosion", "A man attacked [Kurna].", "clash"},
		{"strikes of guns", "Artillery strikes on [Kurna] went on.", "shelling", "Strikes on [Kurna] went on.", "air_strike"},
		{"a raid on the ground", "Police carried out a raid on [Kurna].", "clash", "Jets carried out raids on [Kurna].", "air_strike"},
		{"deaths by a means", "An air strike killed ten in [Kurna].", "air_strike", "Gunmen killed ten in [Kurna].", "killing"},
		{"the wounded", "Two men were wounded in [Kurna].", "killing", "The wounded were taken to [Kurna].", ""},
		{"a road is cut", "Rebels cut the road to [Kurna].", "siege", "Rebels cut wages in [Kurna].", ""},
		{"cut off", "[Kurna] was cut off by rebels.", "siege", "[Kurna] was cut by rebels.", ""},
		{"troops are sent", "The army sent troops to [Kurna].", "deployment", "The army sent word to [Kurna].", ""},
		{"to the place, not from it", "The army sent troops to [Kurna].", "deployment", "The army sent troops from [Kurna].", ""},
		{"a side is driven out", "Troops drove rebels out of [Kurna].", "capture", "Troops drove out of [Kurna].", ""},
		{"holding a place", "Rebels control [Kurna].", "control", "Rebels control men in [Kurna].", ""},
		{"outside of it", "[Kurna] is under rebel control.", "control", "[Kurna] is the last village outside rebel control.", ""},
		{"a headquarters that is destroyed", "The rebel stronghold of [Kurna] is large.", "control", "Jets destroyed a rebel hideout in [Kurna].", "air_strike"},
		{"the shelling that stopped", "Rebels kept shelling [Kurna].", "shelling", "Rebels stopped shelling [Kurna].", ""},
		{"a ceasefire", "A ceasefire was agreed in [Kurna].", "agreement", "A meal was agreed in [Kurna].", ""},
		{"an anniversary", "The capture of [Kurna] was swift.", "capture", "The anniversary of the capture of [Kurna] was marked.", ""},
		{"to avoid", "The encirclement of [Kurna] began.", "siege", "They slept to avoid encirclement in [Kurna].", ""},
		{"a backdrop", "People rallied in [Kurna] during a strike.", "protest air_strike", "People rallied in [Kurna] after the strike.", "protest"},
		{"a country's sum", "Ten were killed in [Kurna].", "killing", "Ten were killed in <Marland>.", ""},
		{"bombs that explode, and that fall", "A bomb went off in [Kurna].", "explosion", "A bomb was found in [Kurna].", ""},
		{"still holding", "Rebels continue to control [Kurna].", "control", "Rebels managed to control [Kurna].", "capture"},
		{"occupying, in the present", "Troops occupy [Kurna].", "control", "Troops are to occupy [Kurna].", "capture"},
		{"and still", "Troops still occupied [Kurna].", "control", "Troops soon occupied [Kurna].", "capture"},
		{"what somebody holds", "[Kurna], which rebels hold, is large.", "control", "[Kurna], which rebels hold dear, is large.", ""},
		{"tanks roll in", "Tanks rolled into [Kurna].", "deployment", "Rebels rolled into [Kurna].", "capture"},
		{"people are driven from their homes", "The flood drove families from their homes in [Kurna].", "displacement", "The flood drove families to the homes in [Kurna].", ""},
		{"families reach a town, and aid does", "Hungry families reached [Kurna].", "displacement", "Supplies reached [Kurna].", "aid"},
		{"refugees from a town cross", "Refugees from [Bisra] crossed into [Kurna].", "displacement", "Troops crossed into [Kurna].", "deployment"},
		{"the wounded are no aid", "Blankets were transferred to [Kurna].", "aid", "The wounded were transferred to a hospital in [Kurna].", ""},
		{"helicopters fire rockets", "A helicopter fired rockets at [Kurna].", "air_strike", "A gunman fired rockets at [Kurna].", "shelling"},
		{"bombers that fly", "Russian bombers attacked [Kurna].", "air_strike", "Two bombers attacked [Kurna].", "explosion"},
		{"a type of aircraft", "Two F-16s hit [Kurna].", "air_strike", "Two F hit [Kurna].", "clash"},
		{"raids are executed, and men", "The jets executed ten raids on [Kurna].", "air_strike", "The rebels executed ten men in [Kurna].", "detention"},
		{"fleeing a war", "Residents fled [Kurna].", "displacement", "A camp in [Kurna] housed families fleeing the war.", ""},
		{"what a strike goes on to hit", "Rockets hit [Basat]. They targeted [Kurna].", "clash", "Rockets hit [Basat]. They praised [Kurna].", ""},
		{"a headline's gain", "The army Controls Several Areas in [Kurna].", "capture", "The army Controls Areas in [Kurna].", "control"},
		{"where something was planned", "The attack was planned in [Kurna].", "", "The attack was watched in [Kurna].", "clash"},
		{"nobody takes a town alone", "Rebels left [Kurna].", "withdrawal", "He left [Kurna].", ""},
		{"soldiers land", "Soldiers landed in [Kurna].", "deployment", "Guests landed in [Kurna].", ""},
		{"lives are claimed", "The snipers claimed dozens of lives in [Kurna].", "killing", "The flood claimed dozens of cars in [Kurna].", ""},
		{"taken twice", "Rebels entered [Kurna] in May; the army retook the town in June.", "capture capture", "Rebels entered [Kurna] in May and captured the town in June.", "capture"},
		{"Arabic: a drone with a bomb", "مسيرة انتحارية تستهدف [سنار].", "air_strike", "سيارة انتحارية تستهدف [سنار].", "explosion"},
		{"Arabic: keeping control", "تحتفظ القوات بسيطرتها على [سنار].", "control", "أعلنت القوات سيطرتها على [سنار].", "capture"},
		{"Arabic: still, or most of", "ما زال الثوار يسيطرون على [سنار].", "control", "الثوار يسيطرون على [سنار].", "capture"},
		{"Arabic: families leave", "غادرت عشرات العائلات [سنار].", "displacement", "غادرت القوات [سنار].", "withdrawal"},
		{"Arabic: families, and captives", "عودة مئات الأسر إلى [سنار].", "displacement", "تم أسر عشرة جنود في [سنار].", "detention"},
		{"Arabic: fallen to", "سقطت [سنار] بيد الجيش.", "capture", "بقيت [سنار] بيد الجيش.", "control"},
		{"Arabic: holding, in the present", "تسيطر قوات النظام على [سنار].", "control", "سيطرت قوات النظام على [سنار].", "capture"},
		{"Arabic: relief enters", "دخلت قافلة مساعدات إلى [سنار].", "aid", "دخل الجيش إلى [سنار].", "capture"},
		{"Arabic: a convoy enters", "دخل رتل إلى [سنار].", "deployment", "دخل الجيش إلى [سنار].", "capture"},
		{"Arabic: subject to", "تخضع [سنار] لسيطرة الفصائل.", "control", "أعلنت الفصائل السيطرة على [سنار].", "capture"},
		{"Arabic: lost", "أعلن الجيش السيطرة على [سنار].", "capture", "فقد الجيش السيطرة على [سنار].", "withdrawal"},
	})
}
