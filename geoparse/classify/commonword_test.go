package classify_test

import (
	"testing"
)

func TestWordsOfOneName(t *testing.T) {
	testPairs(t, []pair{
		{"a class word that fits", "Sake", "They left the town of Sake.", "place", "They left for the Sake of peace.", ""},
		{"a distance behind a comma", "Sake",
			"They left Sake, 25 km west of Goma.", "place",
			"They left Sake, 25 men and women.", ""},
		{"a settlement", "Crater", "They left Crater, a district of Aden.", "place", "They left Crater, a day of Aden.", ""},
		{"described by two words", "Crater",
			"They left Crater, an old harbour district of Aden.", "place",
			"They left Crater, an old and poor harbour district of Aden.", ""},
		{"the article tells it", "Crater",
			"They left Crater, a village near Aden.", "place",
			"They left Crater, one village near Aden.", ""},
		{"a well known word", "Nice", "They left Nice.", "place", "They left Best.", "no name"},
		{"at the head of a sentence only one better known", "Nice", "Nice slept.", "", "They slept in Nice.", "place"},
		{"behind in, where the text speaks of its country", "Hit",
			"Ramadi and Fallujah fell. They slept in Hit.", "place",
			"Ramadi and Fallujah fell. They slept at Hit.", ""},
		{"not before a noun", "Hit",
			"Ramadi and Fallujah fell. They slept in Hit.", "place",
			"Ramadi and Fallujah fell. They slept in Hit squads.", ""},
		{"and behind a name", "Hit", "Baghdad, Ramadi and Hit fell.", "place", "Baghdad and Ramadi fell and Hit fell.", ""},
		{"before a name in a list", "Hit",
			"They took Hit, Ramadi and Fallujah.", "place",
			"They took Hit men, Ramadi and Fallujah.", ""},
		{"behind a verb of taking", "Hit", "Ramadi and Fallujah fell. They captured Hit.", "place", "Ramadi and Fallujah fell. They liked Hit.", ""},
		{"at the end of a way", "Hit", "They ran from Ramadi to Hit, not to Fallujah.", "place", "They fled Ramadi to Hit, not to Fallujah.", ""},
		{"not in a headline", "Hit",
			"They took Ramadi, Hit and Fallujah.", "place",
			"Hit By Shells Again As Ramadi Sleeps\n\nRamadi and Fallujah slept.", ""},
	})
}

func TestArabicWords(t *testing.T) {
	testPairs(t, []pair{
		{"a class word beside it", "الباب", "قصفوا مدينة الباب.", "place", "قصفوا أمس الباب.", ""},
		{"a former name", "كانتون", "زار كانتون.", "", "وصل إلى كانتون.", "place"},
		{"of a battle, even so", "ستالينغراد", "قرأ عن معركة ستالينغراد.", "", "قرأ عن مدينة ستالينغراد.", "place"},
		{"little known abroad", "أغار", "أغار الطيران عليهم.", "", "سكن في أغار.", "place"},
		{"no article, no town", "باب", "وقف أمام باب.", "", "وقف أمام الباب ثم حلب ومنبج والباب.", "no name"},
		{"an adjective describes it", "الثورة", "قال عن الثورة السورية.", "", "سكنوا حلب والثورة.", "place"},
		{"behind a bearing", "الباب", "تقدموا جنوب الباب.", "place", "تقدموا من الباب.", ""},
		{"behind an adjective no bearing", "الباب", "تقدموا شرق الباب.", "place", "تقدموا شرقي. الباب مغلق.", ""},
		{"a verb of taking before", "الميادين", "دخلت القوات الميادين.", "place", "نامت القوات الميادين.", ""},
		{"on", "الميادين", "استولت القوات على الميادين.", "place", "استولت القوات في الميادين.", ""},
		{"four words between", "الميادين",
			"سيطرت قوات من المعارضة على الميادين.", "place",
			"سيطرت قوات كبيرة جدا من المعارضة المسلحة على الميادين.", ""},
		{"a prefix would govern it", "الميادين", "قصف الطيران الميادين.", "place", "قصف الطيران والميادين.", ""},
		{"no adjective behind", "الميادين", "قصف الطيران الميادين.", "place", "قصف الطيران الميادين الكبيرة.", ""},
		{"a pause parts the verb", "الميادين", "قصف الطيران الميادين.", "place", "قصف الطيران. الميادين مفتوحة.", ""},
		{"but what tells the time", "السخنة", "دخل الجيش السخنة العام الماضي.", "place", "دخل الجيش السخنة العامة.", ""},
		{"whoever takes it", "الميادين", "يهاجمون الميادين.", "place", "يرسمون الميادين.", ""},
		{"behind an adjective of a plural", "الميادين", "استهدفت غارات جوية الميادين.", "place", "استهدفت غارة جوية الميادين.", ""},
		{"a city reached", "جدة", "وصل الوفد إلى جدة.", "place", "قتلت جدة وحفيدها.", ""},
		{"where they met", "جدة", "تفاوض الطرفان في جدة السبت.", "place", "شفيت جدة الطفل السبت.", ""},
		{"no city abroad", "سيول", "وصل الوفد إلى جدة.", "no name", "غرق رجل في سيول.", ""},
		{"a town of a table behind what may be a prefix", "بيجي", "دخل الجيش إلى بيجي.", "place", "قال إنه بيجي غدا.", ""},
		{"a word only behind what may be a prefix", "بعقوبة", "شهدت بعقوبة إضرابا.", "place", "شهدت برباط إضرابا.", "no name"},
		{"another hamza, another word", "إب", "سكن إب أمس.", "place", "سكن أب أمس.", "no name"},
		{"no known place's own article", "ميادين", "قصف الطيران الميادين.", "no name", "قصف الطيران ميادين.", ""},
	})
}
