package reader

import (
	"slices"
	"testing"

	"dateline/geoparse/event/readtest"
)

// TestTopic reads texts about one town, the first that is marked if a topic is given; reports
// implied of it begin with a question mark.
func TestTopic(t *testing.T) {
	for _, test := range []struct {
		name, text         string
		topic, namesNoTown bool
		want               []string
	}{
		{"not named", "[Kurna] was quiet. Rebels took control in December.", true, false, []string{"?capture @ Kurna; by Rebels"}},
		{"about several", "[Kurna] was quiet. Rebels took control in December.", false, false, nil},
		{"held", "[Kurna] was quiet. In June the government has control.", true, false, []string{"?control @ Kurna; held by government"}},
		{"another named", "[Kurna] was quiet. Rebels took control of [Basat].", true, false, []string{"capture @ Basat; by Rebels"}},
		{"no change of hands", "[Kurna] was quiet. Rebels fought on.", true, false, nil},
		{"planned", "[Kurna] was quiet. Rebels plan to take control.", true, false, nil},
		{"the town, not the last named", "[Kurna] was quiet. Trucks came from [Basat]. The army shelled the town.", true, false, []string{"shelling @ the town; by army"}},
		{"the town, without a name", "By May the town was in control of the army.", false, true, []string{"control @ the town; held by army"}},
		{"the town, before others are named", "By May the town was in control of the army.", false, false, []string{"?control @ the town; held by army"}},
		{"the town, once others are", "[Kurna] and [Basat] were calm. By May the town was in control of the army.", false, false, []string{"control @ the town; held by army"}},
		{"the area, without a name", "By May the area was in control of the army.", false, true, nil},
		{"no province is a town", "{Upper} province was calm. The army shelled the village.", false, false, nil},
		{"under somebody's control", "[Kurna] was under rebel control.", true, false, []string{"control @ Kurna; held by rebel"}},
		{"was reported to", "Rebels were reported to have control of [Kurna].", true, false, []string{"control @ Kurna; held by Rebels"}},
	} {
		text := readtest.Text(test.text)
		text.NamesNoTown = test.namesNoTown
		if test.topic {
			text.Topic = 1
		}
		var got []string
		for _, r := range reader.Read(&text) {
			line := lineOf(&r, text.Text)
			if r.Implied {
				line = "?" + line
			}
			got = append(got, line)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}
