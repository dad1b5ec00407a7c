package geoparse

import "testing"

// TestWholeNames: the beginning or end of a longer name is not taken for a place of that name where
// the text shows how far the name extends.
func TestWholeNames(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"village of", "Rebels retook the village of Wadi Sabatash in the countryside of Homs.", "Wadi Sabatash=? in Homs Governorate; Homs=Homs Governorate"},
		{"village behind", "Residents of Bir al Ghaliya village in Daraa countryside fled.", "Bir al Ghaliya=? in Daraa Governorate; Daraa=Daraa Governorate"},
		{"apposition", "Ghafar Tahtani, a village in Aleppo province, lost power.", "Ghafar Tahtani=? in Aleppo Governorate; Aleppo=Aleppo Governorate"},
		{"apposition with an adjective", "Harat Qash, a small village in western Homs countryside, was bombed.", "Harat Qash=? in Homs Governorate; Homs=Homs Governorate"},
		{"first word well known", "He was born in the village of Santa Lucia Nueva in Peru.", "Santa Lucia Nueva=? in Peru; Peru=Peru/PE"},
		{"list of villages", "The villages of Tal Kasra, Zor al Hisa and Rasm Tuwaim were taken.", "Tal Kasra=?; Zor al Hisa=?; Rasm Tuwaim=?"},
		{"city and an adjective", "Shells hit the village of Marib Jadid.", "Marib Jadid=?"},
		{"ayn at the end of a word", "A mortar round landed in Ruweil' az Zeit in Tartus governorate.", "Tartus=Tartus Governorate"},
		{"unknown word behind a known name", "A drone struck Bayt Hasan Ruman in Aleppo governorate.", "Aleppo=Aleppo Governorate"},
		{"compound with a loose article", "Jets bombed Dahr an Nakhl overnight.", ""},
		{"end of a compound", "Jets bombed Sanad al Kattan in Hama governorate.", "Hama=Hama Governorate"},
		{"twin village", "Jets bombed Tal al Qutn Fawqani overnight.", "Tal al Qutn Fawqani=?"},
		{"city and its part", "Fighting went on in Homs al-Waer neighborhood.", "Homs=Homs; al-Waer=al-Waer"},
		{"no article", "Troops captured Saraqib as Russian jets bombed Idlib.", "Saraqib=Saraqib; Idlib=Idlib"},
		{"no article before a day", "The army shelled Saraqib at Tuesday's dawn.", "Saraqib=Saraqib"},
		{"person before a governorate", "He met Mahmoud Abbas in Idlib governorate.", "Idlib=Idlib Governorate"},
		{"by its sound, in the governorate said", "Clashes broke out in Kafer Nabouda village in Hama countryside.", "Kafer Nabouda=Kafr Nabudah; Hama=Hama Governorate"},
		{"village, not a quarter", "They left the village of Barzeh in Hama province.", "Barzeh=? in Hama Governorate; Hama=Hama Governorate"},
		{"Arabic", "اشتباكات في قرية زور الهدى بريف حماة.", "زور الهدى=? in Hama Governorate; حماة=Hama Governorate"},
		{"Arabic, three words", "نزح أهالي قرية حوايس أم طرفون في محافظة حماة.", "حوايس أم طرفون=? in Hama Governorate; محافظة حماة=Hama Governorate"},
		{"Arabic, head and word alone", "انسحب المقاتلون من قرية تل شنيطة أمس.", "تل شنيطة=?"},
		{"Arabic, known", "وصل الوفد إلى قرية تل السلطان صباح اليوم.", "تل السلطان=Tell Sultan"},
		{"Arabic adjective", "سيطر الثوار على بلدة سراقب الاستراتيجية في ريف إدلب.", "سراقب=Saraqib; إدلب=Idlib Governorate"},
		{"Arabic pair", "انفجار في بلدة حريتان وكفر حمرة بريف حلب.", "حريتان=Hraytan; كفر حمرة=Kafr Hamra; حلب=Aleppo Governorate"},
		{"Arabic, no prefix behind a noun", "دخلت دورية قرية بسويدان في محافظة الحسكة.", "بسويدان=? in Hasakah Governorate; محافظة الحسكة=Hasakah Governorate"},
		{"Arabic direction and a common word", "دخلت الشرطة قرية سوسيان شمال الباب.", "سوسيان=Susian; الباب=al-Bab"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
				t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
			}
		})
	}
}
