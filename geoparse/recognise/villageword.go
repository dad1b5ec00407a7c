package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Our tables have some villages with the word for one, as their name alone is an everyday word:
// قرية الزيارة. Others may have that name without the word.

// isVillageWord reports whether token i is قرية, without article.
func (r *Recogniser) isVillageWord(i int) bool {
	return r.Words[i]&lexicon.Village != 0 && r.Words[i]&lexicon.Plural == 0 && !token.HasArticle(&r.Tokens[i])
}

// withoutVillageWord returns a name that begins with قرية without that word, as the name of those
// places that have it with the word and of those that have it without; unchanged where it is the
// first word of a town's own name.
func (r *Recogniser) withoutVillageWord(s *toponym.Toponym) toponym.Toponym {
	if slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return strings.HasPrefix(r.Gaz.Place(h.Ref).Name, "Qaryat ") }) {
		return *s // Qaryat al-Ulya
	}
	i := s.First + 1
	bare, ok := r.longestArabic(i, r.Tokens[i].Text, 0)
	if !ok || bare.Last < s.Last {
		bare = toponym.Toponym{First: i, Last: s.Last, Start: r.Tokens[i].Start, End: s.End, Exact: true}
		bare.Written = r.Source[bare.Start:bare.End]
	} else if bare.Last > s.Last {
		return bare
	}
	hits := slices.Clone(bare.Hits)
	for _, h := range s.Hits {
		if _, rest, found := strings.Cut(h.Name, " "); found && !slices.ContainsFunc(hits, func(o gazetteer.Hit) bool { return o.Ref == h.Ref }) {
			h.Name = rest
			hits = append(hits, h)
		}
	}
	bare.Hits = hits
	return bare
}
