package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestAreasAlongLines(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"along a road",
			"They hold the western countryside of Aleppo along the M5.", "countryside: intersection(difference(sector west(Aleppo Governorate), Aleppo), corridor(M5 highway))",
			"They hold the western countryside of Aleppo and the M5.", "countryside: difference(sector west(Aleppo Governorate), Aleppo); road: M5 highway"},
		{"near a border",
			"They hold northern Idlib near the Syrian-Turkish border.", "countryside: intersection(sector north(Idlib Governorate), corridor(border(Syria, Turkey)))",
			"They hold northern Idlib, then the Syrian-Turkish border.", "countryside: sector north(Idlib Governorate); border: border(Syria, Turkey)"},
		{"no more than three words",
			"They hold southern Idlib along the M4 highway.", "countryside: intersection(sector south(Idlib Governorate), corridor(M4 highway))",
			"They hold southern Idlib and farms that lie along the M4 highway.", "countryside: sector south(Idlib Governorate); road: M4 highway"},
		{"only areas",
			"They hold the eastern countryside of Aleppo along the M4.", "countryside: intersection(difference(sector east(Aleppo Governorate), Aleppo), corridor(M4 highway))",
			"They hold Aleppo along the M4.", "road: M4 highway"},
		{"over no comma",
			"They hold southern Idlib along the M4.", "countryside: intersection(sector south(Idlib Governorate), corridor(M4 highway))",
			"They hold southern Idlib, along the M4 they sleep.", "countryside: sector south(Idlib Governorate); road: M4 highway"},
		{"Arabic",
			"سيطروا على ريف إدلب الجنوبي قرب طريق M4.", "countryside: intersection(difference(sector south(Idlib Governorate), Idlib), corridor(M4 highway))",
			"سيطروا على ريف إدلب الجنوبي وطريق M4.", "countryside: difference(sector south(Idlib Governorate), Idlib); road: M4 highway"},
	})
}
