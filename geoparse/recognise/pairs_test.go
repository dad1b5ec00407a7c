package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func testPairs(t *testing.T, pairs []geoparsetest.Pair) {
	t.Helper()
	geoparsetest.Pairs(t, func(t testing.TB, text string) string { return spotted(t, text) }, pairs)
}

func TestPairsOfWords(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"the longest name", "They left Kafr Zita.", "=Kafr Zita", "They left Kafr, Zita slept.", "=Kafr"},
		{"a name goes on over a hyphen", "They left Kafr-Zita.", "=Kafr-Zita", "They left Hama - Homs heard it.", "=Hama =Homs"},
		{"and over a line's end", "They left Deir\nez-Zor.", "=Deir\nez-Zor", "They left Homs.\n\nIdlib slept.", "=Homs =Idlib"},
		{"even to a word of small letters", "They left Kafr-zita.", "=Kafr-zita", "They left Kafr zita.", "=Kafr"},
		{"and over the mark of an ʿayn", "They left Nab' as-Sakhr.", "=Nab' as-Sakhr", "They left 'Nab' as-Sakhr.", "~as-Sakhr"},
		{"a possessive within a name", "They left Queen Anne's County.", "=Queen Anne's County", "They left Hama's market.", "=Hama"},
		{"a name of small letters is none", "They left Nice.", "=Nice", "They left a nice town.", ""},
		{"articles within a name may be left out", "They left Deir al-Zor.", "=Deir al-Zor", "They left Deir Zor.", "=Deir Zor"},
		{"the article of the name itself", "They left The Hague.", "=The Hague", "They left the City.", "=City"},
		{"an acronym that is also a village", "They asked SAMS for help.", "", "They left Sams for Homs.", "=Sams =Homs"},
		{"a state behind a town", "He left Dayton, OH today.", "=Dayton =OH", "He left Dayton. OH said it.", "=Dayton"},
		{"a country's letters stand alone", "He left the UK today.", "=UK", "He left the OH today.", ""},
		{"dots as in the gazetteer", "He left the U.K. today.", "=U.K.", "He left U today.", ""},
		{"a dot behind an abbreviation", "He left Topeka, Kan. today.", "=Topeka =Kan.", "He left Topeka, then Homs. Today it rained.", "=Topeka =Homs"},
		{"As is no article", "As Damascus fell it rained.", "=Damascus", "As-Suwayda fell.", "=As-Suwayda"},
		{"a first part that is no place is none", "They left Pont-Sonde.", "", "They left Sarmin-Saraqib.", "=Sarmin =Saraqib"},
		{"nor before a word that is only a name's", "They left Pont-zalq.", "", "They saw Pont-style bread.", "=Pont"},
		{"nor is the last", "They left Port-Salut.", "", "They left Salut.", "=Salut"},
		{"but a city stays one", "They left Aleppo-Quixbury.", "=Aleppo", "They left Quixbury-Aleppo.", "=Aleppo"},
		{"an initial is no part of a name", "He met him, D-Beachwood, today.", "=Beachwood", "He met Quix-Beachwood today.", ""},
		{"and no article is left out elsewhere", "They left Hasakah.", "=Hasakah", "They left Sanming and San.", "=Sanming =San"},
		{"the Arabic article where Arabic is spoken", "They left al-Hasakah.", "=al-Hasakah", "They left al-Boston.", ""},
	})
}

func TestPairsOfHeads(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a first word that many names share is no name before more", "They left Tal Zalqatun.", "?Tal Zalqatun", "They left Tal, Zalqatun said.", "=Tal"},
		{"and what stands behind it is none alone", "They left Om Jarabulus.", "", "They left Jibab.", "=Jibab"},
		{"twin villages", "They left Morek Sharqi.", "", "They left Morek sharqi.", "=Morek"},
		{"a little known name before an article and more", "They left Braij al-Rih.", "", "They left Homs al-Waer.", "=Homs =al-Waer"},
		{"a demonym", "Syrian troops left.", "=Syrian", "Syrianesque troops left.", ""},
		{"organisations whole", "The Islamic State of Iraq left Homs.", "?Islamic State of Iraq =Homs", "The state of Iraq left Homs.", "=Iraq[state] =Homs"},
	})
}

func TestPairsOfClasses(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"of", "They left the town of Morek.", "=Morek[town]", "They left the town, Morek burned.", "=Morek"},
		{"of the", "They left the city of the Hague.", "=Hague[city]", "They left the city off the Hague.", "=Hague"},
		{"a class word belongs to the name before it", "They left Hama governorate of Syria.", "=Hama[governorate] =Syria", "They left the governorate of Hama.", "=Hama[governorate]"},
		{"behind a name", "They left Morek town.", "=Morek[town]", "They left Morek, town of wells.", "=Morek"},
		{"behind a demonym is none of its own", "They left a Syrian town.", "=Syrian", "They left Syria town.", "=Syria[town]"},
		{"apposition", "They left Morek, a village in the north.", "=Morek[village]", "They left Morek, in a village in the north.", "=Morek"},
		{"apposition with modifiers", "They left Morek, the small northern village.", "=Morek[village]", "They left Morek, the one that lies beside another village.", "=Morek"},
		{"a list shares a plural before it", "The cities of Hama and Homs fell.", "=Hama[cities] =Homs[cities]", "The city of Hama and Homs fell.", "=Hama[city] =Homs"},
		{"a list shares a plural behind it", "Hama and Homs provinces fell.", "=Hama[provinces] =Homs[provinces]", "Hama and Homs province fell.", "=Hama =Homs[province]"},
		{"a capital class word joins the name", "They left Raqqa Governorate.", "=Raqqa Governorate", "They left Raqqa governorate.", "=Raqqa[governorate]"},
		{"modifiers join with it", "They hold Qarmanjiq Gas Fields.", "?Qarmanjiq Gas Fields", "They hold Qarmanjiq and gas fields.", ""},
		{"not in a headline", "Hama Street Is Closed To All Traffic\n\nIt rained.", "=Hama[street] =Street", "It rained. Hama Street is closed.", "?Hama Street[street]"},
		{"a street of that name lies elsewhere", "They met in Damascus Street.", "?Damascus Street[street]", "They met in Damascus, in the street.", "=Damascus"},
		{"a road between two leads there", "They met in Hama-Homs Street.", "=Hama =Homs[street] =Street", "They met in Homs Street.", "?Homs Street[street]"},
		{"Arabic", "غادروا مدينة حماة.", "=حماة[مدينه]", "غادروا المدينة. حماة بعيدة.", "=حماة"},
		{"Arabic, where the gazetteer has it in the name", "غادروا محافظة حماة.", "=محافظة حماة", "غادروا حماة ومحافظة.", "=حماة"},
	})
}

func TestPairsOfUnlistedNames(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a class word before", "They left the hamlet of Zalqatunah.", "?Zalqatunah[hamlet]", "They left the idea of Zalqatunah.", ""},
		{"a class word behind", "They left Zalqatunah village.", "?Zalqatunah[village]", "They left Zalqatunah people.", ""},
		{"a capital class word behind", "They left Zalqatunah Camp.", "?Zalqatunah Camp", "They left Zalqatunah Help.", ""},
		{"a list of them", "They left the towns of Zalqatunah, Barqinush and Tarfunah.", "?Zalqatunah[towns] ?Barqinush[towns] ?Tarfunah[towns]", "They left the town of Zalqatunah, Barqinush and Tarfunah.", "?Zalqatunah[town]"},
		{"no title", "They left the village of Zalqatunah.", "?Zalqatunah[village]", "They left the village of General Zalqatunah.", ""},
		{"no demonym", "They left the village of Barqinush.", "?Barqinush[village]", "They left the village of Syrian Zalqatunah.", "=Syrian[village]"},
		{"more than two letters", "They left Zuqq village.", "?Zuqq[village]", "They left Zq village.", "?Zq[village]"},
		{"four words at most", "They left the village of Zalqa Barqa Tarfa.", "?Zalqa Barqa Tarfa[village]", "They left the town of Zlqtn Brqnsh Trfnh Brqh Zlqh.", "?Zlqtn Brqnsh Trfnh[town] ~Brqh"},
		{"a whole name is not its known part", "They left the village of Harf Salqin.", "?Harf Salqin[village]", "They left the village of Salqin.", "=Salqin[village]"},
		{"called a settlement behind a comma", "They left Bayt Zalqa Barqinush, a village in the hills.", "?Bayt Zalqa Barqinush[village]", "They left Bayt Zalqa Barqinush, the men in the hills.", "?Bayt Zalqa Barqinush"},
		{"Arabic", "غادروا بلدة زلقطونة.", "?زلقطونة[بلده]", "غادروا البلدة. زلقطونة بعيدة.", ""},
		{"Arabic of two words before where it lies", "غادروا قرية زلق الحمد بريف حماة.", "?زلق الحمد[قريه] =حماة[ريف]", "غادروا قرية زلقطونة وقالوا.", "?زلقطونة[قريه]"},
	})
}

func TestPairsOfArabic(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"and", "حمص وحماة", "=حمص =حماة", "حمص محماة", "=حمص"},
		{"by", "نزلوا بحماة.", "=حماة", "نزلوا تحماة.", ""},
		{"for the", "سافروا للرقة.", "=رقة", "سافروا ولرقق.", ""},
		{"two prefixes", "سافروا وبحماة.", "=حماة", "سافروا وفوق.", ""},
		{"two words as one", "غادروا كفرزيتا.", "=كفرزيتا", "غادروا كفرزلقا.", ""},
		{"two words as one behind and", "مورك وكفرزيتا", "=مورك =كفرزيتا", "مورك وكفرزلقا", "=مورك"},
		{"a road to a town is not a place of that name", "قطعوا طريق حلب.", "=حلب[طريق]", "سكنوا حي طريق حلب.", "=حي طريق حلب"},
		{"a hashtag of several words", "#حلب تحترق", "=حلب", "#أخبار_حلب", ""},
		{"and its first part", "#حلب_تحترق", "", "# حلب", "=حلب"},
		{"a word of everyday language keeps its letters", "وصل كتركيا.", "=تركيا", "وصل كورونا.", "=كورونا"},
		{"before a short word that names begin with", "غادروا وتل رفعت.", "=تل رفعت", "غادروا وتل.", ""},
		{"an adjective behind a town", "غادروا بلدة سراقب الاستراتيجية.", "=سراقب[بلده]", "غادروا سراقب.", "=سراقب"},
	})
}

func TestPairsOfSmallLetters(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"known names in a text without capitals", "people of aleppo and homs heard the planes again tonight", "=aleppo =homs", "People of aleppo and homs heard the planes again. Tonight", ""},
		{"behind a preposition", "they heard planes over nice again and nobody slept tonight", "", "they heard planes in tripoli again and nobody slept tonight", "=tripoli"},
		{"four letters", "they heard planes over homs again and nobody slept tonight", "=homs", "they heard planes over ufa again and nobody slept tonight", ""},
		{"a tied article", "they heard planes over al-bab again and nobody slept tonight", "=al-bab", "they heard planes over a bab again and nobody slept tonight", ""},
		{"no month", "they heard planes in damascus again and nobody slept tonight", "=damascus", "they heard planes in march again and nobody slept tonight", ""},
		{"a hashtag of two words", "Fire in #KafrZita now", "=KafrZita", "Fire in #KafrZoo now", ""},
		{"no hashtag", "Fire in #DeirEzzor now", "=DeirEzzor", "Fire in #DeirDeirDeirDeirDeirDeirDeir now", ""},
	})
}

func TestPairsOfSpelling(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"g is h", "They left Enerhodar.", "=Enerhodar", "They left Enerxodar.", ""},
		{"where names are romanised so", "They left Berdiansk.", "=Berdiansk", "They left Hraz for good.", "~Hraz"},
		{"six letters", "They left Izyum.", "=Izyum", "They left Iziu.", ""},
		{"by sound", "They left Khan Shikhoon.", "~Khan Shikhoon", "They left Khan Monday.", "?Khan Monday"},
		{"no letters of an organisation", "They left Ltaminna.", "~Ltaminna", "They left LTMN.", ""},
		{"no common noun at the head of a sentence", "They met. Ltaminna fell.", "~Ltaminna", "They met. Laminate fell, and laminate burned.", ""},
		{"no plural of letters", "They left NGOs alone.", "", "They left Haras alone.", "~Haras"},
		{"an ʿayn opens no quotation", "They left ‘Arak now.", "=‘Arak", "They said ‘Arak’ now.", "=Arak"},
		{"in the same line", "They left ‘Arak now.\nIt’s far.", "=‘Arak", "They left ‘Arak now, it’s far.", "=Arak"},
	})
}

func TestPairsOfWholeNames(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"an article between the words", "They left the village of Fahd as Seiyid.", "?Fahd as Seiyid[village]", "They left the village of Fahd as seiyid.", "?Fahd[village]"},
		{"no demonym behind it", "They left the village of Fahd al Seiyid.", "?Fahd al Seiyid[village]", "They left the village of Fahd as Syrian.", "?Fahd[village] =Syrian"},
		{"the mark of an ʿayn", "They left the village of Ruweil' az Zeit.", "?Ruweil' az Zeit[village]", "They left the village of Ruweil, az Zeit.", "?Ruweil[village] ~Zeit"},
		{"said to lie in a division", "They left Hasan Ruman in Idlib province.", "?Hasan Ruman =Idlib[province]", "They left Hasan Ruman in Idlib.", "=Hasan ~Ruman =Idlib"},
		{"or in its countryside", "They left Bayt Hasan Ruman in the countryside of Idlib.", "?Bayt Hasan Ruman =Idlib[countryside]", "They left Homs al-Waer in the countryside of Homs.", "=Homs =al-Waer =Homs[countryside]"},
		{"a city and its quarter are two", "They left the village of Homs al-Waer.", "=Homs[village] =al-Waer", "They left the village of Harf al-Waer.", "?Harf al-Waer[village]"},
		{"the class word of a list", "The Abu Shouk, Kalma and Zamzam camps burned.", "=Abu Shouk[camps] =Kalma[camps] =Zamzam[camps]", "The Abu Shouk, Kalma and Zamzam people slept.", "=Abu Shouk =Kalma =Zamzam"},
		{"an article apart", "They left As Suwayda.", "=As Suwayda", "As Homs fell, all slept.", "=Homs"},
		{"a sentence's first word that is a common noun", "They slept. Ltaminna fell.", "~Ltaminna", "They ate ltaminna. Ltaminna fell.", ""},
		{"only a capital begins a name of several", "They left Qabr al Sitt.", "=Qabr al Sitt", "They left qabr al Sitt.", ""},
		{"a rank is none", "They left General al Sitt.", "", "They left Zalqa al Sitt.", ""},
		{"The with its capital", "They visited The Valley.", "=The Valley", "They visited the Valley.", "=Valley"},
		{"The at the head of a sentence", "The Valley is far.", "=Valley", "The Hague is far.", "=The Hague"},
	})
}
