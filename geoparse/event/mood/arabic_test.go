package mood_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestArabicMoods(t *testing.T) {
	geoparsetest.Pairs(t, moodIn, []geoparsetest.Pair{
		{"will, written to the verb", "ستقصف القوات [سنار].", "intended", "تقصف القوات [سنار].", "asserted"},
		{"will", "سوف يقصف الجيش [سنار].", "intended", "ثم قصف الجيش [سنار].", "asserted"},
		{"did not", "لم تقصف القوات [سنار].", "negated", "ثم قصفت القوات [سنار].", "asserted"},
		{"will not", "لن تقصف القوات [سنار].", "negated", "حين قصفت القوات [سنار].", "asserted"},
		{"may", "ربما يقصف الجيش [سنار].", "possible", "أمس قصف الجيش [سنار].", "asserted"},
		{"has", "قد يقتحم الجيش [سنار].", "possible", "قد اقتحم الجيش [سنار].", "asserted"},
		{"and has", "وقد يقتحم الجيش [سنار].", "possible", "وقد اقتحم الجيش [سنار].", "asserted"},
		{"plans", "يعتزم الجيش اقتحام [سنار].", "intended", "أنهى الجيش اقتحام [سنار].", "asserted"},
		{"tries", "يحاول الجيش اقتحام [سنار].", "attempted", "يتابع الجيش اقتحام [سنار].", "asserted"},
		{"failed", "فشل الجيش في اقتحام [سنار].", "attempted", "نجح الجيش في اقتحام [سنار].", "asserted"},
		{"a comma parts them", "لم يقصف الجيش [سنار].", "negated", "لم ينم، قصف الجيش [سنار].", "asserted"},
		{"still", "لا يقصف الجيش [سنار].", "negated", "لا يزال يقصف الجيش [سنار].", "asserted"},
		{"if", "إذا قصف الجيش [سنار] هربوا.", "possible", "حين قصف الجيش [سنار] هربوا.", "asserted"},
		{"denied", "نفى الجيش قصف [سنار].", "negated", "بدأ الجيش قصف [سنار].", "asserted"},
		{"claimed", "زعم الجيش أنه قصف [سنار].", "alleged", "ذكر الجيش أنه قصف [سنار].", "asserted"},
	})
}
