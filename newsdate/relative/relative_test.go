package relative

import (
	"fmt"
	"testing"

	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// TestAt reads the relative date at the word in brackets: number and unit, other attributes, and
// its length in tokens.
func TestAt(t *testing.T) {
	for _, tt := range []struct {
		text string
		at   int
		want string
	}{
		// days
		{"yesterday", 0, "-1 day 1"},
		{"the day before yesterday", 3, "-2 day 1"},
		{"today", 0, "0 day 1"},
		{"Russia Today", 1, ""},
		{"tomorrow", 0, "1 day 1"},
		{"the day after tomorrow", 3, "2 day 1"},
		{"last night", 0, "-1 day 2"},
		{"tonight", 0, "0 day 1"},
		// weeks to years
		{"last week", 0, "-1 week vague 2"},
		{"the last week", 1, ""},
		{"last week of June", 0, ""},
		{"next month", 0, "1 month vague 2"},
		{"this year", 0, "0 year vague 2"},
		{"last decade", 0, ""},
		{"last town", 0, ""},
		// ago or ahead
		{"two days ago", 0, "-2 day 3"},
		{"3 weeks ago", 0, "-3 week 3"},
		{"a couple of weeks ago", 0, "-2 week 5"},
		{"a fortnight ago", 0, "-2 week 3"},
		{"two decades ago", 0, "-20 year 3"},
		{"500 days ago", 0, ""},
		{"two guns ago", 0, ""},
		{"in two days", 0, "2 day future 3"},
		{"in two days of fighting", 0, ""},
		// from an earlier date of the text
		{"two days later", 0, "2 day from previous 3"},
		{"three weeks earlier", 0, "-3 week from previous 3"},
		{"two days later of", 0, ""},
		{"hours later", 0, "0 hour from previous 2"},
		{"the next day", 1, "1 day from previous 2"},
		{"over the next week", 2, ""},
		{"the next two days", 1, ""},
		{"the following morning", 1, "1 day from previous 2"},
		{"the previous month", 1, "-1 month from previous 2"},
		// Arabic
		{"أمس", 0, "-1 day 1"},
		{"أول أمس", 0, "-2 day 2"},
		{"أول من أمس", 0, "-2 day 3"},
		{"أمس الأول", 0, "-2 day 2"},
		{"اليوم", 0, "0 day 1"},
		{"اليوم الجمعة", 0, "0 day 1"},
		{"في اليوم", 1, ""},
		{"اليوم التالي", 0, "1 day from previous 2"},
		{"غدا", 0, "1 day 1"},
		{"بعد غد", 0, "2 day 2"},
		{"الأسبوع الماضي", 0, "-1 week vague 2"},
		{"العام المقبل", 0, "1 year vague 2"},
		{"الليلة الماضية", 0, "-1 day 2"},
		{"قبل يومين", 0, "-2 day 2"},
		{"قبل نحو أسبوع", 0, "-1 week 3"},
		{"قبل يومين من الهدنة", 0, "2 day from previous 3"},
		{"بعد يومين من الهدنة", 0, "-2 day from previous 3"},
		{"بعد معارك من أجل الهدنة", 0, ""},
		{"two days after the truce", 0, "-2 day from previous 3"},
		{"a week before they left", 0, "1 week from previous 3"},
		{"for two days after the truce", 1, ""},
		{"two days after Friday", 0, ""},
		{"two years after the truce", 0, ""},
		{"منذ خمسة أيام", 0, "-5 day 3"},
		{"منذ ساعة واحدة", 0, "-1 hour 3"},
		{"بعد أسبوع", 0, "1 week future 2"},
		{"قبل البلدة", 0, ""},
		{"", 0, ""},
	} {
		if got := written(At(token.New(tt.text, nil), tt.at)); got != tt.want {
			t.Errorf("%q from word %d: %q, want %q", tt.text, tt.at, got, tt.want)
		}
	}
}

func written(f Shift) string {
	if f.N == 0 {
		return ""
	}
	units := map[int16]string{words.UnitMinute: "minute", words.UnitHour: "hour", words.UnitDay: "day", words.UnitWeek: "week", words.UnitMonth: "month", words.UnitYear: "year"}
	s := fmt.Sprintf("%d %s", f.Count, units[f.Unit])
	for _, is := range []struct {
		so   bool
		name string
	}{{f.Vague, " vague"}, {f.Future, " future"}, {f.FromPrevious, " from previous"}} {
		if is.so {
			s += is.name
		}
	}
	return fmt.Sprintf("%s %d", s, f.N)
}
