package classify_test

import (
	"testing"
)

func TestEverydayNames(t *testing.T) {
	testPairs(t, []pair{
		{"between and before a name", "Hit",
			"Men of Baghdad, Hit and Ramadi left for Fallujah.", "place",
			"Men of Baghdad; Hit by shells, Ramadi burned.", ""},
		{"and before it, behind a name", "Hit",
			"Ramadi, Fallujah and Hit burned.", "place",
			"Ramadi, Fallujah burned and Hit men left.", ""},
		{"a list behind it", "Hit",
			"They took Hit, Ramadi and Fallujah.", "place",
			"They took Hit men to Ramadi and Fallujah.", ""},
		{"at the head of a sentence, though in a list", "Best",
			"They left Eindhoven, Best and Tilburg.", "place",
			"Best and brightest left.", ""},
		{"so many kilometres off, in words", "Sake",
			"They seized Sake, twenty kilometres from Goma.", "place",
			"They seized, for the sake of twenty men, Goma.", "no name"},
		{"of a table, behind a preposition of place", "Harem", "They slept near Harem.", "place", "They saw the Harem.", ""},
		{"and before no noun", "Muse", "They walked from Muse to Lashio.", "place", "They walked from Muse records.", ""},
		{"nor with the word in small letters", "Harem", "They slept in Harem.", "place", "It was a harem. They slept in Harem.", ""},
		{"behind a class word in a list", "Tubas", "They raided Jenin camp, Tubas and Nablus.", "place", "They raided Jenin camp. Tubas and brass sounded.", ""},
		{"in, in a headline", "Hit",
			"Ramadi and Fallujah fell. They slept in Hit.", "place",
			"Battle In Hit For Ramadi And Fallujah\n\nRamadi and Fallujah fell.", ""},
	})
}

func TestArabicEverydayNames(t *testing.T) {
	testPairs(t, []pair{
		{"a noun that a village is called too", "إسقاط", "قصفوا إسقاط وحارم.", "place", "طالبوا بإسقاط الحكومة.", ""},
		{"an adjective in the accusative", "جويا", "قصفوا أمس جويا.", "place", "شنوا هجوما جويا.", ""},
		{"a continent", "قارة", "قصفوا قارة ويبرود.", "place", "سكنوا قارة آسيا.", ""},
		{"a road to an unknown end", "النبطية", "قطعوا طريق النبطية الزلقطوني.", "place", "قطعوا طريق النبطية الرئيسي.", ""},
		{"an adjective that is definite", "الثورة", "سكنوا حي الثورة.", "place", "نجحت الثورة المجيدة.", ""},
		{"the road's adjective", "الرمادي",
			"قطعوا طريق بغداد - الرمادي الدولي.", "place",
			"لبس الرجل الثوب الرمادي الجديد.", ""},
		{"a dash without blanks", "الرمادي", "قطعوا طريق بغداد-الرمادي الدولي.", "place", "لبس الرجل الرمادي الطويل.", ""},
		{"taken by a noun of taking", "الميادين", "بدأت السيطرة على الميادين.", "place", "بدأت النزهة على الميادين.", ""},
		{"besieged", "الميادين", "حاصرت القوات الميادين.", "place", "زينت القوات الميادين.", ""},
		{"a preposition", "الباب", "وصلوا من حلب ومنبج إلى الباب.", "place", "طرقوا الباب في حلب ومنبج.", ""},
		{"a hashtag", "الباب", "قصف عنيف في حلب ومنبج #الباب", "place", "طرقوا الباب في حلب ومنبج", ""},
		{"a small town abroad", "أغار", "سافر إلى أغار.", "place", "أغار عليهم.", ""},
		{"the adjective of the feminine noun before it", "الحلبية", "سكنوا الحلبية.", "place", "أكلوا الكبة الحلبية.", ""},
		{"of a plural", "الحلبية", "ناموا في الحلبية.", "place", "أكلوا المأكولات الحلبية.", ""},
		{"of a loanword", "الحلبية", "وصلوا إلى الحلبية.", "place", "أكلوا الشاورما الحلبية.", ""},
		{"taken, behind a feminine noun", "السلمية", "قصفت الطائرة السلمية.", "place", "أحبوا الطريقة السلمية.", ""},
		{"located in its division", "الكرامة",
			"عاشوا في الكرامة بريف الرقة الشرقي.", "place",
			"عاشوا في الكرامة بريف إدلب الشرقي.", ""},
		{"by a direction and a class word", "الكرامة",
			"عاشوا في الكرامة شرق محافظة الرقة.", "place",
			"عاشوا في الكرامة ومعهم محافظة الرقة.", ""},
		{"his", "قصره", "سكنوا بلدة قصره.", "place", "سكن في قصره.", ""},
		{"no town", "الثورة", "ذكروا الرقة والثورة.", "place", "ذكروا الثورة.", ""},
	})
}
