package incident

import "testing"

func TestKilled(t *testing.T) {
	for sentence, want := range map[string]int{
		"Air strikes on the market killed at least 12 civilians and wounded 30.": 12,
		"Nine people were killed in Ariha on Monday.":                            9,
		"Shelling left five dead.":                                               5,
		"A barrel bomb hit the town, killing a child.":                           1,
		"1,200 people have been killed since April.":                             1200,
		"Dozens were killed in the town.":                                        -1,
		"The strike wounded 14 people.":                                          -1,
		"Jets struck the town 12 times.":                                         -1,
		"Three died in Ariha and four were killed in Saraqib.":                   -1,
		"مقتل 12 مدنياً في قصف على أريحا":                                        12,
		"قصف الطيران السوق ما أدى إلى استشهاد سبعة مدنيين":                       7,
		"سقط ٥ قتلى في القصف":                                                    5,
		"قصف الطيران المدينة":                                                    -1,
		"Killed in 2019, he was one of 20 commanders.":                           -1,
		"Wounding 5 and killing 3, the shells hit Morek.":                        3,
		"The raids killed more than 40 people.":                                  40,
		"":                                                                       -1,
	} {
		n, found := Killed(sentence)
		if !found {
			n = -1
		}
		if n != want {
			t.Errorf("%s: %d, want %d", sentence, n, want)
		}
	}
}
