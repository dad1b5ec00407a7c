package who_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event"
	"dateline/geoparse/event/readtest"
	"dateline/geoparse/event/who"
	"dateline/geoparse/geoparsetest"
)

// whoIn lists the participants of the last event of a marked text.
func whoIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	told := readtest.Reported(s)
	if len(told) == 0 {
		return "no event"
	}
	var r event.Report
	who.Fill(s, &told[len(told)-1], &r)
	r.Source = who.Source(s)
	var out []string
	for _, field := range []struct {
		name string
		event.Range
	}{{"by", r.Agent}, {"to", r.Target}, {"holds", r.Holder}, {"from", r.From}, {"says", r.Source}} {
		if !field.IsEmpty() && !(field.name == "holds" && field.Range == r.Agent) {
			out = append(out, field.name+" "+field.Of(s.Text.Text))
		}
	}
	return strings.Join(out, "; ")
}

func TestFill(t *testing.T) {
	geoparsetest.Pairs(t, whoIn, []geoparsetest.Pair{
		{"the subject", "Rebels captured [Kurna].", "by Rebels", "Storms hit [Kurna].", ""},
		{"over a relative clause", "Rebels who had fled captured [Kurna].", "by Rebels", "Rebels fled; captured [Kurna] slept.", ""},
		{"by", "[Kurna] was shelled by the army.", "by army", "[Kurna] was shelled near the river.", ""},
		{"before a noun", "Rebel shelling of [Kurna] went on.", "by Rebel", "Shelling of [Kurna] went on.", ""},
		{"a noun's by", "An attack by rebels on [Kurna] failed.", "by rebels", "An attack on rebels in [Kurna] failed.", "to rebels"},
		{"a light verb's subject", "The army launched an offensive on [Kurna].", "by army", "An offensive was launched on [Kurna].", ""},
		{"clashes between two", "Clashes broke out between the army and rebels in [Kurna].", "by army; to rebels", "Clashes broke out in [Kurna].", ""},
		{"from whom it is taken", "The army captured [Kurna] from rebels.", "by army; from rebels", "The army captured [Kurna] from the north.", "by army"},
		{"fighters who leave held it, people did not", "Rebels withdrew from [Kurna].", "by Rebels; from Rebels", "People withdrew from [Kurna].", "by People"},
		{"handed to", "Rebels handed over [Kurna] to the army.", "by Rebels; holds army; from Rebels", "Rebels handed over [Kurna] in May.", "by Rebels; from Rebels"},
		{"fell to", "[Kurna] fell to the army.", "by army", "[Kurna] fell to pieces.", ""},
		{"who holds it", "Rebels control [Kurna].", "holds Rebels", "[Kurna] is controlled by the army.", "holds army"},
		{"rebel-held", "Jets flew over rebel-held [Kurna].", "holds rebel", "Jets flew over newly-held [Kurna].", ""},
		{"said", "The army captured [Kurna], the ministry said.", "by army; says ministry", "The army captured [Kurna].", "by army"},
		{"according to", "According to activists, rebels captured [Kurna].", "by rebels; says activists", "With activists, rebels captured [Kurna].", "by rebels"},
		{"Arabic: behind the verb", "قصف الجيش [سنار].", "by الجيش", "قصفت [سنار].", ""},
		{"Arabic: of a noun", "قصف مدفعي للجيش على [سنار].", "by جيش", "قصف مدفعي على [سنار].", ""},
		{"Arabic: from whom", "طردت الفصائل الجيش من [سنار].", "by الفصائل; from الجيش", "حررت الفصائل [سنار].", "by الفصائل"},
		{"Arabic: who says it", "قالت الوزارة إن الجيش قصف [سنار].", "by الجيش; says الوزارة", "قصف الجيش [سنار].", "by الجيش"},
	})
}
