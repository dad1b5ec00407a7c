package classify_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

// pair is a rule with a text to which it applies and a similar one to which it does not: the last
// name written so and its role in each.
type pair struct{ rule, name, text, role, near, nearRole string }

func roleIn(t testing.TB, text, name string) string {
	t.Helper()
	f := geoparsetest.Classified(t, text)
	for i := len(f.Names) - 1; i >= 0; i-- {
		if s := &f.Names[i]; f.Source[s.Start:s.End] == name {
			return string(s.Role)
		}
	}
	return "no name"
}

func testPairs(t *testing.T, pairs []pair) {
	t.Helper()
	for _, p := range pairs {
		read := func(t testing.TB, text string) string { return roleIn(t, text, p.name) }
		geoparsetest.Pairs(t, read, []geoparsetest.Pair{{p.rule, p.text, p.role, p.near, p.nearRole}})
	}
}

func TestPairsOfEverydayArabic(t *testing.T) {
	testPairs(t, []pair{
		{"behind what lies around it", "السخنة", "وقعت اشتباكات في محيط السخنة.", "place", "وقعت اشتباكات في الأيام السخنة.", ""},
		{"behind near, where the text speaks of the country", "السخنة", "قتل جنود سوريون قرب السخنة.", "place", "قتل جنود كنديون قرب السخنة.", ""},
		{"behind near and of", "السخنة", "قتل جنود سوريون بالقرب من السخنة.", "place", "شرب جنود سوريون كثيرا من السخنة.", ""},
		{"an army speaks of the country too", "الباب", "تقدم الجيش السوري باتجاه الباب.", "place", "تقدم الجيش الكندي باتجاه الباب.", ""},
		{"the ends of a road with a dash", "الراعي", "انفجر لغم على طريق الباب - الراعي.", "place", "انفجر لغم قرب الباب - الراعي.", ""},
		{"the ends of a road between", "الطيبة", "قطعوا الطريق بين السخنة والطيبة.", "place", "وقفوا بين السخنة والطيبة.", ""},
		{"in it, of the country the text speaks of", "حجة", "سيطر الجيش اليمني على مواقع في حجة.", "place", "سيطر الجيش المصري على مواقع في حجة.", ""},
		{"a desert called after it", "السخنة", "هجوم في بادية السخنة.", "place", "هجوم في المياه السخنة.", ""},
		{"the ends of a road", "الراعي", "انفجر لغم على طريق الباب الراعي.", "place", "انفجر لغم قرب الباب الراعي.", ""},
		{"both in a table", "الباب", "انفجر لغم على طريق الباب الراعي.", "place", "انفجر لغم على طريق الباب الرئيسي.", ""},
	})
}

func TestPairsOfEverydayWords(t *testing.T) {
	testPairs(t, []pair{
		{"a class word beside it", "Best", "They left the village of Best.", "place", "They left Best behind.", ""},
		{"what it lies in behind a comma", "Best", "They left Best, Netherlands.", "place", "They left Best, Syria.", ""},
		{"how far it lies behind a comma", "Hit", "It was Hit, 20 km west of Ramadi.", "place", "It was Hit, 20 men said.", ""},
		{"a settlement behind a comma", "Hit", "They left Hit, a town in the west.", "place", "They left Hit, a song in the west.", ""},
		{"a described settlement", "Hit", "They left Hit, a small river town in the west.", "place", "They left Hit, a small river flat in the west.", ""},
		{"in, of the country that the text speaks of", "Hit", "From Ramadi and Fallujah they went to sleep in Hit.", "place", "From Hama they went to sleep in Hit.", ""},
		{"beside a name in a list", "Hit", "They took Ramadi, Hit and Haditha.", "place", "Hit by shells, they took Ramadi.", ""},
		{"an everyday word at the head of a sentence", "Police", "They reached Police, Poland.", "place", "Police arrested them in Poland.", ""},
		{"a day", "Monday", "They left on Monday.", "no name", "They left the town of Monday.", "no name"},
		{"a month", "March", "They left in March.", "", "They left March, Cambridgeshire.", ""},
		{"Arabic: its own article", "الباب", "وصلوا من حلب إلى الباب ثم منبج.", "place", "وصلوا من حلب ووقفوا أمام الباب.", ""},
		{"Arabic: a noun of everyday language", "باب", "فتحوا باب البيت.", "", "فتحوا باب المدينة.", ""},
		{"Arabic: behind a bearing", "الباب", "قصف الطيران شمال الباب.", "place", "طرق الرجل الباب.", ""},
		{"Arabic: what forces take", "الميادين", "سيطرت القوات على الميادين.", "place", "عمل في كل الميادين.", ""},
		{"Arabic: but not an adjective's noun", "الميادين", "سيطرت القوات على الميادين.", "place", "سيطرت القوات على الميادين العامة.", ""},
		{"Arabic: beside a place near it", "الميادين", "رسموا الميادين والعشارة.", "place", "رسموا الميادين وهربوا.", ""},
		{"Arabic: a former name of a foreign city", "ستالينغراد", "وقعت معركة ستالينغراد.", "", "ولد في ستالينغراد.", "place"},
	})
}

func TestPairsOfPersons(t *testing.T) {
	testPairs(t, []pair{
		{"a title with a capital", "Kellogg", "They met Captain Kellogg.", "person", "They met in Kellogg.", "place"},
		{"a title in small letters", "Kellogg", "They met captain Kellogg.", "person", "They met near Kellogg.", "place"},
		{"an abbreviated title", "Ashland", "They met Capt. Ashland.", "person", "They met capt. Ashland is small.", "place"},
		{"a title before a country in a headline", "Turkey", "President Turkey Said No To Us All\n\nIt rained.", "metonym", "They met President Turkey.", "person"},
		{"a title before a well-known place", "Damascus", "They met general Damascus guests.", "place", "They met General Damascus.", "person"},
		{"an initial", "Lincoln", "They met John W. Lincoln.", "person", "They met side W. Lincoln is small.", "place"},
		{"a country behind an unknown word", "Syria", "They met Omar Syria.", "person", "They met Mistura Syria talks.", "place"},
		{"a capital behind an unknown word", "Beirut", "They met Omar Beirut.", "person", "They met Plowsharers Beirut guests.", "place"},
		{"an everyday word in what holds it", "Hit", "A bomb went off near Hit in Anbar.", "place", "A bomb went off near Hit in Homs.", ""},
		{"a capital that backs", "Tehran", "Tehran-backed men left.", "metonym", "Tehran-based men left.", "place"},
		{"a given name before", "Houston", "They met Sam Houston.", "person", "They met sam Houston.", "place"},
		{"a given name that is a place", "Henderson", "They met Jordan Henderson.", "person", "They met in Jordan, in Henderson.", "place"},
		{"a month is no given name", "Paris", "On 9 April Paris slept.", "place", "They met April Paris.", "person"},
		{"a capitalised word nothing explains", "Houston", "They met Zalqa Houston.", "person", "They met zalqa Houston.", "place"},
		{"a surname behind", "Paris", "They met Paris Hilton.", "person", "They met Paris hoteliers.", "place"},
		{"a nisba behind", "Homs", "They met Homs al-Shishani.", "person", "They met Homs al-Waer.", "place"},
		{"a father's name behind", "Homs", "They met Homs bin Awam.", "person", "They met Homs in May.", "place"},
		{"a bare family name", "Clinton", "Clinton agreed.", "person", "They live in Clinton.", "place"},
		{"a family name before its state", "Clinton", "Clinton, Iowa, agreed.", "place", "Clinton, Syria, agreed.", "person"},
		{"who speaks", "Ashland", "Ashland resigned.", "person", "Ashland burned.", "place"},
		{"who is spoken for", "Kellogg", "A spokesman for Kellogg left.", "person", "A road for Kellogg left.", "place"},
		{"by whom it is said", "Kellogg", "It was rejected by Kellogg.", "person", "It was built by Kellogg.", "place"},
		{"aides to", "Kellogg", "Aides to Kellogg left.", "person", "Roads to Kellogg left.", "place"},
		{"an apposition of people", "Kellogg", "They met Kellogg, a nurse.", "person", "They met at Kellogg, a nurse said.", "place"},
		{"but not of a place located elsewhere", "Ashland", "A fire in Ashland is out. Ashland said so.", "place", "A fire is out. Ashland said so.", "person"},
		{"nor of one with residents", "Ashland", "An Ashland resident died. Ashland said so.", "place", "An Ashland aide died. Ashland said so.", "person"},
		{"known from before", "Hudson", "Michael Hudson spoke. Hudson left.", "person", "Michael spoke. They left for Hudson.", "place"},
		{"known, but in", "Hudson", "Michael Hudson spoke. They live in Hudson.", "place", "Michael Hudson spoke. They live for Hudson.", "person"},
		{"a list of family names", "Lincoln", "Hill, Banks, Lincoln and Houston voted no.", "person", "They saw Lincoln and Houston.", "place"},
		{"a list behind a preposition of place", "Lincoln", "In Hill, Banks, Lincoln and Houston it rained.", "place", "Hill, Banks, Lincoln and Houston left.", "person"},
		{"of three at least", "Lincoln", "Hill and Lincoln voted no.", "place", "Hill, Banks and Lincoln voted no.", "person"},
		{"Arabic: a title with the article", "حلب", "قال الدكتور حلب ذلك.", "place", "قال دكتور حلب ذلك.", "place"},
		{"Arabic: a given name before", "حلب", "وصل محمود حلب.", "person", "وصل محمود إلى حلب.", "place"},
		{"Arabic: but one that ends a place's name", "حلب", "غادروا معرة النعمان حلب.", "place", "غادروا مع محمود حلب.", "person"},
	})
}

func TestPairsOfOrganisations(t *testing.T) {
	testPairs(t, []pair{
		{"a word that ends names of organisations", "Homs", "The Homs Brigade left.", "organisation", "The Homs brigade left.", "place"},
		{"up to three words on", "Aleppo", "The Aleppo Free Police Brigade left.", "organisation", "The Aleppo Free Men And Women Brigade left.", "place"},
		{"no comma between", "Hama", "The Hama University left.", "organisation", "The Hama, University left.", "place"},
		{"X of", "Raqqa", "The University of Raqqa closed.", "organisation", "The university of Raqqa closed.", "place"},
		{"X of the", "Levant", "The Army of the Levant left.", "organisation", "The men of the Levant left.", "place"},
		{"X in", "Raqqa", "The Ministry in Raqqa closed.", "organisation", "The ministry in Raqqa closed.", "place"},
		{"what it is called", "Tripoli", "The newspaper Tripoli is printed.", "organisation", "The people Tripoli is for.", "place"},
		{"Arabic: a noun that governs it", "الرقة", "انسحب لواء الرقة.", "organisation", "انسحب اللواء الرقة.", "place"},
		{"Arabic: a chain of nouns", "الرقة", "انسحب لواء ثوار الرقة.", "organisation", "انسحب أهالي الرقة.", "place"},
		{"Arabic: a noun of action in the chain", "حلب", "انسحب جيش تحرير حلب.", "organisation", "بدأ تحرير حلب.", "place"},
		{"Arabic: and behind it", "حلب", "انسحب لواء وحلب.", "place", "انسحب لواء حلب.", "organisation"},
	})
}

func TestPairsOfThings(t *testing.T) {
	testPairs(t, []pair{
		{"a dish", "Peking", "They ate Peking duck.", "", "They saw Peking ducks.", "place"},
		{"an agreement", "Minsk", "The Minsk agreement failed.", "", "The Minsk meeting failed.", "place"},
		{"its kind between", "Dayton", "They signed the Dayton peace accords.", "", "They signed the Dayton church accords.", "place"},
		{"its number between", "Minsk", "They signed the Minsk 2 agreement.", "", "They saw Minsk 2 men in agreement.", "place"},
		{"a verb", "Doha", "Doha will deal with it.", "place", "The Doha deal with it failed.", ""},
		{"a country's agreement in small letters", "Syria", "The Syria agreement failed.", "place", "The Damascus agreement failed.", "no name"},
		{"a ship", "Hamburg", "The frigate Hamburg sailed.", "", "The frigate, Hamburg said, sailed.", "place"},
		{"a base of ships", "Tartus", "The Tartus submarine base is quiet.", "place", "The Tartus submarine is quiet.", ""},
		{"a storm", "Florence", "Hurricane Florence passed.", "", "A hurricane passed Florence.", "place"},
		{"a noble title", "York", "The Duke of York left.", "", "The duke of York left.", "place"},
		{"a country's prince", "Monaco", "The Prince of Monaco left.", "place", "Hurricane Monaco passed.", ""},
		{"a town's prince", "Homs", "The Prince of Homs left.", "", "The prince, of Homs, left.", "place"},
		{"words for a park behind an unknown word", "National Park", "They left Etosha National Park.", "no name", "They left the town of National Park.", "place"},
		{"a kind behind a hyphen", "Tartus", "A Tartus-class boat sank.", "", "A Tartus-based boat sank.", "place"},
		{"what is drunk", "Mocha", "They sipped Mocha.", "", "They left Mocha.", "place"},
		{"whom a club employs", "Homs", "The Homs goalkeeper fell.", "", "The Homs gate fell.", "place"},
		{"two names of people and places", "Houston", "Sydney Houston left.", "person", "Dallas and Houston left.", "place"},
		{"not the one that holds the other", "Austin", "They left Austin Texas.", "place", "They met Austin Sydney.", "person"},
		{"a given name and of", "Arabia", "They saw Lawrence of Arabia.", "", "They saw T. Lawrence of Arabia.", ""},
		{"goods", "Aleppo", "They sell Aleppo soap.", "", "They sell Aleppo shops.", "place"},
		{"goods of a country", "Syria", "They sell Syria soap.", "place", "They sell Damascus soap in Syria.", "place"},
		{"Arabic: a street", "بغداد", "سكن في شارع بغداد.", "", "سكن في بغداد.", "place"},
		{"Arabic: the street with its article", "بغداد", "وصل من الشارع بغداد.", "place", "وصل من شارع بغداد.", ""},
		{"Arabic: a club of two names", "ميونخ", "فاز بايرن ميونخ.", "", "وصلوا إلى ميونخ.", "place"},
		{"Arabic: a noble title", "يورك", "زار دوق يورك المدينة.", "", "زار الرجل يورك.", "place"},
	})
}

func TestPairsOfDemonyms(t *testing.T) {
	testPairs(t, []pair{
		{"a participle behind a hyphen", "US", "They are US-backed.", "demonym", "They are in the US.", "place"},
		{"a demonym behind a hyphen", "US", "They are in US-Russian talks.", "demonym", "They are in US, Russian troops are not.", "place"},
		{"pro", "Turkey", "They are pro-Turkey.", "demonym", "They are near Turkey.", "place"},
		{"anti", "Iran", "They are anti-Iran.", "demonym", "They are ex-Iran.", "place"},
		{"only of countries", "Homs", "They are pro-Homs.", "place", "They are in Homs.", "place"},
		{"Arabic: not as a country is written", "سورية", "زاروا سورية.", "place", "زاروا عائلة سورية.", "place"},
		{"Arabic: with the article", "السورية", "زاروا القوات السورية.", "demonym", "زاروا سوريا.", "no name"},
	})
}

func TestPairsOfGovernments(t *testing.T) {
	testPairs(t, []pair{
		{"a capital that acts", "Ankara", "Ankara rejected it.", "metonym", "Aleppo and Ankara slept.", "place"},
		{"a country that attacks", "Israel", "Israel bombed Doha.", "metonym", "Israel bombed by night.", "place"},
		{"what it attacks behind an article", "Turkey", "Turkey shelled the town of Kobani.", "metonym", "Turkey shelled again.", "place"},
		{"passive", "Damascus", "Damascus shelled Douma.", "metonym", "Damascus shelled by rebels.", "place"},
		{"passive behind an auxiliary", "Kyiv", "Kyiv has shelled two towns.", "metonym", "Kyiv was shelled two times.", "place"},
		{"and another", "Kyiv", "Kyiv has also hit two towns.", "metonym", "Kyiv has been hit two times.", "place"},
		{"how it was attacked", "Kyiv", "Kyiv bombed factories.", "metonym", "Kyiv bombed heavily.", "place"},
		{"when it was attacked", "Kyiv", "Kyiv stormed factories.", "metonym", "Kyiv stormed Friday.", "place"},
		{"a country's people", "US", "US troops left al-Tanf.", "metonym", "US prisons are full.", "place"},
		{"its officials", "US", "US ambassadors left.", "metonym", "US tourists left.", "place"},
		{"what its forces fight with", "US", "US bombers left.", "metonym", "US ferries left.", "place"},
		{"not a city's", "Aleppo", "Aleppo officials left.", "place", "Aleppo slept.", "place"},
		{"who acts is in a part of it", "Ethiopia", "Ethiopia took Lalibela.", "metonym", "Rebels in northern Ethiopia took Lalibela.", "place"},
		{"an inflected verb", "Ankara", "Ankara denies it.", "metonym", "Ankara dines there.", "place"},
		{"a doubled consonant", "Ankara", "Ankara planned it.", "metonym", "Ankara planted it.", "place"},
		{"auxiliaries between", "Ankara", "Ankara has never been rejecting it.", "metonym", "Ankara has walls rejecting it.", "place"},
		{"an adverb between", "Ankara", "Ankara flatly rejected it.", "metonym", "Ankara snow rejected it.", "place"},
		{"no town", "Aleppo", "Aleppo rejected it.", "place", "Damascus rejected it in Aleppo.", "place"},
		{"in it", "Ankara", "People in Ankara rejected it.", "place", "People said Ankara rejected it.", "metonym"},
		{"called a city", "Ankara", "The city of Ankara rejected it.", "place", "Then Ankara rejected it.", "metonym"},
		{"what governments have", "Ankara", "They saw Ankara's policy.", "metonym", "They saw Ankara's parks.", "place"},
		{"with adjectives before it", "Ankara", "They saw Ankara's harsh regional policy.", "metonym", "They saw Ankara's town of policy.", "place"},
		{"what is done to governments", "Ankara", "They blamed Ankara.", "metonym", "They left Ankara.", "place"},
		{"dealings", "Tehran", "They put pressure on Tehran.", "metonym", "Snow fell on Tehran.", "place"},
		{"and", "Moscow", "Ankara and Moscow agreed.", "metonym", "Ankara agreed, Moscow sleeps.", "place"},
		{"and before it", "Moscow", "Moscow and Ankara rejected it.", "metonym", "Snow in Moscow and Ankara rejected it.", "place"},
		{"a government elsewhere in the text", "Ankara", "Ankara rejected it. Ankara is far.", "metonym", "Ankara rejected it. They left the suburbs of Ankara.", "place"},
		{"but from A to B", "Ankara", "Ankara rejected it. They came from Ankara.", "place", "Ankara rejected it. They saw Ankara again.", "metonym"},
		{"Arabic: a verb before it", "أنقرة", "رفضت أنقرة ذلك.", "metonym", "رأيت أنقرة اليوم.", "place"},
		{"Arabic: a preposition written with it", "أنقرة", "قالت لأنقرة ذلك.", "place", "قالت أنقرة ذلك.", "metonym"},
		{"Arabic: and", "موسكو", "رفضت أنقرة وموسكو ذلك.", "metonym", "رفضت أنقرة ذلك في موسكو.", "place"},
	})
}

func TestPairsOfRivers(t *testing.T) {
	waters := func(text string) bool {
		f := geoparsetest.Classified(t, text)
		s := f.Names[len(f.Names)-1]
		for _, h := range s.Hits {
			if f.Gaz.Place(h.Ref).Kind.Class() != 'H' {
				return false
			}
		}
		return len(s.Hits) > 0
	}
	for _, p := range []struct{ rule, river, none string }{
		{"river before it", "The river Jordan is low.", "The river, Jordan said, is low."},
		{"across the", "They swam across the Jordan.", "They flew across Jordan."},
		{"the bank of the", "On the left bank of the Jordan it rained.", "On the left of the Jordan team it rained."},
		{"described, on the far and high bank of the", "On the far bank of the Jordan it rained.", "On the bank where many slept far from the Netherlands it rained."},
		{"the, without a noun behind it", "They drank from the Jordan.", "They drank from Jordan."},
		{"a verb behind it", "The Jordan swept away a house.", "The Jordan team swept away a house."},
		{"a verb in -ed behind it", "The Jordan flooded houses.", "The Sudan flooded markets."},
		{"not before a noun shared in a list", "They slept near the Jordan.", "They slept in the Jordan and Yemen desks."},
		{"along the", "They slept along the Dnipro.", "They slept along the Netherlands."},
		{"on the", "They slept on the Dnipro.", "They slept in Dnipro."},
		{"before a noun it is what that says", "They slept on the bank of the Jordan.", "They slept by the bank of the Jordan embassy."},
	} {
		if !waters(p.river) {
			t.Errorf("%s: %s: no river", p.rule, p.river)
		}
		if waters(p.none) {
			t.Errorf("%s: %s: a river", p.rule, p.none)
		}
	}
}
