package resolve

import "slices"

// transcribed returns the candidates of name i in the hand-written tables that are spelt as it is
// but for conventions of transcription.
func (res *Resolution) transcribed(i int) []option {
	return slices.DeleteFunc(res.choices[i].options, func(o option) bool {
		return !res.Gaz.Curated(o.ref) || !o.place.MayBeArabic() || !res.SameName(res.Names[i].Written, o.name)
	})
}
