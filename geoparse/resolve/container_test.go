package resolve

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

// testRelations checks how the words between a text's first name and the next tie them.
func testRelations(t *testing.T, pairs []geoparsetest.Pair) {
	t.Helper()
	of := map[relation]string{unrelated: "none", listedIn: "listed in", followed: "followed by", lyingBy: "by", lyingIn: "in"}
	geoparsetest.Pairs(t, func(t testing.TB, text string) string {
		r := resolved(t, text)
		if len(r.containers) == 0 {
			return "no names"
		}
		return of[r.containers[0].relation]
	}, pairs)
}

func TestTiesToTheNextName(t *testing.T) {
	testRelations(t, []geoparsetest.Pair{
		{"in", "Saraqib in Idlib slept.", "in", "Saraqib or Idlib slept.", "none"},
		{"inside", "Saraqib inside Idlib slept.", "in", "Saraqib beyond Idlib slept.", "none"},
		{"in the province of", "Saraqib in the province of Idlib slept.", "in", "Saraqib in the name of Idlib slept.", "none"},
		{"in the northern countryside of",
			"Saraqib in the northern countryside of Idlib slept.", "in",
			"Saraqib in the northern army of Idlib slept.", "none"},
		{"a town in", "Saraqib, a town in Idlib, slept.", "in", "Saraqib, a song in Idlib, slept.", "none"},
		{"an eastern suburb of",
			"Saraqib, an eastern suburb of Idlib, slept.", "in",
			"Saraqib, an eastern friend of Idlib, slept.", "none"},
		{"a small town in", "Saraqib, a dusty town in Idlib, slept.", "in", "Saraqib, dusty men in Idlib, slept.", "none"},
		{"with no second comma", "Saraqib, in Idlib, slept.", "in", "Saraqib in, in Idlib, slept.", "none"},
		{"near", "Saraqib near Idlib slept.", "by", "Saraqib and near Idlib men slept.", "none"},
		{"close to", "Saraqib, close to Idlib, slept.", "by", "Saraqib, closed to Idlib, slept.", "none"},
		{"next to", "Saraqib next to Idlib slept.", "by", "Saraqib back to Idlib slept.", "none"},
		{"south of", "Saraqib south of Idlib slept.", "by", "Saraqib men of Idlib slept.", "none"},
		{"southeast of the city of",
			"Saraqib southeast of the city of Idlib slept.", "by",
			"Saraqib men and the city of Idlib slept.", "none"},
		{"near the town of", "Saraqib near the town of Idlib slept.", "by", "Saraqib with the town of Idlib slept.", "none"},
		{"in and near are two things", "Saraqib in Idlib slept.", "in", "Saraqib in near Idlib slept.", "none"},
		{"on the shore of",
			"Tabqa on the southern shore of Lake Assad slept.", "by",
			"Tabqa on the southern list of Lake Assad slept.", "none"},
		{"on the banks of the",
			"Raqqa on the banks of the Euphrates slept.", "by",
			"Raqqa on the news of the Euphrates slept.", "none"},
		{"a comma", "Saraqib, Idlib, slept.", "followed by", "Saraqib; Idlib slept.", "none"},
		{"a full stop", "Saraqib in Idlib slept.", "in", "Saraqib. In Idlib they slept.", "none"},
		{"brackets", "Saraqib in Idlib slept.", "in", "Saraqib (in Idlib) slept.", "none"},
		{"a colon", "Saraqib near Idlib slept.", "by", "Saraqib: near Idlib they slept.", "none"},
		{"a line's end", "Saraqib near Idlib slept.", "by", "Saraqib\nnear Idlib they slept.", "none"},
		{"a list in it", "Saraqib and Binnish in Idlib slept.", "listed in", "Saraqib and Binnish slept.", "none"},
		{"two that it lies in", "Saraqib in Idlib and Hama slept.", "listed in", "Saraqib in Idlib slept.", "in"},
		{"the holder of what follows is none of a list",
			"Derna in Benghazi, Libya, slept.", "in",
			"Derna in Benghazi, Tobruk and Sirte slept.", "listed in"},
		{"of villages one word calls so",
			"The villages of Kafr Ruma and Hass in Idlib slept.", "in",
			"The men of Kafr Ruma and Hass in Idlib slept.", "listed in"},
		{"a road's end is not there", "Saraqib in Idlib slept.", "in", "Saraqib road in Idlib slept.", "none"},
		{"a square", "Hanano square in Aleppo slept.", "in", "Hanano men in Aleppo slept.", "none"},
		{"Arabic, by the countryside", "سراقب بريف إدلب نائمة.", "in", "سراقب وريف إدلب نائمان.", "none"},
		{"Arabic, in the governorate", "سراقب في محافظة إدلب نائمة.", "in", "سراقب ضد محافظة إدلب نائمة.", "none"},
		{"Arabic, a village in", "سراقب وهي بلدة في إدلب نائمة.", "in", "سراقب وهي نائمة في إدلب.", "none"},
		{"Arabic, which is a village in", "مورك وهي قرية بريف حماة نائمة.", "in", "مورك وهي قصة بريف حماة.", "none"},
		{"Arabic, east of", "سراقب شرق إدلب نائمة.", "by", "سراقب عن إدلب نائمة.", "none"},
		{"Arabic, near the city of", "سراقب قرب مدينة إدلب نائمة.", "by", "سراقب مع مدينة إدلب نائمة.", "none"},
		{"Arabic, in the south of", "سراقب في جنوب إدلب نائمة.", "in", "سراقب وجنوب إدلب نائمان.", "none"},
		{"Arabic, by before the name", "نام بسراقب بإدلب أمس.", "in", "نام بسراقب لإدلب أمس.", "none"},
		{"Arabic, a comma", "سراقب، إدلب.", "followed by", "سراقب؛ إدلب.", "none"},
		{"Arabic, the adjective of a country", "الإسكندرية المصرية نائمة.", "in", "الإسكندرية المصري نائم.", "none"},
		{"Arabic, a village without a name in", "مورك وهي قرية بريف حماة نائمة.", "in", "مورك وهي قصة بريف حماة.", "none"},
	})
}
