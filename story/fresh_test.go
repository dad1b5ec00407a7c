package story

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
)

// freshTexts are dispatches that were written after the bounds of the package were set.
//
//go:embed testdata/dispatches.txt
var freshTexts string

// outlets are changes that outlets make to a text, different from those of corpus.
var outlets = []struct {
	name string
	edit func(n int, title, text string) (string, string)
}{
	{"as it came", func(_ int, title, text string) (string, string) { return title, text }},
	{"another headline", func(n int, _, text string) (string, string) { return headlines[n%len(headlines)], text }},
	{"without its last two sentences", func(_ int, title, text string) (string, string) { return title, sentences(text, 0, -2) }},
	{"without its first sentence", func(n int, _, text string) (string, string) {
		return headlines[(n+1)%len(headlines)], sentences(text, 1, 0)
	}},
	{"a figure corrected", func(_ int, title, text string) (string, string) { return title, corrected(text) }},
	{"a note above and below", func(_ int, title, text string) (string, string) {
		return title, "This report was sent by a correspondent of our partner agency and has been shortened.\n" + sentences(text, 0, -1) + "\nWrite to the editors. Follow us for more, and subscribe to the morning letter."
	}},
	{"with a picture's caption in its middle", func(_ int, title, text string) (string, string) {
		return title, sentences(text, 0, 2) + "\nA view of the place on an earlier day. Picture: archive\n" + sentences(text, 2, 0)
	}},
}

var headlines = []string{"What happened, and what comes next", "In brief", "أهم الأخبار", "Residents speak of a long night", "Morning report"}

// sentences returns those from one up to another; numbers below 1 count from the end.
func sentences(text string, from, to int) string {
	all := strings.SplitAfter(text, ". ")
	if to <= 0 {
		to += len(all)
	}
	return strings.TrimSpace(strings.Join(all[from:to], ""))
}

// corrected changes the first number that is written as a word.
func corrected(text string) string {
	for _, r := range [][2]string{
		{"forty", "thirty-eight"}, {"seventeen", "eighteen"}, {"three villages", "four villages"}, {"ninety", "ninety-five"}, {"six fishermen", "five fishermen"}, {"eleven", "twelve"},
		{"two hundred and twelve", "two hundred and twenty"}, {"seven weeks", "eight weeks"}, {"four kilometres", "six kilometres"}, {"eight years", "nine years"},
		{"ثلاث عشرة", "خمس عشرة"}, {"خمسة", "سبعة"},
	} {
		if strings.Contains(text, r[0]) {
			return strings.Replace(text, r[0], r[1], 1)
		}
	}
	return text
}

// others are not copies: the same event in other words, a later report that repeats a sentence or
// two, translations, and filled-in forms.
var others = []string{
	"Forty trucks with grain have arrived in Malkara, nine days after they set out. The way was blocked by rain that destroyed bridges, so that the column had to go through the mountains in the south. A third of what they carry got wet. The port's bakers have been rationing bread since last month.",
	"Four men have been charged over wet grain in Malkara. A convoy of forty trucks carrying grain reached the river port of Malkara on Tuesday after nine days on the road, drivers and port workers said. The charge is that sacks were exchanged on the way: of those that were opened on Friday, half held sand. Police have closed the warehouse and taken the scales along. The harbour master, who is not among the accused, said that he had counted sacks and not what was in them.",
	"A convoy of thirteen trucks reached the town on Wednesday morning for the first time in two months with flour, milk for children and heart medicine, drivers and relief workers said. The trucks had waited two days at the last checkpoint while their boxes were searched. A doctor said that the medicine would last three weeks and that surgical kits had been sent back.",
	"وصلت قافلة من أربعين شاحنة محملة بالحبوب إلى ميناء ملكارا النهري يوم الثلاثاء بعد تسعة أيام على الطريق، بحسب ما قال سائقون وعمال في الميناء. وكانت الأمطار قد جرفت جسرين على الطريق المعتاد فسلك السائقون طريق الجنوب عبر التلال. وتعطلت إحدى عشرة شاحنة وجرى قطرها، وقال مدير الميناء إن ثلث الحمولة مبلل.",
	"A motorcycle packed with explosives blew up at noon on Saturday in the vegetable market, and five people were killed and eighteen hurt, three of them children, the director of the hospital said. Nobody claimed the attack, which was the second in the city within two weeks.",
	"Shells fell again west of the canal on Friday. A week without fire had ended the evening before, when artillery was heard and a house in Dorvan was hit. Observers said that they would come back when both sides had signed the map. In Dorvan the school stayed closed, and the pumping station was switched off for fear of another hit, so that there was no water in two of the villages.",
	"The editor of the closed weekly Lantern will stand trial before three judges in September. A court freed the editor of the weekly Lantern on bail on Tuesday and ruled that the newspaper stays closed until her trial. Writers from nine countries have signed a letter in her favour. It says that whoever asks what flour costs does no more than every baker does, and that an army which pays too much should be glad to hear of it.",
}

// filled are forms that are issued each day, with other figures and places.
func filled(n int) string {
	places := []string{"Malkara", "Dorvan", "Tessun", "Lake End", "Old Airfield", "Cape Town Road", "Upper Mill", "Eastern Halt"}
	p := func(k int) string { return places[(n*3+k)%len(places)] }
	if n%2 == 0 {
		return fmt.Sprintf("The border post at %s opened at %d in the morning. Up to the evening %d trucks and %d cars crossed to the north, and %d people on foot to the south. At %s the crossing stayed closed. Officers turned %d people back whose papers were not in order. The next bulletin comes tomorrow at the same hour, and figures are those of the post.", p(0), 5+n%4, 30+7*n, 90+11*n, 200+13*n, p(1), 3+n)
	}
	return fmt.Sprintf("Level of the river at %s: %d centimetres, falling. At %s the water stands %d centimetres above the mark, and boats over %d tonnes may not pass. Rain of %d millimetres is expected in the hills by the weekend. People who live below %s are asked to keep their cellars empty and to listen to the radio at noon and in the evening for what the office of waters has to say.", p(0), 210+9*n, p(1), 11+2*n, 40+n, 4+3*n, p(2))
}

// TestFreshCopies: precision and recall for texts and edits other than those of TestCopies.
func TestFreshCopies(t *testing.T) {
	var all []made
	for n, dispatch := range strings.Split(freshTexts, "###\n") {
		title, text, _ := strings.Cut(strings.TrimSpace(dispatch), "\n")
		for _, o := range outlets {
			title, text := o.edit(n, title, text)
			all = append(all, made{title, title + "\n" + text, n})
		}
	}
	for n, text := range others {
		all = append(all, made{"Report", "Report\n" + text, -1 - n})
	}
	for n := range 40 {
		all = append(all, made{"Bulletin", "Bulletin\n" + filled(n), -100 - n})
	}
	precision, recall := foundCopies(t, all, func(string) []Span { return nil })
	t.Logf("%d articles: precision %.3f, recall %.3f", len(all), precision, recall)
	if precision < 0.95 || recall < 0.7 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}
