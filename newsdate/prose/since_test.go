package prose

import (
	"strings"
	"testing"

	"dateline/newsdate"
)

// TestSince reads dates since or by which something is so: it happened on none of them.
func TestSince(t *testing.T) {
	for _, test := range []struct{ published, text, want string }{
		{"-", "Since June 2012 the brigade has held the bridge.", "2012-06"},
		{"-", "Since late November 2012, the dam was under its control.", "2012-11"},
		{"-", "Since 2012 the brigade has held the bridge.", "2012"},
		{"-", "Since 2012 men the brigade has been small.", "2012"},
		{"-", "By 5 March 2016 the port was in its hands.", "2016-03-05"},
		{"-", "From early 2014 the valley was ruled by the council.", "2014"},
		{"2020-05-10", "Since February the pass has been closed.", "2020-02"},
		{"-", "منذ آذار 2013 تسيطر الفصائل على الجسر.", "2013-03"},
		{"-", "It lasted until June 2012.", ""},
		{"-", "Before May 2011 the market was open.", ""},
		{"-", "In June 2012 the brigade took the bridge.", ""},
		{"-", "Since June the pass has been closed.", ""},
		{"-", "The convoy left for the coast.", ""},
	} {
		r := NewReader(Reference{Published: publication(t, test.published)})
		s := r.Read(test.text)
		e, ok := s.Since()
		if got := e.Date.Short(); got != test.want || ok != (got != "") {
			t.Errorf("%q: %q, %v, want %q", test.text, got, ok, test.want)
		}
	}
}

// TestYearOfHistories: a text without a date of publication names a year and then days.
func TestYearOfHistories(t *testing.T) {
	const pause = "The mayor agreed."
	for _, test := range []struct {
		published string
		pauses    int
		want      string
	}{
		{"-", 1, "2013-06-23"},
		{"-", 9, "2013-06-23"},
		{"-", 10, ""},
		{"2019-08-01", 1, "2013-06-23"},
		{"2019-08-01", 4, "2019-06-23"},
	} {
		r := NewReader(Reference{Published: publication(t, test.published)})
		r.Read("On 12 February 2013 the road was cut.")
		for range test.pauses {
			r.Read(pause)
		}
		s := r.Read("On 23 June the army took the town.")
		e, _ := s.At(len("On 23 June the army took"))
		if got := e.Date.Short(); got != test.want {
			t.Errorf("published %q, %d sentences later: %q, want %q", test.published, test.pauses, got, test.want)
		}
	}
}

// TestHistoryGoesOn: in a text of unknown publication, a date without a year precedes the first
// that has one, and follows the date before it.
func TestHistoryGoesOn(t *testing.T) {
	ahead := newsdate.Date{Year: 2012, Month: 11, Day: 1, Precision: newsdate.Month}
	known := publication(t, "2019-08-22")
	for _, test := range []struct {
		name, text string
		ref        Reference
		want       string
	}{
		{"before the first", "On 2 July the town fell.", Reference{Ahead: ahead}, "2012-07-02"},
		{"in the year before", "On 2 December the town fell.", Reference{Ahead: ahead}, "2011-12-02"},
		{"with a publication", "On 2 July the town fell.", Reference{Published: known, Ahead: ahead}, "2019-07-02"},
		{"goes on", "On 10 July 2012 the town fell. / On 5 August it was retaken.", Reference{}, "2012-08-05"},
		{"into the next year", "On 10 July 2012 the town fell. / On 5 June it was retaken.", Reference{}, "2013-06-05"},
		{"looks back", "On 10 July 2012 the town fell. / It had been shelled on 5 June.", Reference{}, "2012-06-05"},
	} {
		r := NewReader(test.ref)
		var e Event
		for sentence := range strings.SplitSeq(test.text, " / ") {
			s := r.Read(sentence)
			e, _ = s.At(len(sentence))
		}
		if got := e.Date.Short(); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestSaid dates an event by the date of a statement about it.
func TestSaid(t *testing.T) {
	for text, said := range map[string]bool{
		"Ten people died, officials said on Friday.":                           true,
		"Ten people died on Friday, officials said.":                           false,
		"Ten people died, officials told reporters on Friday.":                 true,
		"Ten people died, officials told reporters whose camera broke Friday.": false, // more words than an addressee has
		"On Friday, a monitor said, ten people died.":                          true,
		"On Friday, a monitor met us, ten people died.":                        false,
	} {
		r := NewReader(Reference{Published: publication(t, "2019-08-22")})
		s := r.Read(text)
		if e, ok := s.At(0); !ok || e.Said != said || e.Date.Short() != "2019-08-16" {
			t.Errorf("%s: %+v, %v", text, e, ok)
		}
	}
}
