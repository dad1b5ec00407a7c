package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestMeans(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"aircraft", "Warplanes targeted [Kurna].", "air_strike", "Gunmen targeted [Kurna].", "clash"},
		{"mortars", "The army targeted [Kurna] with mortars.", "shelling", "The army targeted [Kurna] with words.", "clash"},
		{"a car bomb", "A car bomb hit [Kurna].", "explosion", "A car hit [Kurna].", "clash"},
		{"the nearest means",
			"Jets flew by as mortars hit [Kurna].", "shelling",
			"Mortars fell silent as jets hit [Kurna].", "air_strike"},
		{"not in another clause",
			"Gunmen attacked [Kurna] while jets flew.", "clash",
			"Gunmen attacked [Kurna] with jets.", "air_strike"},
		{"not after a semicolon",
			"Gunmen attacked [Kurna]; jets flew by.", "clash",
			"Gunmen and jets attacked [Kurna].", "air_strike"},
		{"a helicopter with rockets",
			"A helicopter launched missiles at [Kurna].", "air_strike",
			"A boat launched missiles at [Kurna].", "shelling"},
		{"by rockets", "[Kurna] was hit by rockets.", "shelling", "[Kurna] was hit by rumours.", "clash"},
		{"an aircraft's type", "A MiG-29 hit [Kurna].", "air_strike", "A man, 29, hit [Kurna].", "clash"},
		{"strategic bombers", "Strategic bombers hit [Kurna].", "air_strike", "Suicide bombers hit [Kurna].", "explosion"},
		{"tactical bombers", "Tactical bombers hit [Kurna].", "air_strike", "Teenage bombers hit [Kurna].", "explosion"},
		{"an aircraft's letters", "An A-10 hit [Kurna].", "air_strike", "An A, 10, hit [Kurna].", "clash"},
		{"what barrels hold", "They dropped gas-filled barrels on [Kurna].", "air_strike", "They dropped tea-filled barrels on [Kurna].", ""},
		{"what a vehicle holds", "A van laden with explosives exploded in [Kurna].", "explosion", "A van laden with explosives was bought in [Kurna].", ""},
		{"a suicide drone", "A suicide drone hit [Kurna].", "air_strike", "A suicide bomber hit [Kurna].", "explosion"},
		{"bombers who are killed",
			"Two bombers were killed in [Kurna].", "killing",
			"Two bombers killed ten in [Kurna].", "explosion"},
		{"killed by a mine", "A mine killed two in [Kurna].", "explosion", "A man killed two in [Kurna].", "killing"},
		{"killed by shelling", "Ten were killed by shelling in [Kurna].", "shelling", "Ten were killed in [Kurna].", "killing"},
		{"killed in a raid", "Ten died in an air raid on [Kurna].", "air_strike", "Ten died in a fire in [Kurna].", "killing"},
		{"shells that are not fired", "Shells fell on [Kurna].", "shelling", "Shells were sold in [Kurna].", ""},
		{"a mine that explodes", "A landmine exploded in [Kurna].", "explosion", "A landmine was found in [Kurna].", ""},
		{"guided bombs", "Jets dropped guided bombs on [Kurna].", "air_strike", "Jets bought guided bombs in [Kurna].", ""},
		{"raids of troops", "Soldiers made raids in [Kurna].", "clash", "Jets made raids in [Kurna].", "air_strike"},
		{"raids without an agent", "Raids hit [Kurna].", "air_strike", "Police raids hit [Kurna].", "clash"},
		{"a striking verb alone", "Something struck [Kurna].", "shelling", "Something attacked [Kurna].", "clash"},
		{"Arabic, by", "استهدفوا [سنار] بالمدفعية.", "shelling", "استهدفوا [سنار] بالكلام.", "clash"},
		{"Arabic, aircraft", "استهدف الطيران [سنار].", "air_strike", "استهدف المسلحون [سنار].", "clash"},
		{"Arabic, a drone", "استهدفت مسيرة [سنار].", "air_strike", "استهدفت خطوة [سنار].", "clash"},
		{"Arabic, by a mine", "قتل رجل بلغم في [سنار].", "explosion", "قتل رجل بسكين في [سنار].", "killing"},
		{"Arabic, by shells", "قتل رجل بقذيفة في [سنار].", "shelling", "قتل رجل بحادث في [سنار].", "killing"},
		{"an aircraft and a comma",
			"A helicopter fired missiles at [Kurna].", "air_strike",
			"With a helicopter near, men fired missiles at [Kurna].", "shelling"},
		{"a bomber killed",
			"A suicide bomber was killed in [Kurna].", "killing",
			"A suicide bomber killed ten in [Kurna].", "explosion"},
		{"who kills bombers",
			"Police killed two suicide bombers in [Kurna].", "killing",
			"Police met two suicide bombers in [Kurna].", ""},
		{"far off",
			"Rebels attacked [Kurna] with mortars.", "shelling",
			"Rebels attacked [Kurna] on a cold day of a long and dark month in which all of them and all of us heard mortars.", "clash"},
	})
}
