package document

import (
	"slices"
	"testing"
)

func TestMentionIDs(t *testing.T) {
	at := func(start, end int, id string) Mention { return Mention{ID: id, Start: start, End: end} }
	for name, c := range map[string]struct {
		mentions []Mention
		want     []string
	}{
		"by their spans":          {[]Mention{at(2, 3, ""), at(4, 9, "")}, []string{"a-1-2-3", "a-1-4-9"}},
		"at one span":             {[]Mention{at(2, 3, ""), at(2, 3, ""), at(2, 3, "")}, []string{"a-1-2-3", "a-1-2-3~2", "a-1-2-3~3"}},
		"of an older text":        {[]Mention{at(5, 6, "a-1-2-3"), at(2, 3, "")}, []string{"a-1-2-3", "a-1-2-3~2"}},
		"of an older text, later": {[]Mention{at(2, 3, ""), at(5, 6, "a-1-2-3")}, []string{"a-1-2-3~2", "a-1-2-3"}},
	} {
		d := Document{ID: "a-1", Mentions: c.mentions}
		if got := d.MentionIDs(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestEventIDs(t *testing.T) {
	places := func(n int) []EventPlace { return make([]EventPlace, n) }
	d := Document{ID: "a", Events: []Event{{Start: 1, End: 4, Places: places(1)}, {Start: 6, End: 9, Places: places(2)}, {Start: 1, End: 4, Places: places(1)}, {Start: 11, End: 12}}}
	want := [][]string{{"a-1-4"}, {"a-6-9", "a-6-9~2"}, {"a-1-4~2"}, {"a-11-12"}}
	if got := d.EventIDs(); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEventDay(t *testing.T) {
	for given, want := range map[string]string{"2019-08-21": "2019-08-21", "2019-08": "2019-08-01", "2019": "2019-01-01", "": "", "19": ""} {
		if got := (&Event{Date: &given}).Day(); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
	if got := (&Event{}).Day(); got != "" {
		t.Errorf("none: %q", got)
	}
}
