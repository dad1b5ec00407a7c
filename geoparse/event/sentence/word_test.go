package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestBreaks(t *testing.T) {
	geoparsetest.Pairs(t, breaks, []geoparsetest.Pair{
		{"a comma", "They left, rebels came to [Kurna].", "rebels (comma)", "They left rebels in [Kurna].", ""},
		{"an Arabic comma", "غادروا، ثم نزلوا في [سنار].", "ثم (comma)", "غادروا ثم نزلوا في [سنار].", ""},
		{"a semicolon",
			"They left; rebels came to [Kurna].", "rebels (stop)",
			"They left and rebels came to [Kurna].", ""},
		{"a colon", "They said: rebels came to [Kurna].", "rebels (stop)", "They said rebels came to [Kurna].", ""},
		{"a question", "Who left? rebels came to [Kurna].", "rebels (stop)", "Who left rebels in [Kurna].", ""},
		{"a line's end", "They left\nrebels in [Kurna].", "rebels (stop)", "They left rebels in [Kurna].", ""},
		{"quotation marks",
			"They “left” rebels in [Kurna].", "left (mark); rebels (mark)",
			"They left rebels in [Kurna].", ""},
		{"brackets",
			"They left (in May) for [Kurna].", "in (mark) (in brackets); may (in brackets); for (mark)",
			"They left in May for [Kurna].", ""},
		{"brackets within brackets",
			"They left (in May (or June) at dawn) for [Kurna].", "in (mark) (in brackets); may (in brackets); or (mark) (in brackets); june (in brackets); at (mark) (in brackets); dawn (in brackets); for (mark)",
			"They left (in May at dawn) for [Kurna].", "in (mark) (in brackets); may (in brackets); at (in brackets); dawn (in brackets); for (mark)"},
		{"a dash between blanks",
			"They left – in May – for [Kurna].", "in (aside); for (aside)",
			"They left in-May for [Kurna].", "may (dash)"},
		{"a long dash",
			"They left—in May—for [Kurna].", "in (aside); for (aside)",
			"They left-in May for [Kurna].", "in (dash)"},
		{"a hyphen joins", "They left rebel-held [Kurna].", "held (dash)", "They left rebel held [Kurna].", ""},
		{"but no figures",
			"They left T-72 tanks in [Kurna].", "",
			"They left tank-like cars in [Kurna].", "like (dash)"},
	})
}

func TestArabicBases(t *testing.T) {
	geoparsetest.Pairs(t, bases, []geoparsetest.Pair{
		{"and", "ناموا وقصف الجيش [سنار].", "وقصف قصف", "ناموا ثم قصف الجيش [سنار].", ""},
		{"by", "نزلت قوات بمدينة [سنار].", "بمدينه مدينه", "نزلت قوات في مدينة [سنار].", ""},
		{"for the", "خرجت تعزيزات للجيش من [سنار].", "للجيش جيش", "خرجت تعزيزات مع الجيش من [سنار].", ""},
		{"so", "فقصف الجيش [سنار].", "فقصف قصف", "قصف الجيش [سنار].", ""},
		{"an accusative", "فرضوا حصارا على [سنار].", "حصارا حصار", "فرضوا طعاما على [سنار].", ""},
		{"a pronoun", "استمرت اشتباكاتهم في [سنار].", "اشتباكاتهم اشتباكات", "استمرت مهرجاناتهم في [سنار].", ""},
	})
}
