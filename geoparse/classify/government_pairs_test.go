package classify_test

import (
	"testing"
)

func TestWhoGoverns(t *testing.T) {
	testPairs(t, []pair{
		{"a quarter of the city", "Tehran",
			"Tehran denied it. Then Tehran slept.", "metonym",
			"Tehran denied it. Tehran suburbs slept.", "place"},
		{"from it", "Tehran",
			"Tehran denied it. They know Tehran.", "metonym",
			"Tehran denied it. They flew from Tehran.", "place"},
		{"north of it", "Tehran",
			"Tehran denied it. They know Tehran.", "metonym",
			"Tehran denied it. They slept north of Tehran.", "place"},
		{"its class word", "Tehran",
			"Tehran denied it. They know Tehran.", "metonym",
			"Tehran denied it. They know Tehran city.", "place"},
		{"the verb is another's", "Ankara", "Ankara rejected it.", "metonym", "Ankara, he rejected it.", "place"},
		{"done by whom", "London",
			"They fear sanctions imposed by London.", "metonym",
			"They fear sanctions imposed, by London men.", "place"},
		{"Arabic, what it has, over a pause", "طهران", "رفضوا سياسة طهران.", "metonym", "رفضوا سياسة، طهران بعيدة.", "place"},
		{"Arabic, between of something else", "موسكو",
			"بدأت مفاوضات بين طهران وموسكو.", "metonym",
			"بدأت رحلة بين طهران وموسكو.", "place"},
	})
}
