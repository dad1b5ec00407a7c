package segment

import (
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

func TestWrapped(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       string // of each line that is not blank: b body, h heading, d date, with + if it continues the line above
	}{
		{"a paragraph", "Gunmen fired on the silo from two directions at dawn, and the\nwatchman was wounded in the leg, his brother said. The road has\nbeen closed since.", "b b+ b+"},
		{"of two lines", "Gunmen fired on the silo from two directions at dawn, and the\nwatchman was wounded in the leg.", "b b+"},
		{"Arabic", "أطلق مسلحون النار على صوامع الحبوب في بير حسون من جهتين، وأصيب\nالحارس في ساقه بحسب شقيقه.", "b b+"},
		{"a headline and a date", "Gunmen fire on the silo of Bir Hassun from two directions\n4 March 2020", "h d"},
		{"a list of headlines", "Gunmen fire on the silo of Bir Hassun from two directions\nMines towed ashore\nWounded reach the hospital of Qalat Sumr in the evening", "h h h"},
		{"a headline over its paragraph", "Gunmen fire on the silo of Bir Hassun from two directions\nThe watchman was wounded.", "h b"},
		{"long lines", strings.Repeat("word ", 40) + "end.\n" + strings.Repeat("word ", 40) + "end.", "b b"},
		{"a page ends in a paragraph", "Gunmen fired on the silo from two directions at dawn, and the\nwatchman was wounded in the leg.\n\fMines towed ashore", "b b+ h"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, err := readLines(work.New(t.Context()), tt.text, newsdate.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range lines {
				kind := map[kind]string{body: "b", heading: "h", dated: "d"}[l.kind]
				if l.goesOn {
					kind += "+"
				}
				got = append(got, kind)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%s, want %s", s, tt.want)
			}
		})
	}
}
