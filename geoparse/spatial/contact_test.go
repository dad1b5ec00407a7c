package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestLinesOfContact(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"fighting between",
			"Battles raged between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"Balls raged between Nawa and Jasim.", ""},
		{"some words on",
			"Clashes broke out again on Tuesday morning between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"Clashes harmed the sheep of men between Nawa and Jasim.", ""},
		{"an adverb",
			"They fought bitterly between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"They fought. Buses ran between Nawa and Jasim.", ""},
		{"positions",
			"They dug positions between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"They dug potatoes between Nawa and Jasim.", ""},
		{"what follows",
			"Between Nawa and Jasim, battles raged.", "line of contact: line(Nawa, Jasim)",
			"Between Nawa and Jasim, buses ran.", ""},
		{"in the same sentence",
			"Between Nawa and Jasim, battles raged.", "line of contact: line(Nawa, Jasim)",
			"Between Nawa and Jasim it rained. Battles raged.", ""},
		{"a line that carries power",
			"They hold the front line between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"They cut the power line between Nawa and Jasim.", ""},
		{"a railway",
			"They hold the line between Nawa and Jasim.", "axis: line(Nawa, Jasim)",
			"They cut the railway line between Nawa and Jasim.", ""},
		{"the line of contact",
			"It is the line of contact between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"It is the line between Nawa and Jasim.", "axis: line(Nawa, Jasim)"},
		{"not too far",
			"Battles raged between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"Battles raged between Nawa and Aleppo.", ""},
		{"one place is no line",
			"Battles raged between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)",
			"Battles raged between Nawa and Nawa.", ""},
		{"Arabic", "دارت معارك بين نوى وجاسم.", "line of contact: line(Nawa, Jasim)", "دارت محادثات بين نوى وجاسم.", ""},
		{"Arabic, the line of contact",
			"انتشروا على خط التماس بين نوى وجاسم.", "line of contact: line(Nawa, Jasim)",
			"انتشروا على خط الكهرباء بين نوى وجاسم.", ""},
		{"Arabic, between is no line of gas",
			"قطعوا خط النار بين نوى وجاسم.", "axis: line(Nawa, Jasim)",
			"قطعوا خط النفط بين نوى وجاسم.", ""},
	})
}

func TestMiddles(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"halfway",
			"It stands halfway between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands always between Nawa and Jasim.", ""},
		{"mid way",
			"It stands mid way between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands by way between Nawa and Jasim.", ""},
		{"midway from",
			"It stands midway from Nawa to Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands asleep from Nawa to Jasim.", ""},
		{"the middle of the road",
			"It stands in the middle of the road between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands by the side of the road between Nawa and Jasim.", "road: road(Nawa, Jasim)"},
		{"of two",
			"It stands halfway between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands halfway between Nawa, Jasim and Inkhil.", ""},
		{"Arabic",
			"تقع في منتصف الطريق بين نوى وجاسم.", "offset: midpoint(Nawa, Jasim)",
			"تقع في مستودع الطريق بين نوى وجاسم.", "road: road(Nawa, Jasim)"},
		{"Arabic, the middle of the distance",
			"تقع في منتصف المسافة بين نوى وجاسم.", "offset: midpoint(Nawa, Jasim)",
			"تقع في ساحة المسافة بين نوى وجاسم.", ""},
	})
}

func TestWaysAndTheirMiddles(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"mid way",
			"It stands mid way between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands in the way between Nawa and Jasim.", ""},
		{"half-way",
			"It stands half-way between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands half asleep between Nawa and Jasim.", "countryside: between(Nawa, Jasim)"},
		{"all the way",
			"It stands half way between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It shakes all the way between Nawa and Jasim.", ""},
		{"the middle of the road",
			"It stands in the middle of the road between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands by the side of the road between Nawa and Jasim.", "road: road(Nawa, Jasim)"},
		{"of the road linking",
			"It stands in the middle of the road linking Nawa with Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands in the dust of the road linking Nawa with Jasim.", "road: road(Nawa, Jasim)"},
		{"midway along",
			"It stands midway along the highway between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"It stands somewhere along the highway between Nawa and Jasim.", "road: road(Nawa, Jasim)"},
		{"the middle of something else",
			"It stands in the middle of the road between Nawa and Jasim.", "offset: midpoint(Nawa, Jasim)",
			"They slept in the middle of the fight between Nawa and Jasim.", "line of contact: line(Nawa, Jasim)"},
	})
}
