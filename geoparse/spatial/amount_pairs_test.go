package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestAmounts(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"and a half",
			"It lies two and a half km north of Morek.", "offset: offset north 2.5(Morek)",
			"It lies two and half a km north of Morek.", "offset: offset north 0.5(Morek)"},
		{"half a",
			"It lies half a kilometre north of Morek.", "offset: offset north 0.5(Morek)",
			"It lies half of a kilometre north of Morek.", "offset: offset north 1(Morek)"},
		{"two thousand",
			"It lies two thousand km north of Morek.", "offset: offset north 2000(Morek)",
			"It lies two thou km north of Morek.", "countryside: sector north(ring around(Morek))"},
		{"Arabic teens",
			"تقع على بعد خمسة عشر كيلومترا شمال مورك.", "offset: offset north 15(Morek)",
			"تقع على بعد خمسة كيلومترات شمال مورك.", "offset: offset north 5(Morek)"},
		{"Arabic, and",
			"تقع على بعد خمسة وعشرين كيلومترا شمال مورك.", "offset: offset north 25(Morek)",
			"تقع على بعد عشرين كيلومترا شمال مورك.", "offset: offset north 20(Morek)"},
		{"Arabic, some",
			"تقع على بعد عدة كيلومترات شمال مورك.", "offset: offset north about 3(Morek)",
			"تقع على بعد كيلومتر شمال مورك.", "offset: offset north 1(Morek)"},
	})
}
