package story

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/sample"
)

// made is an article of a corpus in which copies are known.
type made struct {
	title, text string
	source      int // the same for copies of one text
}

// dispatches returns the texts of the sample, without header and footer.
func dispatches(t *testing.T) (titles, texts []string) {
	t.Helper()
	names, err := fs.Glob(sample.Files(), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(sample.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(b)), "\n")
		body := slices.DeleteFunc(lines[1:], func(l string) bool { return len(strings.Fields(l)) < 12 })
		titles, texts = append(titles, lines[0]), append(texts, strings.Join(body, "\n"))
	}
	return titles, texts
}

// edits are the changes that outlets make to an agency's text.
var edits = []struct {
	name string
	edit func(title, text string) (string, string)
}{
	{"as it came", func(title, text string) (string, string) { return title, text }},
	{"a headline and a line of its own", func(title, text string) (string, string) {
		return "What we know so far", "BEIRUT (Agency), 3:14 pm - " + text
	}},
	{"without its last sentence", func(title, text string) (string, string) { return title, cut(text) }},
	{"a sentence edited", func(title, text string) (string, string) {
		words := strings.Fields(text)
		at := len(words) / 2
		for i := at; i < at+4; i++ {
			words[i] = "otherwise"
		}
		return title, strings.Join(words, " ")
	}},
	{"with a tail", func(title, text string) (string, string) {
		return title, text + "\nThe conflict has killed hundreds of thousands of people and driven millions from their homes, according to the United Nations."
	}},
	{"a line of its own, and cut", func(title, text string) (string, string) {
		return "Live: " + title, "Our correspondents, Damascus, 22 August\n" + cut(text)
	}},
}

func cut(text string) string {
	if at := strings.LastIndexAny(strings.TrimRight(text, ".\n "), ".\n"); at > len(text)*2/3 {
		return text[:at+1]
	}
	return text
}

// daily writes reports of one form, each with other figures and towns.
func daily(random *rand.Rand, form, n int) made {
	towns := []string{"Morek", "Kafr Zita", "Latamneh", "Khan Shaykhun", "Jarjanaz", "Tal Mannas", "Maarat al-Numan", "Saraqib"}
	town := func() string { return towns[random.IntN(len(towns))] }
	number := func() int { return 1 + random.IntN(60) }
	switch form {
	case 0:
		return made{"Daily report", fmt.Sprintf("In the last day the centre recorded %d violations of the agreement in the province, among them shelling of %s and of the outskirts of %s "+
			"with mortars and rockets. Officers of the monitoring group have distributed %d tonnes of food and medicine to residents of the region, and talks with elders were held in %s. "+
			"The centre has called on the leaders of armed groups to end provocations and to take the path of a peaceful settlement in the areas that they control.", number(), town(), town(), number(), town()), -1 - n}
	case 1:
		return made{"Situation update", fmt.Sprintf("Over the reporting period partners continued to respond to needs in the camps around %s, where an estimated %d families arrived from the south. "+
			"Health workers reported %d cases of acute illness and a lack of clean water, fuel and shelter. Schools remain closed and two clinics were out of service after strikes near %s. "+
			"The next update will be issued at the end of the week; all figures are provisional and subject to verification.", town(), 100*number(), number(), town()), -1 - n}
	}
	return made{"تقرير يومي", fmt.Sprintf("رصد المركز خلال الأربع والعشرين ساعة الماضية %d خرقا لاتفاق وقف إطلاق النار في المحافظة شملت قصفا بالمدفعية والصواريخ على المناطق السكنية والأراضي الزراعية، "+
		"كما وثق المركز نزوح %d عائلة نحو الحدود وتضرر %d منازل ومدرسة واحدة وتوقف مركز صحي عن العمل وسط نقص في المياه والوقود والخبز في جميع المخيمات المنتشرة على طول الشريط.", number(), number(), number()), -1 - n}
}

// corpus is each dispatch in six editions, and ninety daily reports, in random order.
func corpus(t *testing.T) []made {
	titles, texts := dispatches(t)
	var all []made
	for i := range texts {
		for _, e := range edits {
			title, text := e.edit(titles[i], texts[i])
			all = append(all, made{title, title + "\n" + text, i})
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 90 {
		r := daily(random, n%3, n)
		all = append(all, made{r.title, r.title + "\n" + r.text, r.source})
	}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

var towns = regexp.MustCompile(`Morek|Kafr Zita|Latamneh|Khan Shaykhun|Jarjanaz|Tal Mannas|Maarat al-Numan|Saraqib`)

// names returns the spans of towns in a text that is ASCII, in which bytes are code points.
func names(text string) (all []Span) {
	for _, at := range towns.FindAllStringIndex(text, -1) {
		all = append(all, Span{at[0], at[1]})
	}
	return all
}

// TestCopies: of all pairs of articles of one day nearly all copies are found, and hardly any
// others.
func TestCopies(t *testing.T) {
	all := corpus(t)
	precision, recall := foundCopies(t, all, names)
	t.Logf("%d articles: precision %.3f, recall %.3f", len(all), precision, recall)
	if precision < 1 || recall < 0.9 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}

// foundCopies groups articles of one day into stories and compares all pairs with their sources:
// precision is the share of copies among the pairs in one story, recall the share of copies that
// are in one story.
func foundCopies(t *testing.T, all []made, names func(text string) []Span) (precision, recall float64) {
	x := NewIndex()
	for i, m := range all {
		x.Add(Article{Number: i + 1, Day: 18130, Dated: true, Digest: DigestOf(Read(m.title, m.text, nil, names(m.text)))})
	}
	x.Changes()
	var right, wrong, missed int
	for i := range all {
		for j := range i {
			switch same, copies := x.Lead(i) == x.Lead(j), all[i].source == all[j].source; {
			case same && copies:
				right++
			case same:
				wrong++
				t.Logf("one story:\n%s\n%s", all[i].text, all[j].text)
			case copies:
				missed++
			}
		}
	}
	return float64(right) / float64(right+wrong), float64(right) / float64(right+missed)
}
