package resolve

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

// pair is a rule with a text to which it applies and a similar one to which it does not: the last
// name written so and its place in each (where).
type pair struct{ rule, name, text, want, near, wantNear string }

func testPairs(t *testing.T, pairs []pair) {
	t.Helper()
	for _, p := range pairs {
		read := func(t testing.TB, text string) string { return where(resolved(t, text), p.name) }
		geoparsetest.Pairs(t, read, []geoparsetest.Pair{{p.rule, p.text, p.want, p.near, p.wantNear}})
	}
}

func TestPairsOfNamesAlone(t *testing.T) {
	testPairs(t, []pair{
		{"a bare name is the town's, with its class word the division's", "Idlib", "Idlib province is quiet.", "Idlib Governorate/SY A", "Idlib is quiet.", "Idlib/SY P"},
		{"a plural is of divisions", "Hama", "The provinces of Hama and Homs are quiet.", "Hama Governorate/SY A", "The cities of Hama and Homs are quiet.", "Hama/SY P"},
		{"who rules it rules the division", "Idlib", "The Idlib governor is calm.", "Idlib Governorate/SY A", "The Idlib mayor is calm.", "Idlib/SY P"},
		{"the governor of it", "Daraa", "The governor of Daraa is calm.", "Daraa Governorate/SY A", "The mayor of Daraa is calm.", "Daraa/SY P"},
		{"Arabic, its governor", "درعا", "استقال محافظ درعا أمس.", "Daraa Governorate/SY A", "استقال طبيب درعا أمس.", "Daraa/SY P"},
		{"its governor", "Hama", "Hama's governor is calm.", "Hama Governorate/SY A", "Hama, governor, is calm.", "Hama/SY P"},
		{"what holds towns is the division", "Idlib", "Villages across Idlib are quiet.", "Idlib Governorate/SY A", "Men across from Idlib are quiet.", "Idlib/SY P"},
		{"a division that only its seat is known by", "Ryazan", "Ryazan region is quiet.", "Ryazan Oblast/RU A", "Ryazan is quiet.", "Ryazan/RU P"},
		{"the usual name before a dead one", "Athens", "He flew to Athens.", "Athens/GR P", "He drove to Athens, Georgia.", "Athens/US P"},
		{"a village is no quarter", "Jobar", "The district of Jobar burned.", "Jobar/SY P", "The village of Jobar burned.", "-"},
		{"a capital before a county abroad", "Santiago", "He flew to Santiago.", "Santiago/CL P", "He flew to Santiago, Dominican Republic.", "Santiago de los Caballeros/DO P"},
		{"a town of which the division is called, though it is ruled from elsewhere", "Sennar", "Sennar was shelled.", "Sennar/SD P", "Sennar state was shelled.", "Sennar/SD A"},
		{"the seat of a district, of a table", "Bethlehem", "He was born in Bethlehem.", "Bethlehem/PS P", "He was born in Bethlehem, Pennsylvania.", "Bethlehem/US P"},
		{"a town before the division called after it", "Lumbini", "Pilgrims left Kathmandu for Lumbini.", "Lumbini/NP P", "Lumbini province was flooded.", "Lumbini/NP A"},
		{"a division by its bare name", "Tolima", "Tolima was flooded.", "Tolima/CO A", "Lake Tolima was flooded.", "Tolima/CO A"},
		{"a town in the shadow of a city", "Manchester", "Manchester voted.", "Manchester/GB P", "Manchester, Nashua, Concord and Keene in New Hampshire voted.", "Manchester/US P"},
	})
}

func TestPairsOfNeighbours(t *testing.T) {
	testPairs(t, []pair{
		{"a list of one country", "Tripoli", "Beirut, Sidon and Tripoli are quiet.", "Tripoli/LB P", "Benghazi, Misrata and Tripoli are quiet.", "Tripoli/LY P"},
		{"one seat of its country for a seat", "Tripoli", "In Sidon and Tripoli shops closed.", "Tripoli/LB P", "In Sidon as in Tripoli shops closed.", "Tripoli/LY P"},
		{"in Arabic too", "طرابلس", "زاروا طرابلس وصيدا.", "Tripoli/LB P", "زاروا طرابلس ثم صيدا.", "Tripoli/LY P"},
		{"two towns around it and no others", "Tripoli", "In Tripoli, Sidon and Tyre shops closed.", "Tripoli/LB P", "In Tripoli, Sidon and Cairo shops closed.", "Tripoli/LY P"},
		{"great cities that are states too", "Washington", "Washington, New York and Boston were hit by snow.", "Washington, D.C./US P", "Washington, Oregon and Idaho were hit by snow.", "Washington/US A"},
		{"the city among cities", "New York", "Flights to Madrid, New York and Rome were late.", "New York City/US P", "Flights to New York were late.", "New York/US A"},
		{"and small ones beside them", "Boston", "Washington, New York and Boston were hit by snow.", "Boston/US P", "Boston, New York and London were hit by snow.", "Boston/US P"},
		{"in a text about one country its own great cities", "Boston", "Washington, New York and Boston were hit by snow. Philadelphia slept, as did Harrisburg.", "Boston/US P", "In Erie County, Boston and Buffalo were hit by snow.", "Boston/US P"},
		{"persons are no places of a country", "Milan", "Anna Smith, Brooklyn Smith and Mary Houston left Chicago for Milan.", "Milan/IT P", "They left Chicago for Milan, Illinois.", "Milan/US P"},
		{"a state rather than a town abroad", "Florida", "Ponce and San Juan were flooded. Crews from Florida came.", "Florida/US A", "Florida, Puerto Rico, was flooded.", "Florida/PR P"},
		{"not the capital by another town's second name", "Islamabad", "Shells hit Poonch and Rajouri, India said. Islamabad denied it.", "Islamabad/PK P", "Shells hit Islamabad.", "Islamabad/PK P"},
		{"what is named next to it", "Cambridge", "Trains from Ely, Huntingdon and Cambridge stopped.", "Cambridge/GB P", "Trains from Somerville, Boston and Cambridge stopped.", "Cambridge/US P"},
		{"a state that holds the rest", "Georgia", "Atlanta, Savannah and Macon are wet. Georgia is flooded.", "Georgia/US A", "Tbilisi, Batumi and Gori are wet. Georgia is flooded.", "Georgia/GE A"},
		{"one sense in a text", "Tripoli", "Tripoli, Lebanon, is wet. Tripoli sleeps.", "Tripoli/LB P", "Tripoli, Libya, is wet. Tripoli sleeps.", "Tripoli/LY P"},
		{"a country behind its town, whatever it is elsewhere", "Lebanon", "Lebanon, Ohio, voted. Lebanon, Ohio, slept. They met in Beirut, Lebanon.", "Lebanon/LB A", "Lebanon, Ohio, voted. Lebanon, Ohio, slept. They met in Lebanon.", "Lebanon/US P"},
		{"the only place of a name, far from all else", "Marcq-en-Baroeul", "Lille, Roubaix and Marcq-en-Baroeul voted.", "Marcq-en-Barœul/FR P", "Hama, Homs, Idlib, Raqqa and Marcq-en-Baroeul voted.", "-"},
		{"three others at least", "Marcq-en-Baroeul", "Hama and Marcq-en-Baroeul voted.", "Marcq-en-Barœul/FR P", "Hama, Homs, Idlib and Marcq-en-Baroeul voted.", "-"},
		{"a road's code in its country", "M4", "They closed the M4 near Saraqib.", "M4 highway/SY R", "They held an M4.", "-"},
	})
}

func TestPairsOfContainers(t *testing.T) {
	testPairs(t, []pair{
		{"a place in a table is near none abroad that is in none", "Saraqib", "Saraqib, near Berkane, burned.", "Saraqib/SY P", "Saraqib, near Qamishli, burned.", "in Qamishli"},
		{"in", "Tripoli", "He slept in Tripoli in Lebanon.", "Tripoli/LB P", "He slept in Tripoli. In Lebanon it rained.", "Tripoli/LY P"},
		{"a comma", "Tripoli", "He slept in Tripoli, Lebanon.", "Tripoli/LB P", "He slept in Tripoli; Lebanon slept too.", "Tripoli/LY P"},
		{"a possessive", "Tripoli", "He saw Lebanon's northern city of Tripoli.", "Tripoli/LB P", "He saw Lebanon's men in Tripoli.", "Tripoli/LY P"},
		{"an adjective and of", "Tripoli", "He saw the Lebanese port of Tripoli.", "Tripoli/LB P", "He saw the Lebanese men of Tripoli.", "Tripoli/LY P"},
		{"two, one after the other", "Paris", "He was born in Paris, Lamar County, Texas.", "Paris/US P", "He was born in Paris, he said.", "Paris/FR P"},
		{"none so called is there", "Morek", "The village of Morek in Latakia province burned.", "in Latakia Governorate", "The village of Morek near Latakia province burned.", "Morek/SY P"},
		{"and stays so", "Morek", "The village of Morek in Latakia province burned. Morek is small.", "in Latakia Governorate", "Hama burned. Morek is small.", "Morek/SY P"},
		{"but a city of the world is not missed", "Moscow", "He met Moscow in Latakia province.", "Moscow/RU P", "The village of Moscow in Latakia province burned.", "in Latakia Governorate"},
		{"a country's name behind which a state stands", "Egypt", "She lived in Egypt, Mississippi.", "in Mississippi", "She lived in Egypt, Mississippi and Alabama.", "Egypt/EG A"},
		{"whatever follows", "Lebanon", "He left Lebanon, Kansas, by car.", "in Kansas", "In Lebanon, Kansas farmers sell wheat.", "Lebanon/LB A"},
		{"a division of its own", "Syria", "She lived in Syria, Mississippi.", "in Mississippi", "She lived in Syria, Raqqa Governorate.", "Syria/SY A"},
		{"beside a town that does not lie there", "Talbiseh", "He met mayors from Homs and Talbiseh in Damascus.", "Talbiseh/SY P", "He met the mayor of Talbiseh in Damascus.", "in Damascus"},
		{"a building is there, not the town it is called after", "Kafr Zita", "The Kafr Zita hospital in Latakia province burned.", "in Latakia Governorate", "The Kafr Zita hospital burned.", "Kafr Zita/SY P"},
		{"and", "Tripoli", "He slept in Tripoli and in Lebanon.", "Tripoli/LY P", "He slept in Tripoli near Lebanon.", "Tripoli/LB P"},
		{"Arabic: in the countryside of", "كفرزيتا", "قصفوا كفرزيتا بريف حماة.", "Kafr Zita/SY P", "قصفوا قرية كفرزيتا بريف اللاذقية.", "in Latakia Governorate"},
		{"Arabic: in", "طرابلس", "وصلوا إلى طرابلس في لبنان.", "Tripoli/LB P", "وصلوا إلى طرابلس وليبيا.", "Tripoli/LY P"},
		{"Arabic: the adjective of its country", "الإسكندرية", "وصلوا إلى الإسكندرية المصرية.", "Alexandria/EG P", "وصلوا إلى الإسكندرية.", "Alexandria/EG P"},
	})
}

// TestPairsOfRelations: the words that relate a name to the next, each paired with some that do
// not.
func TestPairsOfRelations(t *testing.T) {
	for _, p := range []struct {
		text string
		want relation
		near string
	}{
		{"Morek in the province of Hama fell.", lyingIn, "Morek in May at Hama fell."},
		{"Morek, in northern Hama, fell.", lyingIn, "Morek, in want, in Hama, fell."},
		{"Morek, a small village in Hama, fell.", lyingIn, "Morek, a small song in Hama, fell."},
		{"Morek, a suburb of Hama, fell.", lyingIn, "Morek, a friend of Hama, fell."},
		{"Morek square in Hama fell.", lyingIn, "Morek people in Hama fell."},
		{"Morek next to Hama fell.", lyingBy, "Morek on to Hama fell."},
		{"Morek west of Hama fell.", lyingBy, "Morek ahead of Hama fell."},
		{"Morek near the town of Hama fell.", lyingBy, "Morek and the town of Hama fell."},
		{"Morek, southeast of the city of Hama, fell.", lyingBy, "Morek, ashamed of the city of Hama, fell."},
		{"Morek, Hama.", followed, "Morek (Hama)."},
		{"مورك قرب مدينة حماة سقطت.", lyingBy, "مورك ضد مدينة حماة سقطت."},
		{"مورك وهي قرية في ريف حماة سقطت.", lyingIn, "مورك وهي تنتظر في ريف حماة سقطت."},
		{"مورك بمحافظة حماة سقطت.", lyingIn, "مورك ومحافظة حماة سقطتا."},
	} {
		of := func(text string) relation {
			if r := resolved(t, text); len(r.containers) > 0 {
				return r.containers[0].relation
			}
			t.Errorf("%s: no names", text)
			return unrelated
		}
		if got := of(p.text); got != p.want {
			t.Errorf("%s: relation %d, want %d", p.text, got, p.want)
		}
		if got := of(p.near); got != unrelated {
			t.Errorf("%s: relation %d, want none", p.near, got)
		}
	}
}

// apartTest is a text in which a place is doubted, and one in which it is not.
type apartTest struct {
	rule, name string
	apart      apartness
	text, near string
}

func testApart(t *testing.T, tests []apartTest) {
	t.Helper()
	for _, tt := range tests {
		for text, want := range map[string]apartness{tt.text: tt.apart, tt.near: notApart} {
			r := resolved(t, text)
			i := nameOf(r, tt.name)
			if i < 0 || r.Taken(i) == nil {
				t.Errorf("%s: %s: %s is no place", tt.rule, text, tt.name)
			} else if got := r.choices[i].apart; got != want {
				t.Errorf("%s: %s: %q, want %q", tt.rule, text, got.reason(), want.reason())
			}
		}
	}
}

// TestPairsOfPlacesApart: a place far from those named with it, paired with texts where it is not.
func TestPairsOfPlacesApart(t *testing.T) {
	testApart(t, []apartTest{
		{"from a list", "Novopavlivka", apartFromList, "Shells hit Pokrovsk, Myrnohrad and Novopavlivka.", "Shells hit Pokrovsk, Lviv and Novopavlivka."},
		{"of three at least", "Novopavlivka", apartFromList, "Shells hit Pokrovsk, Myrnohrad and Novopavlivka.", "Shells hit Pokrovsk and Novopavlivka."},
		{"from the region that the sentence opens with", "Khotin", apartFromRegion, "In Sumy region, people left Khotin.", "In Kyiv, people left Khotin."},
		{"in that sentence", "Khotin", apartFromRegion, "In Sumy region, people left Khotin.", "In Sumy region, people left. They slept in Khotin."},
		{"which opens with it", "Khotin", apartFromRegion, "In Sumy region, people left Khotin.", "They saw that in Sumy region, people left Khotin."},
		{"from the division of its list, a table or not", "Tell Ahmar", apartFromList, "Rebels seized Tell Ahmar, Mushayrifah and Abu Dali in Hama province.",
			"Rebels seized Tell Ahmar, Mushayrifah and Abu Dali in Aleppo province."},
		{"from the region of its list", "Tell Ahmar", apartFromList, "The army left Tell Ahmar and Eib in the Lajat.", "The army left Tell Ahmar and Eib."},
		{"from the other villages of its list", "Tell Ahmar", apartFromVillages, "The army left Tell Ahmar, Eib and Jaddal.", "The army left Tell Ahmar, Eib and Morek."},
		{"which are its only neighbours", "Tell Ahmar", apartFromVillages, "The army left Eib, Jaddal and Tell Ahmar.", "The army left Eib and Jaddal. Tell Ahmar fell."},
		{"from the town that its list is near", "Tell Ahmar", apartFromList, "The army left Tell Ahmar and Karnaz near Hama.", "The army left Tell Ahmar, then Karnaz near Hama."},
		{"but not from a division that is in the list", "Tell Ahmar", apartFromList, "Rebels seized Tell Ahmar, Salamiyah and Morek in Hama province.",
			"Rebels seized Tell Ahmar, Salamiyah, Hama province and Morek."},
		{"from the division of the governor who visits it", "Tell Ahmar", apartFromList, "The Daraa governor saw the village of Tell Ahmar.",
			"The Aleppo governor saw the village of Tell Ahmar."},
		{"not where a table has it", "Tal Tamr", notApart, "People left Tal Tamr, Morek and Kafr Zita.", "People left Tal Tamr."},
	})
}

// TestPairsOfBelief: a name that is believed to be a place, paired with one that is not.
func TestPairsOfBelief(t *testing.T) {
	for _, p := range []struct{ rule, name, credible, not string }{
		{"a class word that fits", "Morek", "In Paris he thought of the village of Morek.", "In Paris, Lyon and Nice he thought of Morek."},
		{"a second name, where another place of its country is named", "Gottschee", "He left Ljubljana for Gottschee.", "He left Paris for Gottschee."},
		{"its country", "Morek", "In Hama and Homs he thought of Morek.", "In Paris, Lyon and Nice he thought of Morek."},
		{"by its sound, of a name that is whole", "Khan Shaikhoun", "Men left Saraqib for Khan Shaikhoun.", "In Paris, Lyon and Nice he thought of Khan Shaikhoun."},
		{"by its sound, near others", "Ltaminna", "Morek, Kafr Zita and Ltaminna burned.", "In Paris, Lyon and Nice he thought of Ltaminna."},
		{"Arabic: behind a preposition", "سلمى", "قصفوا اللاذقية والحفة وربيعة ثم وصلوا إلى سلمى وكنسبا.", "قصفوا باريس وليون ثم وصلت سلمى."},
	} {
		credible := func(text string) bool {
			r := resolved(t, text)
			i := nameOf(r, p.name)
			return i >= 0 && r.Taken(i) != nil && r.IsCredible(i)
		}
		if !credible(p.credible) {
			t.Errorf("%s: %s: not believed", p.rule, p.credible)
		}
		if credible(p.not) {
			t.Errorf("%s: %s: believed", p.rule, p.not)
		}
	}
}
