package segment

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
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
		{"Published: 3 May 2018, 14:20 GMT", "2018-05-03"},
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
		{"2019-08-23T10:11:12+03:00", "2019-08-23T07:11:12Z"},
		{"2019-08-23T10:11:12.5Z", "2019-08-23T10:11:12.5Z"},
		{"2019-08-23T10:11:12+0300", "2019-08-23T07:11:12Z"},
		{"Fri, 23 Aug 2019 10:11:12 GMT", "2019-08-23T10:11:12Z"},
		{"Fri, 23 Aug 2019 10:11:12 +0300", "2019-08-23T07:11:12Z"},
		{"Fri, 3 May 2019 10:11:12 +0000", "2019-05-03T10:11:12Z"},
		// none
		{"04/05/2019", ""},
		{"30 February 2019", ""},
		{"31.02.2019", ""},
		{"December 2015", ""},
		{"June 12", ""},
		{"12 June 19", ""},
		{"12 June 3019", ""},
		{"On June 12, 2019, the army entered the town", ""},
		{"since 2019-08-23", ""},
		{"192.168.20.2019", ""},
		{"soon", ""},
		{"", ""},
	} {
		t.Run(tt.in, func(t *testing.T) {
			got, ok := ParseDate(tt.in)
			said := ""
			switch {
			case !ok:
			case got.Equal(got.Truncate(24 * time.Hour)):
				said = got.Format("2006-01-02")
			default:
				said = got.Format(time.RFC3339Nano)
			}
			if said != tt.want || ok != (tt.want != "") {
				t.Errorf("ParseDate = %q, %v, want %q", said, ok, tt.want)
			}
			if ok && got.Location() != time.UTC {
				t.Errorf("in %v, want UTC", got.Location())
			}
		})
	}
}

func TestReadLine(t *testing.T) {
	const d = "2019-06-12"
	for _, tt := range []struct {
		in                string
		kind              kind
		day, byline, from string
	}{
		{in: "June 12, 2019", kind: dated, day: d},
		{in: "Vera Bell – June 12, 2019", kind: dated, day: d, byline: "Vera Bell"},
		{in: "Vera Bell, June 12, 2019", kind: dated, day: d, from: "Vera Bell"},
		{in: "Reuters | June 12, 2019 | 3 comments", kind: dated, day: d, from: "Reuters"},
		{in: "By Vera Bell | June 12, 2019", kind: dated, day: d, byline: "Vera Bell"},
		{in: "Posted on June 12, 2019 by Vera Bell", kind: dated, day: d, byline: "Vera Bell"},
		{in: "Last updated: Wed, 12 June 2019 10:30 AM", kind: dated, day: d},
		{in: "آخر تحديث: 12 حزيران 2019", kind: dated, day: d},
		{in: "Soldiers in Tarmin on June 12, 2019.", kind: body},
		{in: "The attack of June 12, 2019", kind: heading},
		{in: "Source: Tarmin Today, 12 June 2019", kind: sourced, day: d, from: "Tarmin Today"},
		{in: "Source: Tarmin Today", kind: sourced, from: "Tarmin Today"},
		{in: "المصدر: سانا، 12 حزيران 2019", kind: sourced, day: d, from: "سانا"},
		{in: "Source", kind: heading},
		{in: "By Vera Bell", kind: bylined, byline: "Vera Bell"},
		{in: "By Vera Bell for the Tarmin Blog", kind: bylined, byline: "Vera Bell", from: "Tarmin Blog"},
		{in: "Reporting by Hani al-Bell", kind: bylined, byline: "Hani al-Bell"},
		{in: "Interviewed by: Vera Bell", kind: bylined, byline: "Vera Bell"},
		{in: "-- Vera Bell", kind: bylined, byline: "Vera Bell"},
		{in: "بقلم سمر خوري", kind: bylined, byline: "سمر خوري"},
		{in: "إعداد: سمر خوري", kind: bylined, byline: "سمر خوري"},
		{in: "تقرير يكشف أسرار المعركة", kind: heading},
		{in: "By the river the army waits", kind: heading},
		{in: "Related News", kind: list},
		{in: "RELATED NEWS:", kind: list},
		{in: "اقرأ أيضاً", kind: list},
		{in: "Also read: Army enters the town", kind: link},
		{in: "12 Comments", kind: comments},
		{in: "3 thoughts on “Army enters Tarmin”", kind: comments},
		{in: "=========", kind: rule},
		{in: "* * *", kind: item},
		{in: "[2] A note", kind: item},
		{in: "What now?", kind: heading},
		{in: "He said “no”.", kind: body},
		{in: "The towns are:", kind: body},
		{in: " \u00a0\u200f ", kind: blank},
	} {
		t.Run(tt.in, func(t *testing.T) {
			l := readLine(tt.in, unknownOrder)
			day := ""
			if !l.day.IsZero() {
				day = l.day.Format("2006-01-02")
			}
			if l.kind != tt.kind || day != tt.day || l.byline != tt.byline || l.outlet != tt.from {
				t.Errorf("kind %d day %q byline %q outlet %q, want %d %q %q %q", l.kind, day, l.byline, l.outlet, tt.kind, tt.day, tt.byline, tt.from)
			}
		})
	}
}

func TestReadDateline(t *testing.T) {
	for _, tt := range []struct {
		in, agency, day string
		ok              bool
	}{
		{"TARMIN, SYRIA (7:15 P.M.) – The army entered it tonight.", "", "", true},
		{"SAFRA, Syria (North Wire) – Two mayors spoke on Friday.", "North Wire", "", true},
		{"SAFRA, (NW)_The mayor spoke of schools to us on Friday.", "NW", "", true},
		{"Damascus (Reuters) - The army entered the town on Friday.", "Reuters", "", true},
		{"DAMASCUS, June 12, 2019 – The army entered the town.", "", "2019-06-12", true},
		{"KHAN AL-TAL, Syria – The army entered the town on Friday.", "", "", true},
		{"ترمين – قالت مصادر محلية إن الجيش دخل البلدة يوم الخميس.", "", "", true},
		{"دمشق (سانا) - قالت مصادر محلية إن الجيش دخل البلدة يوم الخميس.", "سانا", "", true},
		{"Tarmin – a town on the road to the east – was entered.", "", "", false},
		{"The army – if it is one – entered the town on Friday.", "", "", false},
		{"– من يقرأ هذا السطر يعرف أنه بند في قائمة لا أكثر.", "", "", false},
		{"On the road al-Safra was hit, the army said on Friday.", "", "", false},
		{"BEIRUT – Short.", "", "", false},
		{"", "", "", false},
	} {
		t.Run(tt.in, func(t *testing.T) {
			d, ok := readDateline(tt.in)
			day := ""
			if !d.day.IsZero() {
				day = d.day.Format("2006-01-02")
			}
			if ok != tt.ok || ok && (d.agency != tt.agency || day != tt.day) {
				t.Errorf("%v agency %q day %q, want %v %q %q", ok, d.agency, day, tt.ok, tt.agency, tt.day)
			}
		})
	}
}
