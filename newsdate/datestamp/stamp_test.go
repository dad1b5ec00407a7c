package datestamp

import "testing"

func TestOpening(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Mon Jul 11 2016 A shell hit a market in Aleppo.", "2016-07-11"},
		{"30 October 2016 Three killed in Aleppo.", "2016-10-30"},
		{"25-04-2016 A car bomb went off.", "2016-04-25"},
		{"Published October 4 2016 A bomber struck a wedding.", "2016-10-04"},
		{"Date of publication 18 July 2016 Activists say that …", "2016-07-18"},
		{"Raids on Raqqa kill 14 AFP Thursday 25 Sep 2014 A series of strikes …", "2014-09-25"},
		{"Raids on Raqqa kill many Reuters Thursday 25 Sep 2014 A series of strikes …", "2014-09-25"},
		{"Raids on Raqqa kill many Xinhua Thursday 25 September 2014 A series of strikes …", "2014-09-25"},
		{"Last updated at Feb 092015 BEIRUT Fifteen people were killed.", "2015-02-09"},
		{"The attacks of September 11, 2001 changed the city.", ""},
		{"On 3 May 2015 rebels took the town.", ""},
		{"A report of Tuesday 3 May 2015 says …", ""},
		{"10/4/2017 Fighting went on.", ""}, // two readings
		{"June 9, 2018\nMorek was hit.", ""},
		{"Fighting went on in Hama.", ""},
	} {
		got, _ := Opening(test.text)
		if got.Date.String() != test.want {
			t.Errorf("%q: %q, want %q", test.text, got.Date, test.want)
		}
	}
}
