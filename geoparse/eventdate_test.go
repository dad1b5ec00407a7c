package geoparse

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestEventDates pairs each way to date an event with a text that the same rule leaves undated.
func TestEventDates(t *testing.T) {
	for _, test := range []struct {
		name, published, text string
		want                  string
	}{
		{"the sentence", "2019-08-22", "Jets bombed Morek on Tuesday.", "air_strike 2019-08-20 text"},
		{"publication", "2019-08-22", "Jets bombed Morek.", "air_strike 2019-08-22 published"},
		{"the sentence behind", "2019-08-22", "Jets bombed Morek. The attack took place on Sunday.", "air_strike 2019-08-18 text"},
		{"a sentence behind", "2019-08-22", "Jets bombed Morek. A meeting took place on Sunday.", "air_strike 2019-08-22 published"},
		{"said, and happened before", "2019-08-22", "Jets bombed Morek, activists said on Thursday. The Tuesday raid killed ten.", "air_strike 2019-08-20 text"},
		{"said", "2019-08-22", "Jets bombed Morek, activists said on Wednesday.", "air_strike 2019-08-21 text"},
		{"a stamp is no day of what follows", "2019-08-22", "Raids on Morek AFP Thursday 22 Aug 2019 Jets bombed Morek on Tuesday a monitor said.", "air_strike 2019-08-20 text; air_strike 2019-08-20 text"},
		{"a headline with the date of publication", "2019-08-22", "WAR REPORT – AUGUST 22, 2019: MOREK BOMBED\n\nJets bombed the town of Morek on Tuesday.", "air_strike 2019-08-20 context; air_strike 2019-08-20 text"},
		{"a lead below a byline", "2019-08-22", "Raids on Morek\n\nAugust 22, 2019\n\nJets bombed the town of Morek, it was reported.\n\nA monitor said jets bombed Morek on Tuesday.", "air_strike 2019-08-20 context; air_strike 2019-08-20 context; air_strike 2019-08-20 text"},
		{"said in what", "2019-08-22", "Jets bombed Morek, a monitor said in a new toll Thursday. The Tuesday strike hit Morek.", "air_strike 2019-08-20 text; air_strike 2019-08-20 text"},
		{"news without a year", "", "A monitor said on Friday jets had been busy. Jets bombed Morek on July 19. Rebels have held the town since March 2018.", "air_strike  ; control 2018-03 text"},
		{"what began a state", "2019-08-22", "Morek has been under the control of rebels since March 2018 following an offensive on the town.", "control 2018-03 text; clash 2018 text"},
		{"what has been so for years is no anchor", "2019-08-22", "Morek has been under siege since 2013. The siege of Morek is dire.", "siege 2013 text; siege 2019-08-22 published"},
		{"over months", "2019-08-22", "Morek faces a month-long offensive by the army.", "clash 2019 published"},
		{"the strike elsewhere", "2019-08-22", "Jets bombed Morek on Tuesday. The bombing of Damascus was heavy.", "air_strike 2019-08-20 text; air_strike 2019-08-22 published"},
		{"a headline", "2019-08-22", "Jets bomb Morek\n\nJets bombed the town of Morek on Tuesday.", "air_strike 2019-08-20 context; air_strike 2019-08-20 text"},
		{"an Arabic headline", "2019-08-22", "غارات جوية على مدينة حماة\n\nشن الطيران غارات جوية على بلدة مورك يوم الثلاثاء.", "air_strike 2019-08-20 context; air_strike 2019-08-20 text"},
		{"the same day", "2019-08-22", "Jets bombed Morek on Tuesday. Rebels shelled Hama the same day.", "air_strike 2019-08-20 text; shelling 2019-08-20 context"},
		{"the same day, in Arabic", "2019-08-22", "شن الطيران غارات جوية على بلدة مورك يوم الثلاثاء. وقصفت المدفعية مدينة حماة في اليوم نفسه.", "air_strike 2019-08-20 text; shelling 2019-08-20 context"},
		{"another day, in Arabic", "2019-08-22", "شن الطيران غارات جوية على بلدة مورك يوم الثلاثاء. وقصفت المدفعية مدينة حماة.", "air_strike 2019-08-20 text; shelling 2019-08-22 published"},
		{"a headline of a fall that the capture is", "2019-08-22", "Morek falls\n\nRebels captured the town of Morek on Tuesday.", "withdrawal 2019-08-20 context; capture 2019-08-20 text"},
		{"who left is no captor", "2019-08-22", "Army leaves Morek\n\nRebels captured the town of Morek on Tuesday.", "withdrawal 2019-08-22 published; capture 2019-08-20 text"},
		{"a headline of something else", "2019-08-22", "Rebels seize Morek\n\nJets bombed the town of Morek on Tuesday.", "capture 2019-08-22 published; air_strike 2019-08-20 text"},
		{"held, beside what happened", "2019-08-22", "Jets on Tuesday bombed rebel-held Morek.", "air_strike 2019-08-20 text; control 2019-08-22 published"},
		{"held, long ago", "2019-08-22", "In May 2014 jets bombed rebel-held Morek.", "air_strike 2014-05 text; control 2014-05 text"},
		{"held by the sentence itself", "2019-08-22", "On Tuesday Morek was held by rebels.", "control 2019-08-20 text"},
		{"no longer held", "2019-08-22", "Jets bombed the former rebel bastion of Morek.", "air_strike 2019-08-22 published; control  "},
		{"goes on", "2019-08-22", "The army is storming Morek.", "clash 2019-08 published"},
		{"no full stop before a day of the week", "2019-08-22", "Rebels captured Morek On Friday jets bombed Hama.", "capture 2019-08-22 published; air_strike 2019-08-16 text"},
		{"nor before a month", "2019-08-22", "Rebels captured Morek In July jets bombed Hama.", "capture 2019-08-22 published; air_strike 2019-07 text"},
		{"a history", "", "On 2 July rebels captured Morek. In November 2012 the army recaptured the town.", "capture 2012-07-02 context; capture 2012-11 text"},
		{"who told it before", "2019-08-22", "The ministry said on Monday that jets had been busy. Jets bombed Morek, the ministry added.", "air_strike 2019-08-19 context"},
		{"who told nothing before", "2019-08-22", "The ministry said on Monday that jets had been busy. Jets bombed Morek, a monitor added.", "air_strike 2019-08-22 published"},
		{"told back", "2019-08-22", "A bomber killed ten people on Tuesday in Morek. The group said that one of its fighters had attacked a gathering near Morek.", "explosion 2019-08-20 text; clash 2019-08-20 context"},
		{"a month as a subject", "2019-08-22", "July was bloody as fighting raged in Morek.", "clash 2019-07 text"},
		{"a name as a subject", "2019-08-22", "May was sad as fighting raged in Morek.", "clash 2019-08-22 published"},
		{"the month that the sentence before is about", "2019-08-22", "July was bloody. Rebels captured Morek.", "capture 2019-07 context"},
		{"not that of a paragraph before", "2019-08-22", "July was bloody.\n\nRebels captured Morek.", "capture 2019-08-22 published"},
		{"not of what goes on", "2019-08-22", "July was bloody. The army is storming Morek.", "clash 2019-08 published"},
		{"a row of days, and a month behind another event", "2019-08-22", "On Monday and Tuesday ten people died in air strikes around Morek, the site of a chemical attack in April.", "air_strike 2019-08-19 text; shelling 2019-04 text"},
		{"a lead that sums up", "2019-08-22", "Jets hit Morek Reuters Thursday 22 Aug 2019 Air strikes killed ten people near Morek, a monitor said on Thursday. The monitor said jets bombed Morek on Tuesday.", "air_strike 2019-08-20 context; air_strike 2019-08-20 text"},
		{"one of the day told before", "2019-08-22", "Jets bombed Morek on Tuesday. Another civilian was killed in the bombing of Hama.", "air_strike 2019-08-20 text; air_strike 2019-08-20 context"},
		{"another day for all that is known", "2019-08-22", "Jets bombed Morek on Tuesday. A civilian was killed in bombing in Hama.", "air_strike 2019-08-20 text; air_strike 2019-08-22 published"},
		{"had been one", "2019-08-22", "For years it had served as the key rebel stronghold of Morek.", "control  "},
		{"a row of sums", "2019-08-22", "Ten thousand have been bombed and displaced in Morek.", "air_strike 2019-08 published; displacement 2019-08 published"},
		{"what was before is not meant again", "2019-08-22", "Morek was previously captured by rebels in 2014. A video shows the capture of Morek.", "capture 2014 text; capture 2019-08-22 published"},
		{"a list of tags", "2019-08-22", "Tags Idlib Airstrikes Children A shell hit Morek on Tuesday.", "shelling 2019-08-20 text"},
		{"what a page names beside its text", "2019-08-22", "Morek was captured by rebels See also: Siege of Idlib.", "capture 2019-08-22 published"},
	} {
		in := Input{Text: test.text}
		if test.published != "" {
			in.Published, _ = time.Parse(time.DateOnly, test.published)
		}
		var got []string
		for _, e := range mustParse(t, testParser(), in).Events {
			got = append(got, fmt.Sprint(e.Type, " ", e.When.Short(), " ", e.When.From))
		}
		if line := strings.Join(got, "; "); line != test.want {
			t.Errorf("%s: %q\n got %s\nwant %s", test.name, test.text, line, test.want)
		}
	}
}

// TestLongTexts dates events that no sentence dates, in texts of ten more sentences.
func TestLongTexts(t *testing.T) {
	published, _ := time.Parse(time.DateOnly, "2019-08-22")
	filler := strings.Repeat(" The place is known for its olives and its figs.", 10)
	for _, test := range []struct{ name, text, want string }{
		{"no day", "Rebels captured Morek." + filler, "2019-08"},
		{"the day before", "Rebels captured Morek." + filler + " It rained on Wednesday.", "2019-08-22"},
		{"a day of saying", "Rebels captured Morek." + filler + " It was quiet, officials said on Thursday.", "2019-08-22"},
		{"days before", "Rebels captured Morek." + filler + " It rained on Sunday.", "2019-08"},
		{"a byline", "Rebels captured Morek." + filler + "\n\nAugust 22, 2019\n\nIt rained.", "2019-08"},
		{"who holds it now", "It is held by rebels." + filler + " Morek is held by rebels.", "2019-08-22"},
		{"a dispatch", "Rebels captured Morek. The place is known for its olives.", "2019-08-22"},
	} {
		events := mustParse(t, testParser(), Input{Text: test.text, Published: published}).Events
		if len(events) == 0 || events[len(events)-1].When.Short() != test.want {
			t.Errorf("%s: %q: %v, want %s", test.name, test.text[:40], events, test.want)
		}
	}
}
