package expression

import (
	"slices"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/newsdate/token"
)

// TestFind: lists the dates of a sentence in order; "since" precedes one at which a state begins.
func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Jets hit Saraqib on Tuesday, 4 April 2017.", "Tuesday, 4 April 2017"},
		{"Jets hit Saraqib on 4 April, a Tuesday.", "4 April, a Tuesday"},
		{"It began on Tuesday last week.", "Tuesday last week"},
		{"It began on Tuesday and ended on Friday.", "Tuesday|Friday"},
		{"It fell last Tuesday.", "last Tuesday"},
		{"It will open next Sunday.", "next Sunday"},
		// a month alone
		{"They came in May.", "May"},
		{"They may come.", ""},
		{"Theresa May came.", ""},
		{"They came in mid-April.", "April"},
		{"They came at the end of June.", "June"},
		{"April came.", ""},
		{"April was quiet.", "April"},
		{"May was quiet.", ""},
		{"In August 20 people died.", "August"},
		{"On August 20 people died.", "August 20"},
		// a year alone
		{"They came in 2015.", "2015"},
		{"They came in late 2015.", "2015"},
		{"They drove 2015 km.", ""},
		{"In the 2010s they came.", ""},
		{"Some 2015 people came.", ""},
		{"During the 2014 offensive they came.", "2014"},
		// names
		{"The April 6 Movement marched.", ""},
		{"The movement marched on April 6.", "April 6"},
		{"Sheffield Wednesday played.", ""},
		{"Officials Wednesday said so.", "Wednesday"},
		{"The Sunday Telegraph wrote.", ""},
		{"Since the Good Friday agreement it is quiet.", ""},
		{"They met in July 14 street.", "July"},
		// bounds and repetitions
		{"It held until Friday.", ""},
		{"They march every Friday.", ""},
		{"Since June 2012 it has held.", "since June 2012"},
		{"By 5 March 2016 it was theirs.", "since 5 March 2016"},
		{"It has held since Friday.", "since Friday"},
		{"Before May 2011 it was open.", ""},
		// Arabic
		{"قصفت الطائرات البلدة أمس الأربعاء.", "أمس الأربعاء"},
		{"قصفت الطائرات البلدة يوم الثلاثاء 4 نيسان.", "الثلاثاء 4 نيسان"},
		{"قصفت الطائرات البلدة في نيسان الماضي.", "نيسان الماضي"},
		{"قصفت الطائرات شارع 17 نيسان.", ""},
		{"قصفت الطائرات سوق الأحد.", ""},
		{"قصفت الطائرات البلدة الأحد.", "الأحد"},
		{"وقعت أحد المعارك.", ""},
		{"منذ آذار 2013 تسيطر عليها.", "since آذار 2013"},
		{"", ""},
	} {
		s := token.New(tt.text, nil)
		found, since := Find(s, newsdate.UnknownOrder, nil)
		var got []string
		for _, e := range found {
			got = append(got, s.Text[s.At(e.First).Start:s.At(e.Last).End])
		}
		if since != nil {
			got = append(got, "since "+s.Text[s.At(since.First).Start:s.At(since.Last).End])
		}
		if joined := strings.Join(got, "|"); joined != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, joined, tt.want)
		}
	}
}

// TestFindInSpace: the text around the given range does not matter.
func TestFindInSpace(t *testing.T) {
	other, _ := Find(token.New("On Monday, 3 May 2015 and on last Friday.", nil), newsdate.UnknownOrder, nil)
	s := token.New("Jets hit it on 4 April, two days ago and in 2015.", nil)
	fresh, _ := Find(s, newsdate.UnknownOrder, nil)
	if again, _ := Find(s, newsdate.UnknownOrder, other); !slices.Equal(fresh, again) {
		t.Errorf("%v and then %v", fresh, again)
	}
}
