package mood_test

import (
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/event/sentence"
)

var names = map[sentence.Mood]string{
	sentence.Asserted: "asserted", sentence.Attempted: "attempted", sentence.Intended: "intended",
	sentence.Possible: "possible", sentence.Negated: "negated", sentence.Alleged: "alleged",
}

// moodIn returns the mood of the last trigger of a marked text that governs a place.
func moodIn(t *testing.T, marked string) string {
	t.Helper()
	joined := readtest.Joined(readtest.Last(t, marked))
	if len(joined) == 0 {
		return "no trigger"
	}
	return names[joined[len(joined)-1].Mood]
}

// TestOf: words that put what is told in doubt, each beside some that leave it told.
func TestOf(t *testing.T) {
	for _, p := range []struct{ rule, text, want, asserted string }{
		{"will", "Rebels will capture [Kurna].", "intended", "Rebels captured [Kurna]."},
		{"an adverb between", "Rebels will soon capture [Kurna].", "intended", "Rebels soon captured [Kurna]."},
		{"a comma between", "They will, rebels captured [Kurna].", "asserted", "They left, rebels captured [Kurna]."},
		{"could", "Rebels could capture [Kurna].", "possible", "Rebels again capture [Kurna]."},
		{"not", "Rebels did not capture [Kurna].", "negated", "Rebels not only captured [Kurna]."},
		{"allegedly", "Rebels allegedly captured [Kurna].", "alleged", "Rebels clearly captured [Kurna]."},
		{"try to", "Rebels tried to capture [Kurna].", "attempted", "Rebels managed to capture [Kurna]."},
		{"failed to", "Rebels failed to capture [Kurna].", "attempted", "Rebels were able to capture [Kurna]."},
		{"plan to", "Rebels plan to capture [Kurna].", "intended", "Rebels were reported to hold [Kurna]."},
		{"claim to", "Rebels claimed to capture [Kurna].", "alleged", "Rebels succeeded in capturing [Kurna]."},
		{"an operation to", "They began an operation to capture [Kurna].", "attempted", "They began to operate and captured [Kurna]."},
		{"an attack to", "Rebels attacked the hills to capture [Kurna].", "attempted", "Rebels attacked the hills and captured [Kurna]."},
		{"if", "If rebels capture [Kurna], all flee.", "possible", "When rebels captured [Kurna], all fled."},
		{"denied that", "The army denied that rebels captured [Kurna].", "negated", "The army said that rebels captured [Kurna]."},
		{"claimed that", "The army claimed that rebels captured [Kurna].", "alleged", "The army noted that rebels captured [Kurna]."},
		{"denied claims that", "The army denied claims that rebels captured [Kurna].", "negated", "The army spread news that rebels captured [Kurna]."},
		{"claimed responsibility", "The army claimed it shelled [Kurna].", "alleged", "The army claimed responsibility and shelled [Kurna]."},
		{"another clause", "If so; rebels captured [Kurna].", "asserted", "They left; rebels captured [Kurna]."},
		{"no", "There was no shelling of [Kurna].", "negated", "There was shelling of [Kurna]."},
		{"planned", "They spoke of the planned capture of [Kurna].", "intended", "They spoke of the sudden capture of [Kurna]."},
		{"preparing for", "They are preparing for an offensive on [Kurna].", "intended", "They are waging an offensive on [Kurna]."},
		{"possible", "They spoke of a possible capture of [Kurna].", "possible", "They spoke of a bloody capture of [Kurna]."},
		{"alleged, right before it", "They spoke of the alleged capture of [Kurna].", "alleged", "They spoke at length of the capture of [Kurna]."},
		{"a light verb's mood", "Rebels will launch an offensive on [Kurna].", "intended", "Rebels launched an offensive on [Kurna]."},
		{"a gerund that would", "Capturing [Kurna] would help them.", "possible", "Capturing [Kurna], rebels fled."},
		{"Arabic will", "سيقصف الجيش [سنار].", "intended", "قصف الجيش [سنار]."},
		{"Arabic not", "لم يقصف الجيش [سنار].", "negated", "قد قصف الجيش [سنار]."},
		{"Arabic may", "قد يقصف الجيش [سنار].", "possible", "قد قصف الجيش [سنار]."},
		{"Arabic try", "حاول الجيش اقتحام [سنار].", "attempted", "نفذ الجيش اقتحام [سنار]."},
		{"Arabic still", "لم يقصف الجيش [سنار].", "negated", "لا يزال الجيش يقصف [سنار]."},
	} {
		if got := moodIn(t, p.text); got != p.want {
			t.Errorf("%s: %s: %s, want %s", p.rule, p.text, got, p.want)
		}
		if got := moodIn(t, p.asserted); got != "asserted" {
			t.Errorf("%s: %s: %s, want asserted", p.rule, p.asserted, got)
		}
	}
}
