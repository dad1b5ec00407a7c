package classify_test

import (
	"testing"
)

func TestThingsOfPlaces(t *testing.T) {
	testPairs(t, []pair{
		{"a prize", "Homs", "The Homs prize went to her.", "", "The Homs price went up.", "place"},
		{"what several people are called", "Moscow", "Two men named Moscow slept.", "", "Two men near Moscow slept.", "place"},
		{"a verb, as when says", "London", "A man called London yesterday.", "place", "A man called London slept.", ""},
		{"or on which day", "London", "A man called London on Monday.", "place", "A man called London on foot.", ""},
		{"a beast", "Jersey", "They saw a Yorkshire terrier and a Jersey pony.", "", "They saw a Jersey man.", "place"},
		{"an agreement with a capital", "Oslo", "They signed the Oslo Accords.", "", "They signed the Oslo list.", "place"},
		{"of a country only with a capital", "Jordan",
			"They signed the Jordan Treaty.", "",
			"They signed the Jordan treaty.", "place"},
		{"its kind between", "Minsk",
			"The Minsk ceasefire agreement failed.", "",
			"The Minsk church agreement failed.", "place"},
		{"two kinds between", "Minsk",
			"The Minsk II peace agreement failed.", "",
			"The Minsk II peace and trade agreement failed.", "place"},
		{"a kind without it", "Minsk", "The Minsk peace accord failed.", "", "The Minsk peace failed.", "place"},
		{"a verb before with", "Doha",
			"They heard Doha deal with it.", "place",
			"They heard the Doha deal with it failed.", ""},
		{"a ship class before a base", "Severodvinsk",
			"The Severodvinsk submarine base burned.", "place",
			"The Severodvinsk submarine burned.", ""},
		{"a verb that is a flower", "Damascus", "They grew the Damascus rose.", "", "Prices in Damascus rose.", "place"},
		{"goods of a town", "Aleppo", "They sold Aleppo carpets.", "", "They sold Aleppo houses.", "place"},
		{"goods of a country", "Turkey",
			"They sold Turkey carpets.", "place",
			"They sold Turkey-backed men carpets.", "demonym"},
		{"called so with a capital", "Riyadh",
			"They read the Riyadh Declaration.", "",
			"They read the Riyadh newspapers.", "place"},
		{"a plan in small letters", "Riyadh", "They read the Riyadh Plan.", "", "They read the Riyadh plan.", "place"},
		{"not in a headline", "Riyadh",
			"The Riyadh Plan failed.", "",
			"Riyadh Plan Fails To Win Over Rebels\n\nIt rained.", "metonym"},
		{"a vessel in small letters", "Tripoli", "The destroyer Tripoli sank.", "", "The destroyer left Tripoli.", "place"},
		{"a storm with its capital", "Florence",
			"They feared Typhoon Florence.", "",
			"They feared a storm in Florence.", "place"},
		{"named so", "Florence", "They feared a storm named Florence.", "", "They loved a town named Florence.", "place"},
		{"a club's first word", "Donetsk", "They saw Shakhtar Donetsk.", "", "They saw shells in Donetsk.", "place"},
		{"noble titles", "Edinburgh", "The Duchess of Edinburgh came.", "", "The streets of Edinburgh emptied.", "place"},
		{"a given name and of", "Arabia", "They read of Thomas of Arabia.", "", "They read of sands of Arabia.", "place"},
		{"a surname before of", "Aleppo", "They heard John Smith of Aleppo.", "place", "They heard John of Aleppo.", ""},
		{"Arabic sweets", "حلب", "أكلوا كبة حلب.", "", "وصلوا إلى حلب.", "place"},
		{"Arabic, with the article it governs nothing", "حلب", "فتحوا ساحة حلب.", "", "فتحوا الساحة حلب.", "place"},
		{"Arabic ships", "هامبورغ", "وصلت الفرقاطة هامبورغ.", "", "وصلوا إلى هامبورغ.", "place"},
		{"Arabic agreements", "مينسك", "وقعوا اتفاق مينسك.", "", "وصلوا مساء مينسك.", "place"},
		{"Arabic, what is written with it", "مينسك", "وقعوا اتفاق مينسك.", "", "وقعوا اتفاق بمينسك.", "place"},
		{"Arabic clubs", "مدريد", "فاز ريال مدريد.", "", "ذهب ريال إلى مدريد.", "place"},
		{"Arabic nobles", "إدنبرة", "وصل دوق إدنبرة.", "", "وصل شعب إدنبرة.", "place"},
	})
}

func TestTriangles(t *testing.T) {
	testPairs(t, []pair{
		{"the corners of an area", "Inkhil",
			"They hold the Nawa-Jasim-Inkhil triangle.", "place",
			"They hold the Inkhil triangle.", ""},
		{"in a list", "Inkhil",
			"They hold the Nawa, Jasim and Inkhil triangle.", "place",
			"They lost the Inkhil triangle.", ""},
		{"a club whose town follows a particle", "Stade", "They beat Stade de Reims.", "", "They left Stade for Reims.", "place"},
		{"no hat", "Panama", "They wore a Panama hat.", "", "They left Colon and Panama.", "place"},
	})
}

func TestGrounds(t *testing.T) {
	testPairs(t, []pair{
		{"called like a village", "Stamford Bridge", "They won the match at Stamford Bridge.", "", "The river rose at Stamford Bridge.", "place"},
		{"a place of its own", "Cairo Stadium", "They won the match at Cairo Stadium.", "place", "They left Cairo Stadium.", "place"},
	})
}
