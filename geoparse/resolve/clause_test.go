package resolve

import "testing"

func TestPairsOfClauses(t *testing.T) {
	testPairs(t, []pair{
		{"near, behind a verb", "Kafr Takharim", "Kafr Takharim was retaken, near Salqin.", "Kafr Takharim/SY P", "Kafr Takharim was retaken, near Hasakah.", "in Hasakah"},
		{"not far from", "Maskanah", "Maskanah burned, not far from Dayr Hafir.", "Maskanah/SY P", "Maskanah burned, not far from Busra al-Sham.", "in Busra al-Sham"},
		{"another clause", "Inkhil", "Inkhil burned, near Manbij.", "in Manbij", "Inkhil burned, near Manbij men slept.", "Inkhil/SY P"},
		{"which lies near", "Inkhil", "Inkhil, which lies near Jasim, burned.", "Inkhil/SY P", "Inkhil, which lies near Tabqa, burned.", "in Tabqa"},
		{"which does something near", "Inkhil", "Inkhil, situated close to Tabqa, burned.", "in Tabqa", "Inkhil, bombed by jets close to Tabqa, burned.", "Inkhil/SY P"},
		{"a list of villages is near what the last is near", "Sarja", "They took the villages of Sarja, Zalqatunah and Qabasin near al-Bab.", "in al-Bab", "They took Sarja, Zalqatunah and Qabasin near al-Bab.", "Sarja/SY P"},
		{"nearer to a small town than to a city", "Saraqib", "Saraqib, near Aleppo, burned.", "Saraqib/SY P", "Saraqib, near Marea, burned.", "in Marea"},
		{"a village is near no small town so far away", "Sarja", "Sarja, near al-Bab, burned.", "in al-Bab", "Sarja, near Ariha, burned.", "Sarja/SY P"},
	})
}
