package preview

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/feature"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// words are the texts of titles, descriptions and pictures in a language. Those with verbs are
// formats.
type words struct {
	tag   language.Tag
	rtl   bool
	site  string // the title of a link to nothing in particular
	about string // the description if nothing is mentioned

	allTime, since, until string
	months                [12]string

	mentions, places    map[plural.Form]string // counts; those without a verb name the number themselves
	counts, description string                 // of both counts; and of what is mentioned most
	comma, quoted       string
}

// wordsOf returns the language of a link, English by default.
func wordsOf(lang string) *words {
	if lang == "ar" {
		return &arabicWords
	}
	return &english
}

var english = words{
	tag:     language.English,
	site:    "Places mentioned in the news",
	about:   "A map of the places that articles mention, with a timeline.",
	allTime: "all time", since: "since %s", until: "until %s",
	months:      [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	mentions:    map[plural.Form]string{plural.One: "1 mention", plural.Other: "%d mentions"},
	places:      map[plural.Form]string{plural.One: "1 place", plural.Other: "%d places"},
	counts:      "%s of %s",
	description: "%s on the map; most often %s. Mentions in articles, not events.",
	comma:       ", ",
	quoted:      "“%s”",
}

// arabicWords are those of the page, with the Levantine names of months.
var arabicWords = words{
	tag:     language.Arabic,
	rtl:     true,
	site:    "أماكن ذُكرت في الأخبار",
	about:   "خريطة الأماكن التي تذكرها المقالات، مع خط زمني.",
	allTime: "كامل الفترة", since: "منذ %s", until: "حتى %s",
	months: [12]string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"},
	mentions: map[plural.Form]string{
		plural.Zero: "لا إشارات", plural.One: "إشارة واحدة", plural.Two: "إشارتان", plural.Few: "%d إشارات", plural.Many: "%d إشارة", plural.Other: "%d إشارة",
	},
	places: map[plural.Form]string{
		plural.Zero: "لا أماكن", plural.One: "مكان واحد", plural.Two: "مكانان", plural.Few: "%d أماكن", plural.Many: "%d مكانًا", plural.Other: "%d مكان",
	},
	counts:      "%s، %s",
	description: "على الخريطة: %s، وأكثرها ورودًا: %s. إشارات في المقالات لا أحداث.",
	comma:       "، ",
	quoted:      "«%s»",
}

// counted formats a number of things in the language's plural form.
func (w *words) counted(n int, forms map[plural.Form]string) string {
	text := forms[plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0)]
	return strings.ReplaceAll(text, "%d", strconv.Itoa(n))
}

// count says how much there is.
func (w *words) count(mentions, places int) string {
	return fmt.Sprintf(w.counts, w.counted(mentions, w.mentions), w.counted(places, w.places))
}

// period formats days as 1 Aug 2019 – 31 Aug 2019.
func (w *words) period(d *feature.Days) string {
	first, last := w.day(d.First.Time()), w.day(d.Last.Time())
	switch {
	case d.First == feature.Beginning && d.Last == feature.End:
		return w.allTime
	case d.First == feature.Beginning:
		return fmt.Sprintf(w.until, last)
	case d.Last == feature.End:
		return fmt.Sprintf(w.since, first)
	case first == last:
		return first
	}
	return first + " – " + last
}

func (w *words) day(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), w.months[t.Month()-1], t.Year())
}
