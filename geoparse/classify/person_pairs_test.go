package classify_test

import (
	"testing"
)

func TestWhoIsAPerson(t *testing.T) {
	testPairs(t, []pair{
		{"a given name before an article, though a capital is called so", "Riad", "Riad al-Turk slept.", "person", "Riad and Turks slept.", "place"},
		{"a family name", "Clinton", "Then Clinton slept.", "person", "Then Chicago slept.", "no name"},
		{"a given name little known", "Hudson", "Then Mary Hudson slept.", "person", "Then in Hudson they slept.", "place"},
		{"a given name and a well-known place", "Jackson",
			"Then Michael Jackson slept.", "person",
			"Then Jackson, Mississippi, slept.", "place"},
		{"a given name before a class word", "Lincoln",
			"They met Michael Lincoln.", "person",
			"They left Lincoln County.", "no name"},
		{"a country's name and a surname", "Chad",
			"They met Chad Wilson.", "person",
			"They left Chad University.", "organisation"},
		{"in a byline", "Kidal",
			"Reporting by Fadimata Kidal; editing by Jack Lincoln", "person",
			"The army was reporting by radio from Kidal.", "place"},
		{"the second in a byline", "Gao",
			"Photos by Ibrahim Toure and Moussa Gao", "person",
			"They drove by Timbuktu and Gao.", "place"},
		{"a month's day", "Paris", "On 4 May Paris slept.", "place", "Then Sam Paris slept.", "person"},
		{"Arabic, a title and a place in a table", "تدمر", "زار المبعوث تدمر.", "place", "زار المبعوث عباس.", "no name"},
		{"Arabic, over a pause", "حلب", "جاء محمود. حلب هادئة.", "place", "جاء محمود حلب.", "person"},
		{"Arabic, a prefix", "حلب", "جاء محمود بحلب.", "place", "جاء محمود حلب أمس.", "person"},
		{"Arabic, an unknown surname", "صلاح الدين",
			"رأوا صلاح الدين دميرطاش.", "person",
			"رأوا صلاح الدين. دميرطاش غاب.", "place"},
		{"Arabic, a known word behind", "صلاح الدين", "رأوا صلاح الدين دميرطاش.", "person", "رأوا صلاح الدين أمس.", "place"},
		{"known in full, of a class", "Hudson",
			"Michael Hudson spoke. They know Hudson.", "person",
			"Michael Hudson spoke. They know Hudson town.", "place"},
		{"known in full, and said to lie somewhere", "Hudson",
			"Michael Hudson spoke. They know Hudson.", "person",
			"Michael Hudson spoke. They know Hudson, Ohio.", "place"},
		{"Arabic, known in full, by", "عفرين",
			"زار القائد محمود عفرين البلدة. عفرين نائم.", "person",
			"زار القائد محمود عفرين البلدة. ناموا بعفرين.", "place"},
	})
}
