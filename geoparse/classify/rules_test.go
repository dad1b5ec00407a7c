package classify_test

import "testing"

// Each row of a table has a text to which a rule applies, and a similar one to which it does not.

func TestTitles(t *testing.T) {
	testRoles(t, []roleTest{
		{"They met Captain Kellogg there.", "Kellogg person"},
		{"They met Capt. Kellogg there.", "Kellogg person"},
		{"He flew on 9 January Hudson time.", "Hudson place"},
		{"They talked to John W. Chaffin in Homs.", "Homs place"},
		{"President Lincoln left Homs.", "Lincoln person; Homs place"},
	})
}

func TestBynames(t *testing.T) {
	testRoles(t, []roleTest{
		{"Later Hudson bin Awam left Homs.", "Hudson person; Homs place"},
		{"Later Homs al-Shishani spoke.", "Homs person"},
		{"They left Salah al-Din for Homs.", "Salah al-Din place; Homs place"},
	})
}

func TestBareSurnames(t *testing.T) {
	testRoles(t, []roleTest{
		{"Later Clinton agreed.", "Clinton person"},
		{"They slept in Hudson.", "Hudson place"},
		{"Clinton, Iowa, is small.", "Clinton place; Iowa place"},
		{"Clinton, who lost, spoke.", "Clinton person"},
		{"Lincoln and Houston are cities.", "Lincoln place; Houston place"},
	})
}

func TestArabicPersons(t *testing.T) {
	testRoles(t, []roleTest{
		{"قال الرئيس حماة.", "حماة place"},
		{"قال رئيس بلدية حماة.", "حماة place"},
		{"وصل محمود حلب إلى المدينة.", "حلب person"},
		{"وصل إلى معرة النعمان حلب.", "معرة النعمان place; حلب place"},
	})
}

func TestOrganisationWords(t *testing.T) {
	testRoles(t, []roleTest{
		{"The news agency Damascus said so.", "Damascus organisation"},
		{"The Ministry of Damascus said so.", "Damascus organisation"},
		{"The ministry of Damascus said so.", "Damascus place"},
		{"The Aleppo Free Police Brigade left.", "Aleppo organisation; Police nothing"},
		{"The Aleppo brigade left.", "Aleppo place"},
		{"The Aleppo, University said.", "Aleppo place; University nothing"},
	})
}

func TestThings(t *testing.T) {
	testRoles(t, []roleTest{
		{"They signed the Dayton peace accords.", "Dayton nothing"},
		{"They signed the Minsk II agreement.", "Minsk nothing"},
		{"The Doha deal with the rebels failed.", "Doha nothing"},
		{"Doha will deal with the rebels.", "Doha place"},
		{"The destroyer Aleppo left Tartus.", "Aleppo nothing; Tartus place"},
		{"They left Aleppo street by street.", "Aleppo place"},
		{"Storm Homs passed over Hama.", "Homs nothing; Hama place"},
		{"A storm passed over Homs.", "Homs place"},
		{"The Prince of Homs came to Hama.", "Prince nothing; Homs nothing; Hama place"},
	})
}

func TestDemonymsBesideHyphens(t *testing.T) {
	testRoles(t, []roleTest{
		{"Iran-backed militias entered Deir ez-Zor.", "Iran demonym; Deir ez-Zor place"},
		{"Anti-Iran groups left Homs.", "Iran demonym; Homs place"},
		{"A Homs-Hama road was cut.", "Homs place; Hama place"},
		{"Russian jets struck Saraqib.", "Russian demonym; Saraqib place"},
		{"They left Russia.", "Russia place"},
	})
}

func TestGovernmentsOrPlaces(t *testing.T) {
	testRoles(t, []roleTest{
		{"Damascus accused Ankara of lying.", "Damascus metonym; Ankara metonym"},
		{"Clashes reached Damascus.", "Damascus place"},
		{"Talks between Ankara and Damascus failed.", "Ankara metonym; Damascus metonym"},
		{"Tehran's envoy came.", "Tehran metonym"},
		{"Tehran's streets were empty.", "Tehran place"},
		{"Rain fell on Moscow.", "Rain nothing; Moscow place"},
		{"رفضت أنقرة الاقتراح.", "أنقرة metonym"},
		{"سافر إلى أنقرة أمس.", "أنقرة place"},
	})
}

func TestEverydayWords(t *testing.T) {
	testRoles(t, []roleTest{
		{"They left in March.", "March nothing"},
		{"Police arrested two men.", "Police nothing"},
		{"They reached the town of Police.", "Police place"},
	})
}
