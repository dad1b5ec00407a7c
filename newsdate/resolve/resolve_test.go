package resolve

import (
	"fmt"
	"testing"
	"time"

	"dateline/newsdate"
	"dateline/newsdate/calendar"
	"dateline/newsdate/expression"
	"dateline/newsdate/relative"
	"dateline/newsdate/token"
)

// TestDate resolves a text that is one expression, in texts published on Thursday, 22 August
// 2019 at 1:30.
func TestDate(t *testing.T) {
	const past, earlier, future, later = expression.Past, expression.Earlier, expression.Future, expression.Later
	published := time.Date(2019, 8, 22, 1, 30, 0, 0, time.UTC)
	told := newsdate.Date{Year: 2019, Month: 5, Day: 3, Precision: newsdate.Day}
	for _, tt := range []struct {
		text  string
		tense expression.Tense
		want  string // ~ after a guessed day
	}{
		{"on Thursday", past, "2019-08-22"},
		{"on Thursday", earlier, "2019-08-15"},
		{"on Thursday", future, "2019-08-22"},
		{"on Thursday", later, "2019-08-29"},
		{"on Friday", past, "2019-08-16"},
		{"on Friday", future, "2019-08-23"},
		{"last Thursday", future, "2019-08-15"}, // the expression's own tense takes precedence
		{"next Friday", past, "2019-08-23"},
		{"on 22 August", past, "2019-08-22"},
		{"on 23 August", past, "2019-08-23"}, // zones differ
		{"on 24 August", past, "2018-08-24"},
		{"on 24 August", future, "2019-08-24"},
		{"on 21 August", future, "2020-08-21"},
		{"on 29 February", past, "2016-02-29"},
		{"on 29 February", future, "2020-02-29"},
		{"on Friday, 24 August", past, "2018-08-24"},
		{"on Saturday, 24 August", past, "2019-08-24"}, // its day of the week decides
		{"in August", past, "2019-08"},
		{"in September", past, "2018-09"},
		{"in September", future, "2019-09"},
		{"in July", future, "2020-07"},
		{"in 2018", past, "2018"},
		{"in 2020", past, "-"},
		{"in 2020", future, "2020"},
		{"on 5 May 2014", past, "2014-05-05"},
		{"on 9/10/2019", past, "2019"}, // both lie ahead
		{"on 9/8/2019", past, "2019-08-09"},
		{"on 5 May last year", past, "2018-05-05"},
		{"yesterday", past, "2019-08-21"},
		{"2 hours ago", past, "2019-08-21"},
		{"last week", past, "2019-08-15~"},
		{"Tuesday last week", past, "2019-08-13"},
		{"last month", past, "2019-07"},
		{"last year", past, "2018"},
		{"in two days", future, "2019-08-24"},
		{"in two days", past, "2019-05-05"}, // of an earlier date of the text
		{"two days later", past, "2019-05-05"},
		{"eight months later", past, "-"}, // after publication
	} {
		e := only(t, tt.text)
		d, carried := Date(&e, Anchor{Published: published, Previous: told, Tense: tt.tense})
		if got := written(d); got != tt.want || carried {
			t.Errorf("%q, tense %d: %s, want %s", tt.text, tt.tense, got, tt.want)
		}
	}
}

func only(t *testing.T, text string) expression.Expression {
	t.Helper()
	found, _ := expression.Find(token.New(text, nil), newsdate.UnknownOrder, nil)
	if len(found) != 1 {
		t.Fatalf("%q has %d expressions", text, len(found))
	}
	return found[0]
}

func written(d newsdate.Date) string {
	switch {
	case d.IsZero():
		return "-"
	case d.Precision == newsdate.Month && d.Day > 1:
		return d.String() + "~"
	}
	return d.Short()
}

// TestWithoutPublication: a year from an earlier sentence dates a month, and nothing else does.
func TestWithoutPublication(t *testing.T) {
	for _, tt := range []struct {
		text    string
		year    int
		want    string
		carried bool
	}{
		{"on 5 May", 0, "-", false},
		{"on 5 May", 2014, "2014-05-05", true},
		{"on 5 May 2015", 2014, "2015-05-05", false},
		{"on 29 February", 2015, "-", false},
		{"on Friday", 2014, "-", false},
		{"yesterday", 2014, "-", false},
		{"last year", 2014, "-", false},
		{"in 2030", 0, "2030", false},
	} {
		e := only(t, tt.text)
		d, carried := Date(&e, Anchor{Year: tt.year})
		if got := written(d); got != tt.want || carried != tt.carried {
			t.Errorf("%q after %d: %s, %v, want %s, %v", tt.text, tt.year, got, carried, tt.want, tt.carried)
		}
	}
}

// TestYearCarried: a year from an earlier sentence precedes that of publication, unless the day
// then lies ahead.
func TestYearCarried(t *testing.T) {
	published := time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC)
	for year, want := range map[int]string{2013: "2013-09-05 true", 2018: "2018-09-05 false", 2019: "2018-09-05 false"} {
		d, carried := Date(&expression.Expression{Form: calendar.Form{Month: 9, Day: 5, N: 2}, Weekday: -1}, Anchor{Published: published, Year: year})
		if got := fmt.Sprint(d, carried); got != want {
			t.Errorf("after %d: %s, want %s", year, got, want)
		}
	}
}

// TestWeekdays compares each day of the week, in each tense, with a search day by day.
func TestWeekdays(t *testing.T) {
	for ref := (newsdate.Date{Year: 2016, Month: 2, Day: 25, Precision: newsdate.Day}); ref.Month < 4; ref = ref.AddDays(1) {
		for weekday := time.Sunday; weekday <= time.Saturday; weekday++ {
			for tense, first := range map[expression.Tense]int{expression.Past: 0, expression.Earlier: -1, expression.Future: 0, expression.Later: 1} {
				step := 1
				if tense <= expression.Earlier {
					step = -1
				}
				want := ref.AddDays(first)
				for want.Weekday() != weekday {
					want = want.AddDays(step)
				}
				got, _ := Date(&expression.Expression{Weekday: int(weekday)}, Anchor{Published: ref.Time(), Tense: tense})
				if got != want {
					t.Errorf("%v of %v, tense %d: %v, want %v", weekday, ref, tense, got, want)
				}
			}
		}
	}
}

// TestToldPrecision: relative to a month, a day is in that month.
func TestToldPrecision(t *testing.T) {
	for _, tt := range []struct {
		text string
		told newsdate.Date
		want string
	}{
		{"two days later", monthOf(2015, 12), "2015-12"},
		{"two months later", monthOf(2015, 12), "2016-02"},
		{"a month later", yearOf(2015), "2015"},
		{"a year later", monthOf(2015, 12), "2016"},
		{"two days later", newsdate.Date{}, "-"},
	} {
		shift := relative.At(token.New(tt.text, nil), 0)
		if got := written(fromPrevious(&shift, tt.told, newsdate.Date{})); got != tt.want {
			t.Errorf("%q of %v: %s, want %s", tt.text, tt.told, got, tt.want)
		}
	}
}
