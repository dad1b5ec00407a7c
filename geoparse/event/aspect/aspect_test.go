package aspect_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event"
	"dateline/geoparse/event/aspect"
	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

// aspectIn returns the aspect of the last event of a marked text.
func aspectIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	told := readtest.Reported(s)
	if len(told) == 0 {
		return "no event"
	}
	var r event.Report
	aspect.Read(s, &told[len(told)-1], &r)
	var out []string
	for _, flag := range []struct {
		name string
		set  bool
	}{{"before", r.Before}, {"attributed", r.Attributed}, {"lasting", r.Lasting}, {"definite", r.Definite}, {"months", r.Months}, {"cause", r.Cause}} {
		if flag.set {
			out = append(out, flag.name)
		}
	}
	return strings.Join(out, " ")
}

func TestRead(t *testing.T) {
	geoparsetest.Pairs(t, aspectIn, []geoparsetest.Pair{
		{"had", "[Kurna] had been captured by rebels.", "before", "[Kurna] has been captured by rebels.", ""},
		{"said that it had", "[Kurna] had been shelled by rebels.", "before", "Rebels said that [Kurna] had been shelled.", ""},
		{"previously", "The previously captured [Kurna] was quiet.", "before", "The newly captured [Kurna] was quiet.", ""},
		{"rebel-held", "Jets flew over rebel-held [Kurna].", "attributed", "Rebels captured [Kurna].", ""},
		{"are fighting", "Rebels are fighting in [Kurna].", "lasting", "Rebels fought in [Kurna].", ""},
		{"have been", "Rebels have been shelling [Kurna].", "lasting", "Rebels were shelling [Kurna].", ""},
		{"have brutally", "Rebels have brutally attacked [Kurna].", "lasting", "Rebels that have men attacked [Kurna].", ""},
		{"continued their", "Rebels continued their offensive on [Kurna].", "lasting", "Rebels launched their offensive on [Kurna].", ""},
		{"what lasts is no capture", "Rebels have attacked [Kurna].", "lasting", "Rebels have captured [Kurna].", ""},
		{"recently", "Rebels recently captured [Kurna].", "lasting", "Rebels quickly captured [Kurna].", ""},
		{"in recent weeks", "Rebels shelled [Kurna] in recent weeks.", "lasting", "Rebels shelled [Kurna] in cold weeks.", ""},
		{"the", "The shelling of [Kurna] was heavy.", "definite", "A shelling of [Kurna] was heavy.", ""},
		{"this, with an adjective", "This fierce shelling of [Kurna] was heavy.", "definite", "After this there was shelling of [Kurna].", ""},
		{"Arabic still", "لا تزال الاشتباكات مستمرة في [سنار].", "lasting definite", "بدأت اشتباكات في [سنار].", ""},
	})
}
