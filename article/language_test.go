package article

import "testing"

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"English", "The army said on Thursday that it had entered the town.", "en"},
		{"English, short", "43 km north of Aleppo", "en"},
		{"Arabic", "قالت مصادر محلية إن الجيش دخل البلدة يوم الخميس", "ar"},
		{"Arabic name", "حلب", "ar"},
		{"Arabic with an English name", "قال موقع South Front إن الجيش دخل البلدة", "ar"},
		{"English with an Arabic name", "The town (خان شيخون) is on the road to the north", "en"},
		{"French", "L'armée est entrée dans la ville après une semaine de combats", "fr"},
		{"German", "Die Armee ist nach einer Woche in die Stadt eingerückt", "de"},
		{"Spanish", "El ejército entró en la ciudad según las fuentes", "es"},
		{"Turkish", "Ordu bir hafta sonra şehre girdi ve operasyon için hazırlandı", "tr"},
		{"Kurdish, Latin", "Hêzên me li bajarê Reqayê ne û ji wir nayên", "ku"},
		{"Kurdish, Arabic", "هێزەکان لە شاری ڕەققە و بە ئەم شێوەیە", "ku"},
		{"Persian", "ارتش وارد شهر شد و نیروها را در این منطقه مستقر کرد", "fa"},
		{"Urdu", "فوج شہر میں داخل ہوئی اور اس کے بعد", "ur"},
		{"Russian", "Армия вошла в город после недели боёв", "ru"},
		{"Ukrainian", "Армія увійшла до міста після тижня боїв", "uk"},
		{"Hebrew", "הצבא נכנס לעיר", "he"},
		{"Greek", "Ο στρατός μπήκε στην πόλη", "el"},
		{"Japanese", "軍は木曜日に町に入った", "ja"},
		{"Chinese", "军队星期四进入该镇", "zh"},
		{"names", "Idlib Hama Homs", "und"},
		{"names with an article", "People leave Maarat al-Numan, Deir el-Zor and Al-Bab", "en"},
		{"numbers", "12 34", "und"},
		{"nothing", "", "und"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Language(tt.text); got != tt.want {
				t.Errorf("Language = %q, want %q", got, tt.want)
			}
		})
	}
}
