package calendar

import (
	"fmt"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/newsdate/token"
)

// TestAt reads the date at the beginning of a text: its day, its number of tokens, and what else is
// known of it.
func TestAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// by numbers
		{"2019-08-23T10:00", "2019-8-23 3"},
		{"2019-08/23", ""},
		{"2019-13-23", ""},
		{"23/8/2019", "2019-8-23 3"},
		{"8/23/2019", "2019-8-23 3"},
		{"4/5/2019", "2019-5-4 3 ambiguous"},
		{"5/5/2019", "2019-5-5 3"},
		{"4.5.2019", "2019-5-4 3"},
		{"31/9/2019", ""},
		{"10.0.12.2019", ""},
		{"12/18/2018 - 00:15", "2018-12-18 3"},
		{"12/18/2018/7", ""},
		{"4/5/19", ""},
		// day and month
		{"12 June 2019", "2019-6-12 3"},
		{"12 June, 2019", "2019-6-12 3"},
		{"12 June", "0-6-12 2"},
		{"12th of June 2019", "2019-6-12 5"},
		{"the 12 June", ""},
		{"twenty-first of June", "0-6-21 4"},
		{"fifth of August last year", "0-8-5 5 last year"},
		{"second March", ""},
		{"two May", ""},
		{"23-24 June", "0-6-23 3"},
		{"23 and 24 June", "0-6-23 4"},
		{"24-23 June", ""},
		{"30 February 2016", ""},
		{"29 February 2015", ""},
		{"29 February", "0-2-29 2"},
		{"5 guns in June", ""},
		// month first
		{"June 12, 2019", "2019-6-12 3"},
		{"August 23rd", "0-8-23 3"},
		{"August the fifth", "0-8-5 3"},
		{"June 2019", "2019-6-0 2"},
		{"June of 2019", "2019-6-0 3"},
		{"August of this year", "0-8-0 4 this year"},
		{"June 2019-08-01", "0-6-0 1"},
		{"Feb 092015 BEIRUT", "2015-2-9 2"},
		{"Feb 992015", "0-2-0 1"},
		{"August 1,200 people", "0-8-0 1"},
		{"August 10:30", "0-8-0 1"},
		// Arabic
		{"24 آب/أغسطس 2019", "2019-8-24 4"},
		{"24 آب/نيسان 2019", "0-8-24 2"}, // two months
		{"الرابع عشر من أيلول", "0-9-14 4"},
		{"الحادي والعشرين من أيلول", "0-9-21 4"},
		{"كانون الثاني 2016", "2016-1-0 3"},
		{"كانون الأول 2016", "2016-12-0 3"},
		{"ت2 2016", "2016-11-0 3"},
		{"تشرين الثالث 2016", ""},
		{"5 من شهر أيار", "0-5-5 4"},
		{"أيار من العام الماضي", "0-5-0 4 last year"},
		{"", ""},
	} {
		if got := written(At(token.New(tt.text, nil), 0, newsdate.UnknownOrder)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func written(f Form) string {
	if f.N == 0 {
		return ""
	}
	s := fmt.Sprintf("%d-%d-%d %d", f.Year, f.Month, f.Day, f.N)
	if f.Ambiguous {
		s += " ambiguous"
	}
	if f.YearSaid {
		s += map[int]string{-1: " last year", 0: " this year", 1: " next year"}[f.YearOffset]
	}
	return s
}

// TestOrder: ambiguous dates are read in the given order, if that day exists.
func TestOrder(t *testing.T) {
	for _, tt := range []struct {
		text  string
		order newsdate.Order
		want  string
	}{
		{"4/5/2019", newsdate.DayFirst, "2019-5-4 3"},
		{"4/5/2019", newsdate.MonthFirst, "2019-4-5 3"},
		{"4/15/2019", newsdate.DayFirst, "2019-4-15 3"},
		{"15/4/2019", newsdate.MonthFirst, "2019-4-15 3"},
		{"4.5.2019", newsdate.MonthFirst, "2019-4-5 3"},
	} {
		if got := written(At(token.New(tt.text, nil), 0, tt.order)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestOrderAt: infers the order from one date.
func TestOrderAt(t *testing.T) {
	for text, want := range map[string]newsdate.Order{
		"13/06/2019": newsdate.DayFirst, "06/13/2019": newsdate.MonthFirst, "06/07/2019": newsdate.UnknownOrder,
		"13/06/19": newsdate.UnknownOrder, "13-06/2019": newsdate.UnknownOrder, "13 June 2019": newsdate.UnknownOrder, "13/13/2019": newsdate.UnknownOrder,
	} {
		if got := OrderAt(token.New(text, nil), 0); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestEveryDay reads each day of two years in four forms.
func TestEveryDay(t *testing.T) {
	first, _ := newsdate.ISO("2015-01-01")
	for day := first; day.Year() < 2017; day = day.AddDate(0, 0, 1) {
		for _, layout := range []string{"2006-01-02", "2 January 2006", "January 2, 2006", "2.1.2006"} {
			text := day.Format(layout)
			f := At(token.New(text, nil), 0, newsdate.DayFirst)
			if got := f.Dated(f.Year); got != newsdate.Civil(day) || f.N != 3 {
				t.Errorf("%s: %v", text, got)
			}
			if strings.Contains(layout, "January") && f.Ambiguous {
				t.Errorf("%s is ambiguous", text)
			}
		}
	}
}
