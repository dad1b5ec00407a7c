package geoparse

import "testing"

func TestArabicNounsAreNoPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"تغير المشهد السياسي بعد الحرب.", ""},
		{"مشاهدة هذا المشهد مؤلمة.", ""},
		{"حاولوا نيل رضا الناس.", ""},
		{"بدأت الثورة الفرنسية عام 1789.", ""},
		{"استقبلت أوروبا المهاجرين بعد الأزمة.", "أوروبا=Europe"},
		{"سمعنا الخبر الجميل.", ""},
		{"لون السماء الرمادي الفاتح.", ""},
		{"وافته المنية.", ""},
		{"سيطروا على مدينة الثورة قرب الرقة.", "الثورة=Tabqa; الرقة=Raqqa"},
		{"اشتباكات في حي المهاجرين بدمشق.", "حي المهاجرين=al-Muhajireen; دمشق=Damascus"},
		{"وصلوا من حلب إلى الباب ثم منبج.", "حلب=Aleppo; الباب=al-Bab; منبج=Manbij"},
		{"حلب وحماة وحمص.", "حلب=Aleppo; حماة=Hama; حمص=Homs"},
	})
}

func TestArabicCommonWordsAsPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"استعادت قوات النظام الميادين.", "الميادين=Mayadin"},
		{"سيطر المقاتلون على الباب أمس.", "الباب=al-Bab"},
		{"قصف الطيران الميادين ليلا.", "الميادين=Mayadin"},
		{"دخل الرجل من الباب.", ""},
		{"نزل الناس إلى الميادين.", ""},
		{"قصفوا بيوت الحي.", ""},
	})
}

func TestFormerNames(t *testing.T) {
	testFound(t, []foundIn{
		{"قال كانتون ذلك.", ""},
		{"قرأ عن معركة ستالينغراد.", ""},
		{"زار موسكو وستالينغراد.", "موسكو=Moscow/RU; ستالينغراد=Volgograd/RU"},
		{"دعا حلف شمال الأطلسي إلى التهدئة.", ""},
	})
}

func TestCommonWordsAmongPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"Soldiers searched houses in Nablus, Jenin and Tubas.", "Nablus=Nablus/PS; Jenin=Jenin/PS; Tubas=Tubas/PS"},
		{"In Diyala shops closed; in Anbar a mine killed two in Hit.", "Diyala=Diyala Governorate/IQ; Anbar=Anbar Governorate/IQ; Hit=Heet/IQ"},
		{"In Tigray they took Shire, Alamata and Korem.", "Tigray=Tigray/ET; Shire=Shire/ET; Alamata=Alamata/ET; Korem=Korem/ET"},
		{"In Jenin they said: Tubas are loud.", "Jenin=Jenin/PS"},
	})
}

func TestArabicRoads(t *testing.T) {
	testFound(t, []foundIn{
		{"أغلق المحتجون طريق حمص القديم.", "حمص=Homs"},
		{"اشتباكات على طريق حلب.", "حلب=Aleppo"},
		{"اشتباكات في حي طريق حلب بحماة.", "حي طريق حلب=Tariq Halab district; حماة=Hama"},
	})
}

func TestCommonWordsCalledPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"She lives in Best, Netherlands.", "Best=Best/NL; Netherlands=Netherlands/NL"},
		{"He left Normal, Illinois.", "Normal=Normal/US; Illinois=Illinois/US"},
		{"A bomb went off in Crater, a district of Aden.", "Crater=Crater/YE; Aden=Aden/YE"},
		{"Best, he said, is to wait.", ""},
	})
}
