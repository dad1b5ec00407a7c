package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// spotArabic finds the longest Arabic name at token i: as written, without proclitics, or with
// the words of a name run together.
func (r *Recogniser) spotArabic(i int) (toponym.Toponym, bool) {
	word := r.Tokens[i].Text
	best, found := r.longestArabic(i, word, 0)
	for _, skip := range r.prefixes(i) {
		s, ok := r.longestArabic(i, word, skip)
		if ok && (!found || s.Last > best.Last || s.Last == best.Last && r.Prominence(&s) > r.Prominence(&best) && !isLikened(word[:skip])) {
			best, found = s, true // بروسيا is more likely "in Russia" than Prussia
		}
	}
	for _, skip := range append([]int{0}, r.prefixes(i)...) {
		if !found && r.Words[i]&lexicon.Common == 0 { // تلغرام is no تل الغرام
			best, found = r.spotJoined(i, skip)
		}
	}
	if found && r.isVillageWord(i) && best.First < best.Last {
		best = r.withoutVillageWord(&best)
	}
	if whole, ok := r.spotWholeArabic(i, &best, found); ok {
		return whole, true
	}
	if found && (r.isPartOfHashtag(&best) || r.isRoadTo(&best)) {
		return toponym.Toponym{}, false
	}
	return best, found
}

// isLikened reports whether the last of some proclitics is ك, "like", hardly ever said of places.
func isLikened(prefix string) bool { return strings.HasSuffix(prefix, "ك") }

// longestArabic walks the names from token i without its first skip bytes. If no name begins
// without an apparent article, it is taken for part of the name.
func (r *Recogniser) longestArabic(i int, word string, skip int) (toponym.Toponym, bool) {
	s, ok := r.longest(i, gazetteer.FoldWord(word[skip:]), skip)
	if !ok && strings.HasPrefix(word[skip:], "ال") {
		s, ok = r.longest(i, gazetteer.FoldWhole(word[skip:]), skip)
	}
	return s, ok
}

// spotJoined finds a two-word name written as one word at token i.
func (r *Recogniser) spotJoined(i, skip int) (toponym.Toponym, bool) {
	t := &r.Tokens[i]
	written, hits := r.joined(t.Text[skip:])
	return toponym.Toponym{First: i, Last: i, Start: t.Start + skip, End: t.End, Exact: true, Written: written, Hits: hits}, len(hits) > 0
}

// maxJoinedBytes is the maximum length of a word that may be two words of a name: 32 Arabic
// letters.
const maxJoinedBytes = 64

// joined returns the places whose two-word name is written as one word, and the name with its
// space: حفرالباطن, كفرزيتا. Words are split before an inner article and after usual first words
// of names.
func (r *Recogniser) joined(word string) (written string, hits []gazetteer.Hit) {
	if len(word) > maxJoinedBytes {
		return "", nil
	}
	letters := -1
	for at := range word {
		if letters++; letters < 2 {
			continue
		}
		r.Step(1)
		first := gazetteer.FoldWord(word[:at])
		if !strings.HasPrefix(word[at:], "ال") && r.Lex.Words[first]&lexicon.NameHead == 0 {
			continue
		}
		cursor := r.Gaz.Start()
		if cursor.Next(first) && cursor.Next(gazetteer.FoldWord(word[at:])) && cursor.Complete() {
			return word[:at] + " " + word[at:], cursor.Hits()
		}
	}
	return "", nil
}

// isRoadTo reports whether a name consists of a word for road and its destination (طريق حلب),
// without being the name of a road or called a quarter.
func (r *Recogniser) isRoadTo(s *toponym.Toponym) bool {
	if s.First == s.Last || r.RouteAt(s.First) == "" || r.IsSite(s) || !r.BeginsName(s.First+1) {
		return false
	}
	return s.First == 0 || r.Breaks(s.First-1) || r.Words[s.First-1]&lexicon.Class == 0
}

// isPartOfHashtag reports whether a name is part of a hashtag of several words, which is a topic
// rather than a place: #أمطار_الكويت.
func (r *Recogniser) isPartOfHashtag(s *toponym.Toponym) bool {
	start := r.Tokens[s.First].Start
	before, after := r.Source[:start], r.Source[s.End:]
	if strings.HasSuffix(before, "_") {
		return true
	}
	return strings.HasSuffix(before, "#") && strings.HasPrefix(after, "_")
}

// prefixes returns the lengths of token i's proclitics that may be skipped; for everyday words
// (كورونا, وكورونا) only those that leave the word whole.
func (r *Recogniser) prefixes(i int) []int {
	t := &r.Tokens[i]
	switch {
	case !r.Uses(signal.Prefixes):
		return nil
	case r.isPrefixedHamza(i):
		return []int{len("ب")}
	case r.isGovernedBySettlement(i):
		return nil
	case r.beforeNameHead(t) > 0:
		return []int{r.beforeNameHead(t)}
	case r.isGoverned(i):
		return slices.DeleteFunc(token.Clitics(t.Text), func(skip int) bool { return !strings.Contains(t.Text[:skip], tatweel) })
	case r.isJoinedPair(i):
		return []int{len("و")}
	case r.Words[i]&lexicon.Common == 0:
		return token.Clitics(t.Text)
	}
	return slices.DeleteFunc(token.Clitics(t.Text), func(skip int) bool { return gazetteer.FoldWord(t.Text[skip:]) != t.Base })
}

// tatweel is the stroke that draws a prefix away from its word: بـحلب.
const tatweel = "ـ"

// isGoverned reports whether a preposition that is a word of its own, or a verb that takes a place,
// is right before token i, or a word for surroundings or an axis without the article; the token
// then begins with no "and", "in" or "to" of its own: شهدت وجدة احتجاجات, في وهران, محيط بعقوبة. A
// tatweel shows one even there.
func (r *Recogniser) isGoverned(i int) bool {
	if i == 0 || r.BreaksName(i-1) {
		return false
	}
	before := &r.Tokens[i-1]
	isPreposition := r.Words[i-1]&(lexicon.Preposition|lexicon.Direction) == lexicon.Preposition && before.Fold == before.Base && before.Text != "علي" // Ali, or "on"
	return isPreposition || r.Lex.Seizing[before.Fold] || (before.Region != "" || before.Route == "axis" || before.Route == "axes") && !token.HasArticle(before)
}

// isJoinedPair reports whether token i is "and" and a name of two letters after a name, elsewhere
// too short for a prefix: تعز وإب.
func (r *Recogniser) isJoinedPair(i int) bool {
	rest, isJoined := strings.CutPrefix(r.Tokens[i].Text, "و")
	if !isJoined || utf8.RuneCountInString(rest) != 2 || i == 0 || !r.isSpotted(i-1) || r.BreaksName(i-1) {
		return false
	}
	return r.isKnownWritten(rest)
}

// isPrefixedHamza reports whether token i is a proclitic and a name of two letters whose hamza
// shows that it begins a word: بإب.
func (r *Recogniser) isPrefixedHamza(i int) bool {
	rest := token.BehindHamza(r.Tokens[i].Text)
	return rest != "" && r.isKnownWritten(rest)
}

// isKnownWritten reports whether a well-known place has exactly this name.
func (r *Recogniser) isKnownWritten(name string) bool {
	return slices.ContainsFunc(r.Gaz.ByName(name), func(h gazetteer.Hit) bool { return h.Name == name && r.Gaz.Prominence(h.Ref) >= toponym.CommonNeeds })
}

// beforeNameHead returns how many bytes of an Arabic word are prefixes before one
// of the short words that names begin with, 0 where none is: وتل رفعت, وبأم درمان.
func (r *Recogniser) beforeNameHead(t *token.Token) int {
	at := 0
	for _, prefixes := range [...]string{token.Proclitics, "بلك"} {
		first, w := utf8.DecodeRuneInString(t.Text[at:])
		if !strings.ContainsRune(prefixes, first) {
			return 0
		}
		if at += w; r.Lex.Words[gazetteer.FoldWord(t.Text[at:])]&lexicon.NameHead != 0 {
			return at
		}
	}
	return 0
}
