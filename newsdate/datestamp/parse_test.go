package datestamp

import (
	"errors"
	"testing"
	"time"

	"dateline/newsdate"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		// English
		{"June 12, 2019", "2019-06-12"},
		{"12 June 2019", "2019-06-12"},
		{"12 June, 2019", "2019-06-12"},
		{"12th of June 2019", "2019-06-12"},
		{"August 23rd, 2019", "2019-08-23"},
		{"Thursday, August 22nd, 2019", "2019-08-22"},
		{"AUGUST 22, 2019", "2019-08-22"},
		{"Sept. 6, 2019", "2019-09-06"},
		{"6-Sep-2019", "2019-09-06"},
		{"Fri 07 Apr 2017", "2017-04-07"},
		{"Posted on May 3, 2018 at 3:45 pm", "2018-05-03"},
		{"Published: 3 May 2018, 14:20 GMT", "2018-05-03T14:20:00Z"},
		{"  3 May 2018  ", "2018-05-03"},
		// numbers
		{"2019-08-23", "2019-08-23"},
		{"2019/08/23", "2019-08-23"},
		{"2019-08-23 10:11", "2019-08-23"},
		{"2019-08-23T10:11:12", "2019-08-23"},
		{"23.08.2019", "2019-08-23"},
		{"4.5.2019", "2019-05-04"},
		{"23/8/2019", "2019-08-23"},
		{"8/23/2019", "2019-08-23"},
		{"05/05/2019", "2019-05-05"},
		// Arabic
		{"أغسطس 24, 2019", "2019-08-24"},
		{"24 آب 2019", "2019-08-24"},
		{"٢٤ آب/أغسطس ٢٠١٩", "2019-08-24"},
		{"24 آب (أغسطس) 2019", "2019-08-24"},
		{"السبت 24 أغسطس 2019", "2019-08-24"},
		{"25 كانون الثاني 2016", "2016-01-25"},
		{"٢٥ كانون الأول ٢٠١٥", "2015-12-25"},
		{"3 تشرين الأول، 2017", "2017-10-03"},
		{"3 تشرين الثاني/نوفمبر 2017", "2017-11-03"},
		{"11 أيار 2018", "2018-05-11"},
		{"١١ شباط ٢٠٢٠", "2020-02-11"},
		{"نشر في: 15 يونيو 2019", "2019-06-15"},
		{"15 جويلية 2019", "2019-07-15"},
		{"۱۵ يوليو ۲۰۱۹", "2019-07-15"},
		// instants
		{"2019-08-23T10:11:12+03:00", "2019-08-23T10:11:12+03:00"},
		{"2019-08-23T10:11:12.5Z", "2019-08-23T10:11:12Z"},
		{"2019-08-23T10:11:12+0300", "2019-08-23T10:11:12+03:00"},
		{"Fri, 23 Aug 2019 10:11:12 GMT", "2019-08-23T10:11:12Z"},
		{"Fri, 23 Aug 2019 10:11:12 +0300", "2019-08-23T10:11:12+03:00"},
		{"Fri, 3 May 2019 10:11:12 +0000", "2019-05-03T10:11:12Z"},
		{"Fri, 23 Aug 2019 06:00:00 EDT", "2019-08-23T06:00:00-04:00"},
		{"23 Aug 19 06:00 GMT", "2019-08-23T06:00:00Z"},
		{"Friday, 23-Aug-19 06:00:00 UTC", "2019-08-23T06:00:00Z"},
		{"Mo, 25 Jun 2018 10:00:00 +0200", "2018-06-25T10:00:00+02:00"},
		{"Fri Aug 23 06:00:00 2019", "2019-08-23"},
		{"Fri Aug 23 06:00:00 +0300 2019", "2019-08-23T06:00:00+03:00"},
		{"August 23, 2019 6:00 PM America/Los_Angeles", "2019-08-23T18:00:00-07:00"},
		{"23 August 2019 12:30 a.m. (UTC+3)", "2019-08-23T00:30:00+03:00"},
		{"2020-01-01T00:30:00+03:00", "2020-01-01T00:30:00+03:00"},
		{"23 آب 2019 الساعة 6:00 مساء بتوقيت دمشق", "2019-08-23"},
		{"9 شوال 1440 هـ الموافق 12 يونيو 2019", "2019-06-12"},
		{"الأربعاء 9 شوال 1440هـ - 12 حزيران 2019م", "2019-06-12"},
		{"25 كانون 2 2016", "2016-01-25"},
		{"25 ك2 2016", "2016-01-25"},
		{"3 تشرين 1، 2017", "2017-10-03"},
		{"٣ ﺗﺸﺮﻳﻦ ﺍﻷﻭﻝ ٢٠١٧", "2017-10-03"},
		{"22 - 10 - 2019", "2019-10-22"},
		{"2 October 2019, 10:15 (Damascus time)", "2019-10-02"},
		{"2 أكتوبر 2019 10:15 ص بتوقيت مكة المكرمة", "2019-10-02"},
		{"October 2, 2019 10:15 a.m. ET", "2019-10-02"},
		{"1560330000", "2019-06-12T09:00:00Z"},
		{"1560330000123", "2019-06-12T09:00:00Z"},
		{"20190612", "2019-06-12"},
		{"20190612103000", "2019-06-12T10:30:00Z"},
	} {
		isParsed(t, tt.in, newsdate.Hint{}, tt.want)
	}
}

// isParsed reports a date that Parse reads differently.
func isParsed(t *testing.T, in string, h newsdate.Hint, want string) {
	t.Helper()
	got, err := Parse(in, h)
	if said := newsdate.Format(got); err != nil || said != want {
		t.Errorf("%q: %q, %v; want %q", in, said, err, want)
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want error
	}{
		{"04/05/2019", ErrAmbiguous},
		{"30 February 2019", ErrNoDate},
		{"31.02.2019", ErrNoDate},
		{"December 2015", ErrNoDay},
		{"June 12", ErrRelative},
		{"June 12", ErrNoYear},
		{"12 June 19", ErrNoDate},
		{"12 June 3019", ErrNoDate},
		{"On June 12, 2019, the army entered the town", ErrNoDate},
		{"since 2019-08-23", ErrNoDate},
		{"192.168.20.2019", ErrNoDate},
		{"soon", ErrNoDate},
		{"", ErrNoDate},
		{"2 hours ago", ErrRelative},
		{"1970-01-01T00:00:00Z", ErrEpoch},
		{"Thu, 01 Jan 1970 00:00:00 +0000", ErrEpoch},
		{"0", ErrEpoch},
		{"12", ErrNoDate},
		{"99999999999999999999999", ErrNoDate},
		{"2019-02-30T10:00:00Z", ErrNoDate},
	} {
		t.Run(tt.in, func(t *testing.T) {
			if got, err := Parse(tt.in, newsdate.Hint{}); !errors.Is(err, tt.want) {
				t.Errorf("%v, %v; want %v", got, err, tt.want)
			}
		})
	}
}

// TestParseOrder reads numeric dates in the given order, if that day exists.
func TestParseOrder(t *testing.T) {
	for _, tt := range []struct {
		in    string
		order newsdate.Order
		want  string
	}{
		{"04/05/2019", newsdate.DayFirst, "2019-05-04"},
		{"04/05/2019", newsdate.MonthFirst, "2019-04-05"},
		{"23/05/2019", newsdate.MonthFirst, "2019-05-23"},
	} {
		isParsed(t, tt.in, newsdate.Hint{Order: tt.order}, tt.want)
	}
}

// TestParseNow reads dates that are relative to the day of writing.
func TestParseNow(t *testing.T) {
	now := time.Date(2019, 8, 22, 1, 30, 0, 0, time.FixedZone("", 3*3600))
	for _, tt := range []struct{ in, want string }{
		{"2 hours ago", "2019-08-21"},
		{"5 mins ago", "2019-08-22"},
		{"yesterday", "2019-08-21"},
		{"Yesterday at 10:15 PM", "2019-08-21T22:15:00+03:00"},
		{"3 days ago", "2019-08-19"},
		{"Just now", "2019-08-22"},
		{"منذ لحظات", "2019-08-22"},
		{"an hour ago", "2019-08-22"},
		{"2h ago", "2019-08-21"},
		{"منذ ساعة واحدة", "2019-08-22"},
		{"اليوم الساعة 8:15 صباحا", "2019-08-22T08:15:00+03:00"},
		{"Wednesday", "2019-08-21"},
		{"قبل ساعتين", "2019-08-21"},
		{"منذ 20 دقيقة", "2019-08-22"},
		{"أمس", "2019-08-21"},
		{"قبل 3 أيام", "2019-08-19"},
		{"12 June", "2019-06-12"},
		{"22 August", "2019-08-22"},
		{"23 August", "2018-08-23"},
		{"Thursday, 12 June", "2014-06-12"},
		{"29 February", "2016-02-29"},
		{"9 نوفمبر", "2018-11-09"},
	} {
		isParsed(t, tt.in, newsdate.Hint{Now: now}, tt.want)
	}
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		in    string
		order newsdate.Order
		want  string
	}{
		{"Vera Bell – June 12, 2019 | 3 comments", newsdate.UnknownOrder, "June 12, 2019"},
		{"Updated 04/05/2019", newsdate.UnknownOrder, ""},
		{"Updated 04/05/2019", newsdate.DayFirst, "04/05/2019"},
		{"في ٢٤ آب/أغسطس ٢٠١٩ قال", newsdate.UnknownOrder, "٢٤ آب/أغسطس ٢٠١٩"},
		{"nothing in 2019", newsdate.UnknownOrder, ""},
		{"July 12, 20236:40 PM", newsdate.UnknownOrder, "July 12, 2023"},
		{"12/7/202306:15", newsdate.DayFirst, "12/7/2023"},
		{"July 12, 20231", newsdate.UnknownOrder, ""},
	} {
		found, ok := Find(tt.in, tt.order)
		if got := tt.in[found.Start:found.End]; got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q %v, want %q", tt.in, got, ok, tt.want)
		}
	}
}

func TestBeside(t *testing.T) {
	for in, want := range map[string]bool{
		"Published on": true, "As of ": true, " م ـ 24 ذو الحِجّة 1444 هـ": true, "ــ": true, "Tarmin on": false, " مـورك": false,
	} {
		if got := Beside(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestFindAgo(t *testing.T) {
	now := time.Date(2019, 8, 22, 1, 30, 0, 0, time.UTC)
	for _, tt := range []struct{ in, want, day string }{
		{"By Vera Bell | 3 hours ago", "3 hours ago", "2019-08-21"},
		{"سمر خوري - قبل يومين", "قبل يومين", "2019-08-20"},
		{"Vera Bell, yesterday", "yesterday", "2019-08-21"},
		{"By Vera Bell | June 12, 2019", "", ""},
		{"Russia Today", "", ""},
		{"next week in Geneva", "", ""},
		{"yesterday and 3 days ago", "", ""},
	} {
		found, ok := FindAgo(tt.in, now)
		if got := tt.in[found.Start:found.End]; got != tt.want || ok != (tt.want != "") || found.Date.String() != tt.day {
			t.Errorf("%q: %q of %v", tt.in, got, found.Date)
		}
		if found, _ := FindAgo(tt.in, time.Time{}); !found.Date.IsZero() {
			t.Errorf("%q without a day: %v", tt.in, found.Date)
		}
	}
}
