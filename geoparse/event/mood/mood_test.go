package mood_test

import (
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/event/sentence"
	"dateline/geoparse/geoparsetest"
)

var names = map[sentence.Mood]string{
	sentence.Asserted: "asserted", sentence.Attempted: "attempted", sentence.Intended: "intended",
	sentence.Possible: "possible", sentence.Negated: "negated", sentence.Alleged: "alleged",
}

// moodIn returns the mood of the last trigger that governs a place in a marked text.
func moodIn(t testing.TB, marked string) string {
	t.Helper()
	joined := readtest.Joined(readtest.Last(t, marked))
	if len(joined) == 0 {
		return "no trigger"
	}
	return names[joined[len(joined)-1].Mood]
}

// TestMoods: words that cast doubt on a report, each paired with similar ones that do not.
func TestMoods(t *testing.T) {
	geoparsetest.Pairs(t, moodIn, []geoparsetest.Pair{
		{"will", "Rebels will capture [Kurna].", "intended", "Rebels captured [Kurna].", "asserted"},
		{"an adverb between", "Rebels will soon capture [Kurna].", "intended", "Rebels soon captured [Kurna].", "asserted"},
		{"a comma between", "They will, rebels captured [Kurna].", "asserted", "They left, rebels captured [Kurna].", "asserted"},
		{"could", "Rebels could capture [Kurna].", "possible", "Rebels again capture [Kurna].", "asserted"},
		{"not", "Rebels did not capture [Kurna].", "negated", "Rebels not only captured [Kurna].", "asserted"},
		{"would never", "Rebels would never capture [Kurna].", "possible", "Rebels never captured [Kurna].", "negated"},
		{"used to", "Rebels used mines to capture [Kurna].", "asserted", "Rebels need mines to capture [Kurna].", "intended"},
		{"allegedly", "Rebels allegedly captured [Kurna].", "alleged", "Rebels clearly captured [Kurna].", "asserted"},
		{"try to", "Rebels tried to capture [Kurna].", "attempted", "Rebels managed to capture [Kurna].", "asserted"},
		{"failed to", "Rebels failed to capture [Kurna].", "attempted", "Rebels were able to capture [Kurna].", "asserted"},
		{"plan to", "Rebels plan to capture [Kurna].", "intended", "Rebels were reported to hold [Kurna].", "asserted"},
		{"claim to", "Rebels claimed to capture [Kurna].", "alleged", "Rebels succeeded in capturing [Kurna].", "asserted"},
		{"an operation to", "They began an operation to capture [Kurna].", "attempted", "They began to operate and captured [Kurna].", "asserted"},
		{"an attack to", "Rebels attacked the hills to capture [Kurna].", "attempted", "Rebels attacked the hills and captured [Kurna].", "asserted"},
		{"if", "If rebels capture [Kurna], all flee.", "possible", "When rebels captured [Kurna], all fled.", "asserted"},
		{"if, of what is known", "If true, it answered the recent attack on [Kurna].", "asserted", "If true, it means an attack on [Kurna].", "possible"},
		{"denied that", "The army denied that rebels captured [Kurna].", "negated", "The army said that rebels captured [Kurna].", "asserted"},
		{"claimed that", "The army claimed that rebels captured [Kurna].", "alleged", "The army noted that rebels captured [Kurna].", "asserted"},
		{"denied claims that", "The army denied claims that rebels captured [Kurna].", "negated", "The army spread news that rebels captured [Kurna].", "asserted"},
		{"claimed responsibility", "The army claimed it shelled [Kurna].", "alleged", "The army claimed responsibility and shelled [Kurna].", "asserted"},
		{"claimed behind", "Rebels captured [Kurna], the army claimed.", "alleged", "Rebels captured [Kurna], the army noted.", "asserted"},
		{"claimed behind, on a day", "Rebels captured [Kurna], killing ten, the army claimed on Friday.", "alleged", "Rebels captured [Kurna], and the army claimed Basat.", "asserted"},
		{"claimed of something else", "Rebels captured [Kurna], officials claimed in a statement.", "alleged", "Rebels captured [Kurna], where officials had claimed.", "asserted"},
		{"whose claim", "Rebels captured [Kurna], they claimed.", "alleged", "Rebels captured [Kurna], despite other claims.", "asserted"},
		{"another clause", "If so; rebels captured [Kurna].", "asserted", "They left; rebels captured [Kurna].", "asserted"},
		{"no", "There was no shelling of [Kurna].", "negated", "There was shelling of [Kurna].", "asserted"},
		{"planned", "They spoke of the planned capture of [Kurna].", "intended", "They spoke of the sudden capture of [Kurna].", "asserted"},
		{"preparing for", "They are preparing for an offensive on [Kurna].", "intended", "They are waging an offensive on [Kurna].", "asserted"},
		{"possible", "They spoke of a possible capture of [Kurna].", "possible", "They spoke of a bloody capture of [Kurna].", "asserted"},
		{"alleged, right before it", "They spoke of the alleged capture of [Kurna].", "alleged", "They spoke at length of the capture of [Kurna].", "asserted"},
		{"a light verb's mood", "Rebels will launch an offensive on [Kurna].", "intended", "Rebels launched an offensive on [Kurna].", "asserted"},
		{"a gerund that would", "Capturing [Kurna] would help them.", "possible", "Capturing [Kurna], rebels fled.", "asserted"},
		{"Arabic will", "سيقصف الجيش [سنار].", "intended", "قصف الجيش [سنار].", "asserted"},
		{"Arabic not", "لم يقصف الجيش [سنار].", "negated", "قد قصف الجيش [سنار].", "asserted"},
		{"Arabic may", "قد يقصف الجيش [سنار].", "possible", "قد قصف الجيش [سنار].", "asserted"},
		{"Arabic try", "حاول الجيش اقتحام [سنار].", "attempted", "نفذ الجيش اقتحام [سنار].", "asserted"},
		{"Arabic still", "لم يقصف الجيش [سنار].", "negated", "لا يزال الجيش يقصف [سنار].", "asserted"},
	})
}
