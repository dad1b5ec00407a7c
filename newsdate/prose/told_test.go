package prose

import "testing"

// TestTold reads dates relative to those of earlier sentences: the date at the last word of the
// last sentence, in texts published on Friday, 20 November 2026.
func TestTold(t *testing.T) {
	for _, test := range []struct {
		name      string
		sentences []string
		want      string // "" for none
	}{
		{"days later", []string{"On 3 May rebels took the town.", "Two days later they reached the bridge."}, "2026-05-05"},
		{"in one sentence", []string{"On 3 May rebels took the town and two days later reached the bridge."}, "2026-05-05"},
		{"days earlier", []string{"On 3 May rebels took the town.", "Three days earlier they had reached the bridge."}, "2026-04-30"},
		{"earlier than", []string{"On 3 May rebels took the town.", "Three days earlier than planned they had reached the bridge."}, ""},
		{"a week later", []string{"On Monday rebels took the town.", "A day later they reached the bridge."}, "2026-11-17"},
		{"hours later", []string{"On 3 May rebels took the town.", "Hours later they reached the bridge."}, "2026-05-03"},
		{"the next day", []string{"On 3 May rebels took the town.", "The next day they reached the bridge."}, "2026-05-04"},
		{"the following morning", []string{"On 3 May rebels took the town.", "On the following morning they reached the bridge."}, "2026-05-04"},
		{"the previous month", []string{"In May 2015 rebels took the town.", "The previous month they reached the bridge."}, "2015-04"},
		{"over the next week", []string{"On 3 May rebels took the town.", "They fought over the next week for the bridge."}, ""},
		{"what is next is no time", []string{"On 3 May rebels took the town.", "The next target was the bridge."}, ""},
		{"a month keeps its days", []string{"In May 2015 rebels took the town.", "Two days later they reached the bridge."}, "2015-05"},
		{"months", []string{"In December 2014 rebels took the town.", "Two months later they reached the bridge."}, "2015-02"},
		{"years", []string{"In 2014 rebels took the town.", "A year later they reached the bridge."}, "2015"},
		{"a year keeps its months", []string{"In 2014 rebels took the town.", "A month later they reached the bridge."}, "2014"},
		{"not beyond publication", []string{"On Thursday rebels took the town.", "Two weeks later they reached the bridge."}, ""},
		{"nothing told before", []string{"Rebels took the town.", "Two days later they reached the bridge."}, ""},
		{"told too long before", []string{"On 3 May it began.", "It rained.", "It snowed.", "It was cold.", "Two days later they reached the bridge."}, ""},
		{"told not so long before", []string{"On 3 May it began.", "It rained.", "It snowed.", "Two days later they reached the bridge."}, "2026-05-05"},
		{"a day of saying", []string{"He said on Tuesday that it was quiet.", "The next day shells hit the bridge."}, "2026-11-18"},
		{"behind a day of what happened", []string{"Shells hit the town on Monday, officials said on Wednesday.", "The next day shells hit the bridge."}, "2026-11-17"},
		{"a decade ago", []string{"Rebels took the bridge a decade ago."}, "2016"},
		{"two decades ago", []string{"Rebels took the bridge two decades ago."}, "2006"},
		{"Arabic days later", []string{"سيطر الثوار على البلدة في 3 أيار.", "وبعد يومين وصلوا إلى الجسر."}, "2026-05-05"},
		{"Arabic, of the future", []string{"سيطر الثوار على البلدة في 3 أيار.", "سيصلون بعد يومين إلى الجسر."}, "2026-11-22"},
		{"Arabic next day", []string{"سيطر الثوار على البلدة في 3 أيار.", "وفي اليوم التالي وصلوا إلى الجسر."}, "2026-05-04"},
		{"Arabic day before", []string{"سيطر الثوار على البلدة في 3 أيار.", "وفي اليوم السابق وصلوا إلى الجسر."}, "2026-05-02"},
		{"Arabic after so many days of", []string{"سيطر الثوار على البلدة في 3 أيار.", "وصلوا بعد يومين من القتال إلى الجسر."}, ""},
	} {
		r := NewReader(Reference{Published: publication(t, "2026-11-20")})
		got := ""
		for i, text := range test.sentences {
			s := r.Read(text)
			if e, ok := s.At(len(text) - 2); ok && i == len(test.sentences)-1 {
				got = e.Date.Short()
			}
		}
		if got != test.want {
			t.Errorf("%s: %q: %q, want %q", test.name, test.sentences, got, test.want)
		}
	}
}
