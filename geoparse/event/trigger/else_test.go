package trigger_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestOtherSenses(t *testing.T) {
	geoparsetest.Pairs(t, triggersIn, []geoparsetest.Pair{
		{"raids are executed",
			"Jets executed ten raids in [Kurna].", "raids raid noun",
			"Police executed ten men in [Kurna].", "executed detention participle"},
		{"rubble is cleared",
			"[Kurna] was cleared by troops.", "cleared capture participle",
			"Rubble was cleared in [Kurna].", ""},
		{"lines collapse",
			"Defences collapsed in [Kurna].", "collapsed withdrawal participle",
			"Houses collapsed in [Kurna].", ""},
		{"people return",
			"Families returned to [Kurna].", "returned to displacement participle",
			"Peace returned to [Kurna].", ""},
		{"a road heads there",
			"Troops headed to [Kurna].", "headed to deployment participle",
			"A road heading to [Kurna] is closed.", "closed cut participle"},
		{"prices fall", "[Kurna] fell.", "fell withdrawal verb", "In [Kurna] prices fell.", ""},
		{"fell in May", "[Kurna] fell in May.", "fell withdrawal verb", "[Kurna] fell in love.", ""},
		{"fell, and",
			"[Kurna] fell and all fled.", "fell withdrawal verb; fled flee participle",
			"[Kurna] fell silent and all fled.", "fled flee participle"},
		{"in their hands", "[Kurna] is in rebel hands.", "hands control state", "[Kurna] is full of rebel hands.", ""},
		{"Arabic, dawn", "فجر رجل نفسه في [سنار].", "فجر explosion verb", "وصلوا فجر الأربعاء إلى [سنار].", "وصلوا serve verb"},
		{"Arabic, the occupation",
			"بدأ احتلال [سنار].", "احتلال capture noun",
			"وصل جيش الاحتلال إلى [سنار].", "وصل serve verb"},
		{"Arabic, casualties fall", "سقطت [سنار].", "سقطت withdrawal verb", "سقط قتلى في [سنار].", "قتلى kill noun"},
		{"Arabic, shells fall", "سقطت [سنار].", "سقطت withdrawal verb", "سقط صاروخ قرب [سنار].", "سقط صاروخ shelling verb"},
		{"Arabic, families",
			"تم أسر جنود في [سنار].", "أسر detention verb",
			"عادت عشرات الأسر إلى [سنار].", "عادت عشرات displacement verb"},
		{"Arabic, but", "[سنار] بيد الجيش.", "بيد control participle", "بيد أن [سنار] هادئة.", ""},
		{"Arabic, fallen into a hand",
			"[سنار] في قبضة الجيش.", "في قبضة control participle",
			"سقطت [سنار] في قبضة الجيش.", "سقطت withdrawal verb"},
		{"a strike is called", "Miners called a strike in [Kurna].", "strike protest noun", "Pilots called in a strike in [Kurna].", "strike strike noun"},
		{"people on strike", "Miners in [Kurna] went on strike.", "strike protest noun", "Miners in [Kurna] saw a strike.", "strike strike noun"},
		{"teachers strike", "Teachers strike in [Kurna].", "strike protest noun", "Jets strike [Kurna].", "strike hit verb"},
		{"for pay", "They struck for higher wages in [Kurna].", "struck protest participle", "They struck for three days in [Kurna].", "struck hit participle"},
		{"a strike by teachers", "A strike by teachers in [Kurna].", "strike protest noun", "A strike by jets in [Kurna].", "strike strike noun"},
		{"on something", "The union called a strike.", "strike protest noun", "The union called a strike on [Kurna] rude.", "strike strike noun"},
		{"of hunger", "A hunger strike in [Kurna] began.", "strike protest noun", "A rocket strike in [Kurna] began.", "rocket strike shelling noun"},
		{"a people's strike hits", "The coalition strike hit [Kurna].", "strike strike noun; hit hit verb", "The coalition struck [Kurna].", "struck hit participle"},
	})
}
