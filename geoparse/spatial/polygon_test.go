package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestCornersOfAreas(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"a triangle of three",
			"They hold the triangle of Nawa, Jasim and Inkhil.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold the tribes of Nawa, Jasim and Inkhil.", ""},
		{"behind them",
			"They hold the Nawa-Jasim-Inkhil triangle.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold the Nawa-Jasim triangle.", ""},
		{"of two there is none",
			"They hold the triangle of Nawa, Jasim and Inkhil.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold the triangle of Nawa and Jasim.", ""},
		{"between",
			"They hold the triangle between Nawa, Jasim and Inkhil.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold talks between Nawa, Jasim and Inkhil.", ""},
		{"Arabic",
			"سيطروا على مثلث نوى وجاسم وإنخل.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"سيطروا على ممثل نوى وجاسم وإنخل.", ""},
	})
}

func TestCornersBeforeTheirWord(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"a chain",
			"They hold the Nawa-Jasim-Inkhil triangle.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold the Nawa-Jasim triangle.", ""},
		{"a list",
			"They hold the Nawa, Jasim and Inkhil triangle.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold the Nawa, Jasim and Inkhil tribes.", ""},
		{"each once",
			"They hold the Nawa-Jasim-Inkhil triangle.", "pocket: hull(Nawa, Jasim, Inkhil)",
			"They hold the Nawa-Jasim-Jasim triangle.", ""},
	})
}
