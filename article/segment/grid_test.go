package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

// edition is the text of the grid's pages in one language.
type edition struct {
	name       string
	short      []string // headlines of two to four words
	long       []string // of five or more
	dates      []string // of day, month and year
	open       []string // without a year
	relative   []string
	numbers    []string // day and month may be read either way
	dateline   string   // precedes the first sentence
	byline     string
	sentences  []string
	separators map[string]string
}

var editions = []edition{
	{
		name: "English",
		short: []string{"Shells hit Tarmin", "Drones over Kafr Safra", "Truce in Wadi Nahr", "Convoy reaches Safra", "Two killed near Tal Omar",
			"Talks stall again"},
		long: []string{"Army enters the town of Tarmin after a week", "Drones strike a fuel depot on the road to Safra", "Truce holds for a third day in Wadi Nahr",
			"Convoy of forty trucks reaches the villages of Safra", "Two farmers are killed by a mine near Tal Omar", "Talks on the exchange of prisoners stall again"},
		dates:    []string{"June 12, 2019", "June 13, 2019", "June 14, 2019", "June 15, 2019", "June 16, 2019", "June 17, 2019"},
		open:     []string{"June 12", "June 13", "June 14", "June 15", "June 16", "June 17"},
		relative: []string{"2 hours ago", "5 hours ago", "9 hours ago", "yesterday", "2 days ago", "3 days ago"},
		numbers:  []string{"07/06/2019", "08/06/2019", "09/06/2019", "10/06/2019", "11/06/2019", "12/06/2019"},
		dateline: "TARMIN, Syria (Tarmin Press) – ",
		byline:   "By Vera Bell",
		sentences: []string{
			"Artillery fired from the eastern ridge for most of the night, and families in the market quarter slept in their cellars, residents said.",
			"The local council counted eleven damaged houses and said that the bakery would stay closed until the power line had been repaired.",
			"A spokesman for the brigade denied that its men had left the checkpoint, which guards the only paved road into the valley.",
			"Doctors at the field hospital treated nine people, four of them children, and asked for blood of all groups before the evening.",
			"Farmers had hoped to bring in the harvest this week; most of the fields along the river are now too dangerous to enter.",
		},
		separators: map[string]string{"nothing": "", "comments": "3 Comments", "reply": "Leave a reply", "rights": "All rights reserved", "related": "Related News"},
	},
	{
		name:  "Arabic",
		short: []string{"قصف على ترمين", "طائرات فوق كفر صفرا", "هدنة في وادي النهر", "قافلة تصل صفرا", "مقتل مزارعين اثنين", "تعثر المفاوضات مجددا"},
		long: []string{"الجيش يدخل بلدة ترمين بعد أسبوع من القتال", "طائرات مسيرة تستهدف مستودع وقود على طريق صفرا", "الهدنة تصمد لليوم الثالث في وادي النهر",
			"قافلة من أربعين شاحنة تصل إلى قرى صفرا", "مقتل مزارعين اثنين بانفجار لغم قرب تل عمر", "تعثر المفاوضات حول تبادل الأسرى من جديد"},
		dates:    []string{"12 حزيران 2019", "13 حزيران 2019", "14 يونيو 2019", "15 حزيران/يونيو 2019", "16 حزيران 2019", "17 يونيو 2019"},
		open:     []string{"12 حزيران", "13 حزيران", "14 يونيو", "15 حزيران", "16 حزيران", "17 يونيو"},
		relative: []string{"منذ ساعتين", "قبل 5 ساعات", "منذ 9 ساعات", "أمس", "قبل يومين", "منذ 3 أيام"},
		numbers:  []string{"07/06/2019", "08/06/2019", "09/06/2019", "10/06/2019", "11/06/2019", "12/06/2019"},
		dateline: "ترمين - وكالات - ",
		byline:   "بقلم سمر خوري",
		sentences: []string{
			"أطلقت المدفعية نيرانها من التلة الشرقية معظم ساعات الليل، ونام أهالي حي السوق في الأقبية، بحسب ما قال سكان.",
			"وأحصى المجلس المحلي أحد عشر منزلا متضررا، وقال إن المخبز سيبقى مغلقا إلى أن يصلح خط الكهرباء المغذي له.",
			"ونفى متحدث باسم اللواء أن يكون عناصره قد غادروا الحاجز الذي يحرس الطريق المعبد الوحيد المؤدي إلى الوادي.",
			"وعالج أطباء المشفى الميداني تسعة أشخاص بينهم أربعة أطفال، وطلبوا التبرع بالدم من جميع الزمر قبل المساء.",
			"وكان المزارعون يأملون أن يجنوا المحصول هذا الأسبوع، لكن معظم الحقول على ضفة النهر باتت خطرة لا تدخل.",
		},
		separators: map[string]string{"nothing": "", "comments": "3 تعليقات", "reply": "اترك ردا", "rights": "جميع الحقوق محفوظة", "related": "أخبار ذات صلة"},
	},
}

// layouts are the ways to lay out an article: its lines from the headline, the number of the
// article, and its paragraphs.
var layouts = []struct {
	name  string
	dated bool // each article has its own day
	lines func(e *edition, headline string, i int, paragraphs []string) []string
}{
	{"date under the headline", true, func(e *edition, h string, i int, p []string) []string { return append([]string{h, e.dates[i]}, p...) }},
	{"byline and date", true, func(e *edition, h string, i int, p []string) []string {
		return append([]string{h, e.byline, e.dates[i]}, p...)
	}},
	{"dateline", false, func(e *edition, h string, _ int, p []string) []string {
		return append([]string{h, e.dateline + p[0]}, p[1:]...)
	}},
	{"date above the headline", true, func(e *edition, h string, i int, p []string) []string { return append([]string{e.dates[i], h}, p...) }},
	{"date at the end", true, func(e *edition, h string, i int, p []string) []string {
		return append(append([]string{h}, p...), e.dates[i])
	}},
	{"hours ago", false, func(e *edition, h string, i int, p []string) []string {
		return append([]string{h, e.relative[i]}, p...)
	}},
	{"day without a year", false, func(e *edition, h string, i int, p []string) []string { return append([]string{h, e.open[i]}, p...) }},
	{"numbers", false, func(e *edition, h string, i int, p []string) []string { return append([]string{h, e.numbers[i]}, p...) }},
	{"no date", false, func(_ *edition, h string, _ int, p []string) []string { return append([]string{h}, p...) }},
}

const articlesOnPage = 6

// page lays out six articles of three paragraphs, separated by a line.
func (e *edition) page(lines func(*edition, string, int, []string) []string, headlines []string, separator string) string {
	var all []string
	for i := range articlesOnPage {
		if i > 0 && separator != "" {
			all = append(all, separator)
		}
		all = append(all, lines(e, headlines[i], i, e.paragraphs(i))...)
	}
	return strings.Join(all, "\n\n")
}

func (e *edition) paragraphs(i int) []string {
	var out []string
	for j := range 3 {
		out = append(out, fmt.Sprintf("No. %d.%d. %s", i+1, j+1, e.sentences[(i+j)%len(e.sentences)]))
	}
	return out
}

// minRight is how many pages of the grid must be split correctly.
const minRight = 170

// TestGrid splits pages of six articles in every layout, with every separator line and both lengths
// of headlines. A page is correct when each article has its headline, its day and its paragraphs,
// and nothing else is left out. Where nothing separates the articles it is enough that all
// paragraphs are kept.
func TestGrid(t *testing.T) {
	right, all := 0, 0
	for _, e := range editions {
		for _, layout := range layouts {
			for _, between := range []string{"nothing", "comments", "reply", "rights", "related"} {
				for _, headlines := range [][]string{e.short, e.long} {
					all++
					name := fmt.Sprintf("%s, %s, %s between, %s", e.name, layout.name, between, headlines[0])
					page := e.page(layout.lines, headlines, e.separators[between])
					if wrong := e.judge(t, page, headlines, layout.dated, layout.name == "no date" && between == "nothing"); wrong != "" {
						t.Logf("%s: %s", name, wrong)
						continue
					}
					right++
				}
			}
		}
	}
	t.Logf("%d of %d", right, all)
	if right < minRight {
		t.Errorf("%d pages of %d are cut rightly, want %d", right, all, minRight)
	}
}

// judge describes what is wrong with how a page is split, "" for nothing.
func (e *edition) judge(t *testing.T, page string, headlines []string, isDated, alike bool) string {
	segments, err := Split(work.New(t.Context()), page, Scraped, newsdate.Hint{})
	if err != nil {
		return err.Error()
	}
	kept := map[string]bool{}
	for _, s := range segments {
		for l := range strings.SplitSeq(told(s), "\n") {
			kept[l] = true
		}
	}
	for i := range articlesOnPage {
		for _, p := range e.paragraphs(i) {
			if !kept[p] && !kept[e.dateline+p] {
				return fmt.Sprintf("paragraph %q is lost", p)
			}
		}
	}
	if alike {
		return ""
	}
	var titles, days []string
	for _, s := range segments {
		titles = append(titles, s.Title)
		days = append(days, s.Published.Format("2"))
	}
	if !slices.Equal(titles, headlines) {
		return fmt.Sprintf("titles %q", titles)
	}
	if want := []string{"12", "13", "14", "15", "16", "17"}; isDated && !slices.Equal(days, want) {
		return fmt.Sprintf("days %q", days)
	}
	return ""
}

// told returns the lines of a segment that are not asides.
func told(s Segment) string {
	runes := []rune(s.Text)
	for _, a := range s.Aside {
		for i := a.Start; i < a.End; i++ {
			runes[i] = '\n'
		}
	}
	return string(runes)
}
