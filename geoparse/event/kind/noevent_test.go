package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNoEvents(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"a drill", "An evacuation emptied [Kurna].", "displacement", "An evacuation drill amused [Kurna].", ""},
		{"sirens", "There were air raids in [Kurna].", "air_strike", "There were air raid sirens in [Kurna].", ""},
		{"an exercise of its own", "An air raid, exercises and a parade in [Kurna].", "air_strike", "Air raid exercises and a parade in [Kurna].", ""},
		{"to halt the fighting",
			"They agreed on fighting in [Kurna].", "clash",
			"They agreed to halt the fighting in [Kurna].", "agreement"},
		{"an end to the shelling",
			"They heard the shelling of [Kurna].", "shelling",
			"They asked for an end to the shelling of [Kurna].", ""},
		{"convoys that are kept out",
			"Aid convoys reached [Kurna].", "aid",
			"Aid convoys were prevented from reaching [Kurna].", "siege"},
		{"a backdrop",
			"They fled [Kurna] in a siege.", "displacement siege",
			"They fled [Kurna] after the siege.", "displacement"},
		{"in view of",
			"Rebels left [Kurna] in an attack.", "withdrawal clash",
			"Rebels left [Kurna] in view of the attack.", "withdrawal"},
		{"under an agreement",
			"Rebels left [Kurna] and made a deal.", "withdrawal agreement",
			"Rebels left [Kurna] under the deal.", "withdrawal"},
		{"the anniversary of",
			"They saw the siege of [Kurna].", "siege",
			"They marked the anniversary of the siege of [Kurna].", ""},
		{"to avoid", "They began the siege of [Kurna].", "siege", "They left to avoid a siege of [Kurna].", ""},
		{"what is condemned elsewhere",
			"He condemned the shelling of [Kurna].", "shelling",
			"He condemned the shelling in a speech in [Kurna].", ""},
		{"about", "They heard an attack near [Kurna].", "clash", "They wrote about an attack in a house in [Kurna].", ""},
		{"comes amid", "The attack hit [Kurna].", "clash", "The attack comes as snow covers [Kurna].", ""},
		{"a convoy that is attacked",
			"A convoy reached [Kurna].", "deployment",
			"Rebels attacked a convoy near [Kurna].", "clash"},
		{"an attack on a patrol",
			"A patrol was seen in [Kurna].", "deployment",
			"Rebels made an attack on a patrol in [Kurna].", "clash"},
		{"a post that is left",
			"A military post stands in [Kurna].", "deployment",
			"Rebels left a military post in [Kurna].", "withdrawal"},
		{"stopped doing it", "Rebels kept on besieging [Kurna].", "siege", "Rebels stopped besieging [Kurna].", ""},
		{"a damaged building", "Rebels damaged [Kurna].", "clash", "They slept in the damaged house in [Kurna].", ""},
		{"the wounded", "Ten were wounded in [Kurna].", "killing", "The wounded were flown from [Kurna].", ""},
		{"the evacuation of the wounded",
			"The evacuation of families from [Kurna] began.", "displacement",
			"The wounded in [Kurna] slept.", "killing"},
		{"a country's war", "Ten were killed near [Kurna].", "killing", "Ten were killed in <Marland>.", ""},
		{"what could be done to a country", "Rebels could capture [Kurna].", "capture", "Rebels could capture <Marland>.", ""},
		{"cutting wages", "Rebels cut the road near [Kurna].", "siege", "Rebels cut wages near [Kurna].", ""},
		{"cut off", "[Kurna] is cut off from the coast.", "siege", "[Kurna] is cut from stone.", ""},
		{"Arabic, what comes before something else",
			"وتأتي الغارات على [سنار] قبل العيد.", "air_strike",
			"وتأتي الغارات قبل العيد في [سنار].", ""},
		{"a quake strikes", "A rocket struck [Kurna].", "shelling", "A quake struck [Kurna].", ""},
		{"a quake that strikes", "The rocket that hit [Kurna] was big.", "shelling", "The quake that hit [Kurna] was big.", ""},
		{"by floods", "[Kurna] was cut off by militias.", "siege", "[Kurna] was cut off by floods.", ""},
		{"by rockets after a flood", "[Kurna] was hit by rockets after floods.", "shelling", "[Kurna] was hit by floods after rockets.", ""},
		{"a strike that is called off", "Miners called a strike in [Kurna].", "protest", "Miners called off a strike in [Kurna].", ""},
		{"Arabic, a quake strikes", "ضربت الطائرات [سنار].", "air_strike", "ضربت السيول [سنار].", ""},
		{"Arabic, what floods destroy", "الصواريخ دمرت بيوتا في [سنار].", "shelling", "السيول دمرت بيوتا في [سنار].", ""},
	})
}

func TestMoreNoEvents(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"a backdrop behind its place",
			"They left [Kurna] after the attack.", "withdrawal",
			"They left [Kurna] after an attack.", "withdrawal clash"},
		{"to avoid, in another clause",
			"To avoid a siege of [Kurna] they left.", "",
			"To avoid it, they saw a siege of [Kurna].", "siege"},
		{"a convoy under attack",
			"Rebels ambushed a convoy in [Kurna].", "clash",
			"Rebels ambushed men and a convoy reached [Kurna].", "clash deployment"},
		{"that was attacked",
			"Rebels hit a patrol near [Kurna].", "clash",
			"A patrol was hit near [Kurna].", "deployment clash"},
		{"halted", "They halted the siege of [Kurna].", "", "They met at the siege of [Kurna].", "siege"},
	})
}
