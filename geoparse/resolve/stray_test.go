package resolve

import (
	"testing"
)

func TestStrays(t *testing.T) {
	testPairs(t, []pair{
		{"none of three others in its country", "Kafr Zita",
			"Lyon, Nice, Toulouse and Kafr Zita signed it.", "-",
			"Hama, Homs, Idlib and Kafr Zita signed it.", "Kafr Zita/SY P"},
		{"two others are too few", "Kafr Zita",
			"Lyon, Nice, Toulouse and Kafr Zita signed it.", "-",
			"Lyon and Kafr Zita signed it.", "Kafr Zita/SY P"},
		{"one near it in another country", "Kafr Zita",
			"Lyon, Nice, Toulouse and Kafr Zita signed it.", "-",
			"Antakya, Nice, Toulouse and Kafr Zita signed it.", "Kafr Zita/SY P"},
		{"a well-known place goes where it likes", "Aleppo",
			"Lyon, Nice, Toulouse and Aleppo signed it.", "Aleppo/SY P",
			"Lyon, Nice, Toulouse and Kafr Zita signed it.", "no name"},
		{"what the text says where it is", "Kafr Zita",
			"Lyon, Nice, Toulouse and Kafr Zita in Hama signed it.", "Kafr Zita/SY P",
			"Lyon, Nice, Toulouse and Kafr Zita, as said, signed it.", "-"},
		{"a road's code in another country", "M5",
			"Lyon and Nice slept. They closed M5.", "-",
			"Hama and Homs slept. They closed M5.", "M5 highway/SY R"},
		{"a road's code with its article", "M5",
			"They slept south of the M5.", "M5 highway/SY R",
			"They slept with the M5 men.", "-"},
		{"a village that nothing speaks for", "Morek",
			"Paris, Lyon and Nice heard of the village of Morek.", "-",
			"Hama, Homs and Idlib heard of the village of Morek.", "Morek/SY P"},
	})
}
