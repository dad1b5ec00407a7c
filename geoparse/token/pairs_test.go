package token_test

import (
	"strings"
	"testing"

	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/token"
)

func sentencesOf(t testing.TB, source string) string {
	text := geoparsetest.Text(t, source)
	var out []string
	for _, s := range text.Sentences {
		out = append(out, text.Source[s.Start:s.End])
	}
	return strings.Join(out, " | ")
}

func wordsOf(t testing.TB, source string) string {
	var out []string
	for _, word := range geoparsetest.Text(t, source).Tokens {
		out = append(out, word.Text)
	}
	return strings.Join(out, "|")
}

// asked reads a text and answers a question about it.
func asked(question func(*token.Text) bool) func(testing.TB, string) string {
	return func(t testing.TB, source string) string {
		text := geoparsetest.Text(t, source)
		text.CutLines()
		if question(text) {
			return "yes"
		}
		return "no"
	}
}

func unwrapped(_ testing.TB, source string) string { return token.Unwrapped(source) }

func inHeadline(text *token.Text) bool { return text.InHeadline(0) }
func inCapitals(text *token.Text) bool { return text.InCapitals(0) }

func TestPairsOfDividedWords(t *testing.T) {
	geoparsetest.Pairs(t, wordsOf, []geoparsetest.Pair{
		{"a name divided at the end of a line", "in Lat-\nakia", "in|Lat''akia", "in Lat -\nakia", "in|Lat|akia"},
		{"a hyphen of its own before a word", "the ci-\nties", "the|ci''ties", "a city-\nbased group", "a|city|based|group"},
		{"no hyphen of its own before a capital", "near Tar-\ntus", "near|Tar''tus", "near al-\nTanf", "near|al|Tanf"},
		{"no part of a compound", "near Qus-\nair", "near|Qus''air", "near Pont-\nde-Beauvoisin", "near|Pont|de|Beauvoisin"},
		{"no list", "from Da-\nraa", "from|Da''raa", "from Da-\n- raa", "from|Da|raa"},
	})
}

func TestPairsOfSentences(t *testing.T) {
	geoparsetest.Pairs(t, sentencesOf, []geoparsetest.Pair{
		{"a stop and a capital", "They left. Homs fell.", "They left. | Homs fell.", "They left.Homs fell.", "They left.Homs fell."},
		{"a small letter goes on",
			"They left. Homs fell.", "They left. | Homs fell.",
			"They left. homs fell.", "They left. homs fell."},
		{"an Arabic letter begins one",
			"They left. حمص fell.", "They left. | حمص fell.",
			"They left, حمص fell.", "They left, حمص fell."},
		{"a digit begins one",
			"They left. 40 died.", "They left. | 40 died.",
			"They left .40 behind.", "They left .40 behind."},
		{"an Arabic question", "من غادر؟ أهل حمص.", "من غادر؟ | أهل حمص.", "من غادر، أهل حمص.", "من غادر، أهل حمص."},
		{"a bracket closes behind the stop",
			"They left (for Homs.) Then it rained.", "They left (for Homs.) | Then it rained.",
			"They left (for Homs). then it rained.", "They left (for Homs). then it rained."},
		{"an abbreviation",
			"They met Dr. Haddad there.", "They met Dr. Haddad there.",
			"They met the Dr.s. Haddad left.", "They met the Dr.s. Haddad left."},
		{"a month",
			"It fell on Sept. 3 in Homs.", "It fell on Sept. 3 in Homs.",
			"It fell in September. 3 died.", "It fell in September. | 3 died."},
		{"one letter",
			"They met J. Haddad there.", "They met J. Haddad there.",
			"They met it. Haddad left.", "They met it. | Haddad left."},
		{"the state's letters",
			"They left the U.S. Army there.", "They left the U.S. Army there.",
			"They left the us. Army trucks came.", "They left the us. | Army trucks came."},
		{"no. before a number",
			"They hold No. 4 now.", "They hold No. 4 now.",
			"They said no. 4 died.", "They said no. | 4 died."},
		{"an exclamation",
			"They left! Homs fell.", "They left! | Homs fell.",
			"They left!? homs fell.", "They left!? homs fell."},
		{"several dots",
			"They left... Homs fell.", "They left... | Homs fell.",
			"They left... homs fell.", "They left... homs fell."},
		{"a line is one", "They left\nHoms fell", "They left | Homs fell", "They left Homs fell", "They left Homs fell"},
		{"a number with a point",
			"It is 3.5 km away. Homs fell.", "It is 3.5 km away. | Homs fell.",
			"It is 3. 5 km away lies Homs.", "It is 3. | 5 km away lies Homs."},
		{"an address",
			"They wrote to sana.sy again. Homs fell.", "They wrote to sana.sy again. | Homs fell.",
			"They wrote to sana. Syria fell.", "They wrote to sana. | Syria fell."},
	})
}

func TestPairsOfTokens(t *testing.T) {
	geoparsetest.Pairs(t, wordsOf, []geoparsetest.Pair{
		{"a hyphen parts", "They left Tell-Rifaat.", "They|left|Tell|Rifaat", "They left TellRifaat.", "They|left|TellRifaat"},
		{"an apostrophe between letters does not",
			"They left Dar'a.", "They|left|Dar'a",
			"They left 'Dara'.", "They|left|Dara"},
		{"a possessive", "They saw Homs's gate.", "They|saw|Homs|gate", "They saw Homss gate.", "They|saw|Homss|gate"},
		{"a contraction", "They're in Hama.", "They|in|Hama", "They rest in Hama.", "They|rest|in|Hama"},
		{"two letters keep their s",
			"They left Ra's al-Ayn.", "They|left|Ra's|al|Ayn",
			"They left Raqqa's gate.", "They|left|Raqqa|gate"},
		{"capitals do not",
			"They saw the UN's camp.", "They|saw|the|UN|camp",
			"They saw the Un's camp.", "They|saw|the|Un's|camp"},
		{"letters with dots",
			"They saw the U.N. camp.", "They|saw|the|U.N.|camp",
			"They saw the U. camp.", "They|saw|the|U|camp"},
		{"a point in a number", "It lies 2.5 km on.", "It|lies|2.5|km|on", "It lies 2. 5 km on.", "It|lies|2|5|km|on"},
		{"thousands", "They saw 12,500 men.", "They|saw|12,500|men", "They saw 12, 500 men.", "They|saw|12|500|men"},
		{"an Arabic comma in a number", "رأوا ١٢٬٥٠٠ رجل.", "رأوا|١٢٬٥٠٠|رجل", "رأوا ١٢، ٥٠٠ رجل.", "رأوا|١٢|٥٠٠|رجل"},
		{"four digits behind a comma are another number",
			"They saw 12,500 men.", "They|saw|12,500|men",
			"They saw 12,5000 men.", "They|saw|12|5000|men"},
		{"a half", "It lies 6½ miles on.", "It|lies|6½|miles|on", "It lies 6 ½ miles on.", "It|lies|6|miles|on"},
		{"a unit on its number", "It lies 35km on.", "It|lies|35km|on", "It lies 35-km on.", "It|lies|35|km|on"},
		{"vowel marks belong to the word", "غادروا حِمْص.", "غادروا|حِمْص", "غادروا ح مص.", "غادروا|ح|مص"},
		{"a stroke within a word", "غادروا حمـــص.", "غادروا|حمـــص", "غادروا حم ص.", "غادروا|حم|ص"},
		{"a page's address",
			"See https://example.org/Homs/x for it.", "See|for|it",
			"See https:example for it.", "See|https|example|for|it"},
		{"without a scheme",
			"See www.example.org/Homs for it.", "See|for|it",
			"See wwww example for it.", "See|wwww|example|for|it"},
		{"a path makes one", "See example.org/Homs for it.", "See|for|it", "See Hama/Homs for it.", "See|Hama|Homs|for|it"},
		{"ended by a bracket",
			"See <https://example.org/Homs> for it.", "See|for|it",
			"See <https: example> for it.", "See|https|example|for|it"},
		{"ended by an Arabic comma",
			"انظر https://example.org/حمص، ثم حماة.", "انظر|ثم|حماة",
			"انظر example، ثم حماة.", "انظر|example|ثم|حماة"},
		{"a mail address",
			"Ask homs.desk@example.org now.", "Ask|now",
			"Ask homs.desk @ example now.", "Ask|homs|desk|example|now"},
		{"of more than 64 letters it is none",
			"Ask aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org now.", "Ask|now",
			"Ask aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org now.", "Ask|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|org|now"},
		{"a handle", "Says @homs_now today.", "Says|today", "Says homs_now today.", "Says|homs|now|today"},
		{"a hashtag's word is read", "Says #Homs today.", "Says|Homs|today", "Says @Homs today.", "Says|today"},
		{"underscores part",
			"Says #Deir_ezZor today.", "Says|Deir|ezZor|today",
			"Says #DeirezZor today.", "Says|DeirezZor|today"},
		{"another script", "They left 北京 for Homs.", "They|left|北京|for|Homs", "They left … for Homs.", "They|left|for|Homs"},
	})
}

func TestPairsOfHeadlines(t *testing.T) {
	geoparsetest.Pairs(t, asked(inHeadline), []geoparsetest.Pair{
		{"four words with a capital", "Rebels Take Khan Sheikhoun", "yes", "Rebels Take Hama", "no"},
		{"four in five", "Rebels Take Khan Sheikhoun again", "yes", "Rebels Take Khan sheikhoun again", "no"},
		{"a full stop ends a sentence", "Rebels Take Khan Sheikhoun", "yes", "Rebels Take Khan Sheikhoun.", "no"},
		{"numbers do not count", "Rebels Take 4 Towns From 12 Army Men", "yes", "Rebels take 4 towns from 12 Army Men", "no"},
		{"capitals", "REBELS TAKE KHAN SHEIKHOUN", "yes", "REBELS take KHAN sheikhoun", "no"},
		{"Arabic has none", "Rebels Take Khan Sheikhoun حماة", "yes", "حماة حمص حلب إدلب", "no"},
	})
}

func TestPairsOfCapitals(t *testing.T) {
	geoparsetest.Pairs(t, asked(inCapitals), []geoparsetest.Pair{
		{"most long words", "REBELS TAKE HOMS", "yes", "Rebels TAKE Homs", "no"},
		{"short ones do not count", "US MEN TAKE HOMS", "yes", "US MEN Take Homs", "no"},
		{"acronyms alone are none", "USAF UN EU TAKE HOMS", "yes", "US UN EU Takes Homs", "no"},
		{"half is not most", "REBELS TAKE HOMS", "yes", "REBELS Take HOMS There", "no"},
	})
}

func TestPairsOfSmallLetters(t *testing.T) {
	geoparsetest.Pairs(t, asked((*token.Text).IsWithoutCapitals), []geoparsetest.Pair{
		{"nine in ten",
			"they left homs for hama and nobody came back to it again", "yes",
			"They left Homs for hama and nobody came back to it again", "no"},
		{"one capital in ten",
			"they left Homs for hama and nobody came back to it", "yes",
			"they left Homs for hama and nobody came", "no"},
		{"sentences begin small too",
			"they left. nobody came. it rained and they slept for days and nights.", "yes",
			"They left. Nobody came. it rained and they slept for many long days and nights and days and nights.", "no"},
		{"a hashtag says nothing", "they left for hama again #Homs", "yes", "they left for Hama again Homs", "no"},
		{"letters alone do not count",
			"they left plan b for plan C and slept", "yes",
			"They left plan b for plan C and slept", "no"},
		{"small at the head of sentences",
			"they left for the north and nobody came back to it again at all. then nothing more was heard of any of them for days on end.", "yes",
			"They left for the north and nobody came back to it again at all. Then nothing more was heard of any of them for days on end.", "no"},
		{"nothing is without nothing", "they left", "yes", "… 12 –", "no"},
	})
}

func TestPairsOfWraps(t *testing.T) {
	geoparsetest.Pairs(t, unwrapped, []geoparsetest.Pair{
		{"a full line and more",
			"Shells fell on the eastern quarters of the old town in the night,\nand residents fled.", "Shells fell on the eastern quarters of the old town in the night, and residents fled.",
			"Shells fell on the old town.\nResidents fled.", "Shells fell on the old town.\nResidents fled."},
		{"a short line ended by will",
			"Shells fell on the eastern quarters of the old town in the night,\nand residents fled.", "Shells fell on the eastern quarters of the old town in the night, and residents fled.",
			"Shells fell on the eastern quarters of the old town in the night,\nand fled.\nResidents came.", "Shells fell on the eastern quarters of the old town in the night, and fled.\nResidents came."},
		{"a new paragraph",
			"Shells fell on the eastern quarters of the old town in the night,\nand residents fled.", "Shells fell on the eastern quarters of the old town in the night, and residents fled.",
			"Shells fell on the eastern quarters of the old town in the night.\n\nAnd residents fled.", "Shells fell on the eastern quarters of the old town in the night.\n\nAnd residents fled."},
		{"set in",
			"Shells fell on the eastern quarters of the old town in the night,\nresidents fled.", "Shells fell on the eastern quarters of the old town in the night, residents fled.",
			"Shells fell on the eastern quarters of the old town in the night,\n  residents fled.", "Shells fell on the eastern quarters of the old town in the night,\n  residents fled."},
		{"a bullet",
			"Shells fell on the eastern quarters of the old town in the night,\nresidents fled.", "Shells fell on the eastern quarters of the old town in the night, residents fled.",
			"Shells fell on the eastern quarters of the old town in the night,\n• residents fled.", "Shells fell on the eastern quarters of the old town in the night,\n• residents fled."},
		{"a quotation goes on",
			"Shells fell on the eastern quarters of the old town in the night,\n“residents” fled.", "Shells fell on the eastern quarters of the old town in the night, “residents” fled.",
			"Shells fell on the eastern quarters of the old town in the night,\n— residents fled.", "Shells fell on the eastern quarters of the old town in the night,\n— residents fled."},
		{"lines wider than a page",
			"Shells fell on the eastern quarters of the old town in the night,\nand residents fled.", "Shells fell on the eastern quarters of the old town in the night, and residents fled.",
			"Shells fell on the eastern quarters of the old town in the night, and the people of all the villages around it heard them until it dawned,\nresidents fled.", "Shells fell on the eastern quarters of the old town in the night, and the people of all the villages around it heard them until it dawned,\nresidents fled."},
		{"lines narrower than one",
			"Shells fell on the eastern quarters of the old town in the night,\nand residents fled.", "Shells fell on the eastern quarters of the old town in the night, and residents fled.",
			"Shells fell on the old town,\nresidents fled.", "Shells fell on the old town,\nresidents fled."},
	})
}
