package geoparse

import "testing"

// foundIn is a text with its mentions as written by found.
type foundIn struct{ text, want string }

// testFound parses each text and compares what was found.
func testFound(t *testing.T, tests []foundIn) {
	t.Helper()
	for _, tt := range tests {
		if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
			t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
		}
	}
}

func TestDefiniteSubjectGovernsNoName(t *testing.T) {
	testFound(t, []foundIn{
		{"هاجم الفيلق منبج ليلا.", "منبج=Manbij"},
		{"غادرت اللجنة حمص.", "حمص=Homs"},
		{"حاصرت الميليشيات داريا.", "داريا=Darayya"},
		{"والحزب عفرين خسر.", "عفرين=Afrin"},
		{"دخلت البعثة الحسكة.", "الحسكة=Hasakah"},
		{"لم يبلغ الوزير القامشلي.", "القامشلي=Qamishli"},
		{"زار السفير معرة النعمان.", "معرة النعمان=Maarrat al-Nu'man"},
		{"استهدفت الكتيبة خان شيخون.", "خان شيخون=Khan Shaykhun"},
		{"ترك المجلس إدلب.", "إدلب=Idlib"},
		{"طوقت الفرقة تلبيسة.", "تلبيسة=Talbiseh"},
		{"سلم اللواء كفرنبل.", "كفرنبل=Kafr Nabl"},
		{"اعتقل جيش حلب ثلاثة.", ""},
		{"بيان لواء حلب صدر.", ""},
	})
}

func TestPrefixCutsNamesApart(t *testing.T) {
	testFound(t, []foundIn{
		{"قتال قرب خان يونس وطرطوس.", "خان يونس=Khan Younis/PS; طرطوس=Tartus"},
		{"من معرة النعمان فسراقب.", "معرة النعمان=Maarrat al-Nu'man; سراقب=Saraqib"},
		{"وصل علي وحمص بعيدة.", "حمص=Homs"},
		{"التقى أحمد بدمشق صديقه.", "دمشق=Damascus"},
		{"نقلوا من أبو كمال لتدمر.", "أبو كمال=Abu Kamal; تدمر=Palmyra"},
		{"قال خالد حلب إنه باق.", ""},
	})
}

func TestArabicOrganisations(t *testing.T) {
	testFound(t, []foundIn{
		{"خسرت وقوات سورية الديمقراطية تنسحب.", ""},
		{"انضم للواء درعا أمس.", ""},
		{"أعلن حزب نهضة تونس ذلك.", ""},
		{"بيان لجيش تحرير كوسوفو.", ""},
		{"قالت جبهة إنقاذ سوريا ذلك.", ""},
		{"قاتلت كتيبة شهداء حمص.", ""},
		{"بايع القاعدة في جزيرة العرب.", ""},
		{"نشرت نيويورك تايمز تقريرا.", ""},
		{"اشتدت على جبهة كفرنبل.", "كفرنبل=Kafr Nabl"},
		{"دخلت قوات روسية حلب.", "حلب=Aleppo"},
	})
}
