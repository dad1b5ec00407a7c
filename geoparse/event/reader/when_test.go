package reader

import (
	"strings"
	"testing"

	"dateline/geoparse/event"
	"dateline/geoparse/event/readtest"
)

// whenOf summarises the date of a report's event.
func whenOf(r *event.Report, text string) string {
	var out []string
	for _, flag := range []struct {
		name string
		set  bool
	}{{"before", r.Before}, {"lasting", r.Lasting}, {"attributed", r.Attributed}, {"again: " + strings.TrimSpace(r.Reference.Of(text)), !r.Reference.IsEmpty()}} {
		if flag.set {
			out = append(out, flag.name)
		}
	}
	return strings.Join(out, ", ")
}

// TestDates pairs each way to date an event with a text that the same rule leaves undated. It
// looks at the first report only.
func TestDates(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"had", "Rebels had captured [Kurna].", "before"},
		{"said that it had", "The watchdog said that rebels had captured [Kurna].", ""},
		{"former", "The former stronghold of rebels, [Kurna], was calm.", "before, attributed"},
		{"is under way", "The army is storming [Kurna].", "lasting"},
		{"was", "The army was storming [Kurna].", ""},
		{"is said to be", "The army is said to be massing troops in [Kurna].", "lasting"},
		{"have, behind an adverb", "Hundreds have brutally been killed in [Kurna].", "lasting"},
		{"a battle to take", "The army is pressing a battle to retake [Kurna].", "lasting"},
		{"a battle that was", "The army pressed a battle to retake [Kurna].", ""},
		{"during an offensive", "Ten were wounded during a rebel offensive on [Kurna].", ""},
		{"the offensive itself", "The town was calm during a rebel offensive on [Kurna].", "lasting"},
		{"continued", "Troops continued their advance in [Kurna].", "lasting"},
		{"made", "Troops made an advance in [Kurna].", ""},
		{"what backs something else", "Backed by air strikes on [Kurna], troops advanced.", "lasting"},
		{"what is backed", "The air strikes on [Kurna] were backed by troops.", ""},
		{"month-long", "The month-long offensive on [Kurna] went on.", "lasting"},
		{"beside who else fights", "They support an alliance fighting the militants in [Kurna].", "lasting"},
		{"terms", "It is part of a deal in [Kurna].", "before"},
		{"a deal itself", "They signed a deal in [Kurna].", ""},
		{"have been taken", "Hundreds have been kidnapped in [Kurna].", "lasting"},
		{"Arabic, goes on", "لا تزال الاشتباكات مستمرة في [سنار].", "lasting"},
		{"Arabic, broke out", "اندلعت الاشتباكات في [سنار].", ""},
		{"held, with a hyphen", "Rebel-held [Kurna] was calm.", "attributed"},
		{"held by", "[Kurna] is held by rebels.", ""},
		{"besieged", "The besieged city of [Kurna] was calm.", "attributed"},
		{"was besieged", "[Kurna] was besieged by the army.", ""},
		{"took place", "Jets bombed [Kurna]. The attack took place on Sunday.", "again: The attack took place on Sunday."},
		{"a day before the noun", "Gunmen stormed [Kurna]. The Saturday raid left ten dead.", "again: The Saturday raid left ten dead."},
		{"an attack, not that", "Jets bombed [Kurna]. An attack took place on Sunday.", ""},
		{"of no violence", "Rebels captured [Kurna]. The attack took place on Sunday.", ""},
		{"Arabic, took place", "قصفت الطائرات [سنار]. وكان الهجوم يوم الثلاثاء.", "again: وكان الهجوم يوم الثلاثاء."},
	} {
		text := readtest.Text(test.text)
		reports := reader.Read(&text)
		if len(reports) == 0 {
			t.Errorf("%s: %q reports nothing", test.name, test.text)
			continue
		}
		if got := whenOf(&reports[0], text.Text); got != test.want {
			t.Errorf("%s: %q is %q, want %q", test.name, test.text, got, test.want)
		}
	}
}
