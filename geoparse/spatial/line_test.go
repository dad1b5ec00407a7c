package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestRoutesOfTwoEnds(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"two places and a road",
			"They cut the Raqqa-Hasakah road.", "road: road(Raqqa, Hasakah)",
			"They cut the Raqqa-Hasakah bread.", ""},
		{"words between",
			"They cut the Raqqa-Hasakah main supply road.", "road: road(Raqqa, Hasakah)",
			"They cut the Raqqa-Hasakah one main and old supply road.", ""},
		{"no name between",
			"They cut the Raqqa-Hasakah road.", "road: road(Raqqa, Hasakah)",
			"They cut Raqqa-Hasakah, Tabqa road.", ""},
		{"no preposition between",
			"They cut the Raqqa-Hasakah road.", "road: road(Raqqa, Hasakah)",
			"They cut Raqqa-Hasakah from road to road.", ""},
		{"three places",
			"They cut the Homs-Hama-Aleppo highway.", "road: M5 highway",
			"They cut the Homs, Hama, Aleppo highway.", ""},
		{"over blanks and dashes",
			"They cut the Raqqa – Hasakah road.", "road: road(Raqqa, Hasakah)",
			"They cut the Raqqa; Hasakah road.", ""},
		{"not to the place itself",
			"They cut the Raqqa-Hasakah road.", "road: road(Raqqa, Hasakah)",
			"They cut the Raqqa-Raqqa road.", ""},
		{"between",
			"They cut the road between Raqqa and Hasakah.", "road: road(Raqqa, Hasakah)",
			"They cut the bread between Raqqa and Hasakah.", ""},
		{"from to",
			"They cut the road from Raqqa to Hasakah.", "road: road(Raqqa, Hasakah)",
			"They cut the road from Raqqa.", ""},
		{"linking",
			"They cut the highway linking Raqqa with Hasakah.", "road: road(Raqqa, Hasakah)",
			"They cut the highway leaving Raqqa with Hasakah.", ""},
		{"connecting the towns of",
			"They cut the road connecting the towns of Raqqa and Tabqa.", "road: road(Raqqa, Tabqa)",
			"They cut the road, the towns of Raqqa and Tabqa.", ""},
		{"that runs between",
			"They cut the road that runs between Raqqa and Tabqa.", "road: road(Raqqa, Tabqa)",
			"They cut the road that one day will run all the way between Raqqa and Tabqa.", ""},
		{"a road to one place",
			"They cut the road between Raqqa and Tabqa.", "road: road(Raqqa, Tabqa)",
			"They cut the road to Raqqa.", ""},
		{"a comma ends the second",
			"They cut the road between Raqqa and Tabqa, and Homs slept.", "road: road(Raqqa, Tabqa)",
			"They cut the road between Raqqa, Tabqa and Homs.", "road: road(Raqqa, Tabqa, Homs)"},
		{"each of",
			"They cut the road between Raqqa and each of Tabqa and Homs.", "road: road(Raqqa, Tabqa, Homs)",
			"They cut the road between Raqqa in each of Tabqa and Homs.", ""},
		{"countries have none",
			"They cut the road between Raqqa and Tabqa.", "road: road(Raqqa, Tabqa)",
			"They cut the road between Iraq and Iran.", ""},
		{"Arabic", "قطعوا طريق الرقة الحسكة.", "road: road(Raqqa, Hasakah)", "قطعوا رفيق الرقة الحسكة.", ""},
		{"Arabic, a dash", "قطعوا طريق الرقة - الحسكة.", "road: road(Raqqa, Hasakah)", "قطعوا طريق الرقة؛ الحسكة.", ""},
		{"Arabic, its adjectives before",
			"قطعوا الطريق السريع الرقة الحسكة.", "road: road(Raqqa, Hasakah)",
			"قطعوا الطريق. الرقة الحسكة.", ""},
		{"Arabic, between",
			"قطعوا الطريق بين الرقة والحسكة.", "road: road(Raqqa, Hasakah)",
			"قطعوا الخبز بين الرقة والحسكة.", ""},
		{"Arabic, which links",
			"قطعوا الطريق الواصل بين الرقة والحسكة.", "road: road(Raqqa, Hasakah)",
			"قطعوا الرجل الواصل بين الرقة والحسكة.", ""},
		{"Arabic, of one", "قطعوا طريق الرقة الحسكة.", "road: road(Raqqa, Hasakah)", "قطعوا طريق الرقة.", ""},
	})
}

func TestAxes(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"of a list",
			"They pushed on the axis of Nawa, Jasim and Inkhil.", "axis: line(Nawa, Jasim, Inkhil)",
			"They pushed on the exit of Nawa, Jasim and Inkhil.", ""},
		{"before it",
			"They pushed on the Nawa-Jasim axis.", "axis: line(Nawa, Jasim)",
			"They pushed on the Nawa-Jasim exit.", ""},
		{"several",
			"They pushed on the Nawa and Jasim axes.", "axis: union(ring near(Nawa), ring near(Jasim))",
			"They pushed on the Nawa and Jasim axis.", "axis: ring near(Jasim)"},
		{"of no more than places",
			"They pushed on the axes of Nawa and Jasim.", "axis: union(ring near(Nawa), ring near(Jasim))",
			"They pushed on the axes of Nawa politics and Jasim.", ""},
		{"of one", "They pushed on the Nawa axis.", "axis: ring near(Nawa)", "They pushed on Nawa's exit.", ""},
		{"of a governorate", "They pushed on the Daraa axis.", "axis: ring near(Daraa)", "They pushed in Daraa.", ""},
		{"Arabic", "تقدموا على محور نوى وجاسم.", "axis: line(Nawa, Jasim)", "تقدموا على محول نوى وجاسم.", ""},
		{"Arabic, several",
			"تقدموا على محاور نوى وجاسم.", "axis: union(ring near(Nawa), ring near(Jasim))",
			"تقدموا على محول نوى وجاسم.", ""},
		{"Arabic, of one", "تقدموا على محور نوى.", "axis: ring near(Nawa)", "تقدموا على نوى.", ""},
	})
}

func TestStretches(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"the area between",
			"They hold the area between Nawa and Jasim.", "countryside: between(Nawa, Jasim)",
			"They hold the arena between Nawa and Jasim.", ""},
		{"the part between",
			"They hold the part between Nawa and Jasim.", "countryside: between(Nawa, Jasim)",
			"They hold the party between Nawa and Jasim.", ""},
		{"the fields between",
			"They hold the fields between Nawa and Jasim.", "countryside: between(Nawa, Jasim)",
			"They hold the folders between Nawa and Jasim.", ""},
		{"towns between are towns",
			"They hold the plains between Nawa and Jasim.", "countryside: between(Nawa, Jasim)",
			"They hold the towns between Nawa and Jasim.", ""},
		{"Arabic",
			"سيطروا على المنطقة بين نوى وجاسم.", "countryside: between(Nawa, Jasim)",
			"سيطروا على المحادثة بين نوى وجاسم.", ""},
	})
}

func TestLinesThatCarry(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"a phone line at one place",
			"They met on the Manbij axis.", "axis: ring near(Manbij)",
			"They met on the Manbij phone lines.", ""},
		{"a gas line of places",
			"They cut the axis of Nawa and Jasim.", "axis: line(Nawa, Jasim)",
			"They cut the gas line of Nawa and Jasim.", ""},
		{"a road with a name of its own",
			"They cut the Homs-Hama-Aleppo highway.", "road: M5 highway",
			"They cut the Homs-Hama-Nawa highway.", "road: road(Homs, Hama, Nawa)"},
	})
}
