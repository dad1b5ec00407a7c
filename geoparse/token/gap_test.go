package token

import "testing"

// TestGaps: what may separate the two words of names like "Khan Sheikhoun".
func TestGaps(t *testing.T) {
	for _, tt := range []struct {
		name, text            string
		gap                   string
		joins, breaks, hyphen bool
	}{
		{"blank", "Khan Sheikhoun", " ", true, false, false},
		{"several blanks", "Khan   Sheikhoun", " ", true, false, false},
		{"tab", "Khan\tSheikhoun", " ", true, false, false},
		{"no-break space", "Khan\u00a0Sheikhoun", "\u00a0", true, false, false},
		{"line break", "Khan\nSheikhoun", "\n", true, true, false},
		{"carriage return", "Khan\r\nSheikhoun", "\n", true, true, false},
		{"paragraph", "Khan\n\nSheikhoun", "\n\n", false, true, false},
		{"hyphen", "Khan-Sheikhoun", "-", true, true, true},
		{"en dash", "Khan–Sheikhoun", "-", true, true, true},
		{"hyphen at a line's end", "Khan-\nSheikhoun", "-'", true, true, true},
		{"hyphen and ayn", "al-‘Arab", "-‘", true, true, true},
		{"soft hyphen", "Khan\u00ad Sheikhoun", " ", true, false, false},
		{"underscore", "خان_شيخون", "_", true, true, false},
		{"comma", "Khan, Sheikhoun", ", ", false, true, false},
		{"stop", "Khan. Sheikhoun", ". ", false, true, false},
		{"stop of an abbreviation", "St. Sheikhoun", ". ", true, true, false},
		{"stop of an initial", "A. Sheikhoun", ". ", true, true, false},
		{"possessive", "Khan's Sheikhoun", "'s ", false, true, false},
		{"too much", "Khan " + spaces(200) + ". Sheikhoun", "\n\n", false, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := read(t, tt.text)
			if got := text.Gap(0); got != tt.gap {
				t.Errorf("gap %q, want %q", got, tt.gap)
			}
			if text.Joins(0) != tt.joins || text.Breaks(0) != tt.breaks || text.IsHyphen(0) != tt.hyphen {
				t.Errorf("joins %v, breaks %v, hyphen %v, want %v %v %v", text.Joins(0), text.Breaks(0), text.IsHyphen(0), tt.joins, tt.breaks, tt.hyphen)
			}
		})
	}
}

func spaces(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '.'
	}
	return string(b)
}

func TestListGaps(t *testing.T) {
	for gap, want := range map[string]bool{
		", ": true, " and ": true, ", and ": true, " or ": true, "، ": true, " و": true, " & ": true, "/": true, " as well as ": true,
		". ": false, " in ": false, " ": false, "; ": false, " – ": false, ",                                                                  ": false,
	} {
		if IsListGap(gap) != want {
			t.Errorf("%q parts items of a list: %v", gap, !want)
		}
	}
}

func TestBlanks(t *testing.T) {
	text := read(t, "Hama and, Homs\u00a0fell")
	for i, want := range []bool{false, true, false, true, false} {
		if got := text.FollowsBlank(i); got != want {
			t.Errorf("FollowsBlank(%d) = %v", i, got)
		}
	}
}

func TestClitics(t *testing.T) {
	for word, want := range map[string]string{
		"وحماة": "حماة", "بحماة": "حماة", "وبحماة": "بحماة حماة", "فحماة": "حماة", "لحماة": "حماة", "كحماة": "حماة",
		"للرقة": "لرقة رقة", "بـحلب": "حلب", "حماة": "", "ولد": "", "باب": "",
	} {
		got := ""
		for _, skip := range Clitics(word) {
			if got != "" {
				got += " "
			}
			got += word[skip:]
		}
		if got != want {
			t.Errorf("%s without its prefixes: %q, want %q", word, got, want)
		}
	}
}

func TestArabicArticles(t *testing.T) {
	for word, want := range map[string]bool{
		"الجيش": true, "والجيش": true, "بالجيش": true, "كالجيش": true, "فالجيش": true, "للجيش": true, "جيش": false, "وجيش": false, "بجيش": false,
	} {
		if got := HasArticle(&read(t, word).Tokens[0]); got != want {
			t.Errorf("%s has the article: %v", word, got)
		}
	}
}

func TestTiedArticles(t *testing.T) {
	for _, tt := range []struct {
		text         string
		tied, before bool
	}{
		{"al-Bab", true, true}, {"Al-Bab", true, true}, {"al-bab", true, false}, {"al Bab", false, false}, {"as-Safirah", true, true},
		{"Bab-al", false, false}, {"el-Bab", true, true}, {"Tel-Aviv", false, false},
	} {
		text := read(t, tt.text)
		if text.IsTiedArticle(0) != tt.tied || text.IsArticleBefore(0) != tt.before {
			t.Errorf("%s: tied %v, before a name %v", tt.text, text.IsTiedArticle(0), text.IsArticleBefore(0))
		}
	}
}

// TestInnerArticles: an article between two hyphens does not begin a name.
func TestInnerArticles(t *testing.T) {
	text := read(t, "Bab-al-Hawa, Deir al-Zor")
	for i, want := range []bool{false, false, false, false, true, false} {
		if got := text.IsArticleBefore(i); got != want {
			t.Errorf("%s begins a name: %v", text.Tokens[i].Text, got)
		}
	}
}

func TestCountArabic(t *testing.T) {
	for text, want := range map[string]int{"": 0, "Hama 12": 0, "حماة": 1, "Hama (حماة) وحمص ٣": 2} {
		if got := read(t, text).CountArabic(); got != want {
			t.Errorf("%q has %d Arabic words, want %d", text, got, want)
		}
	}
}

func TestEnglishArticles(t *testing.T) {
	text := read(t, "a an the Hama")
	for i, want := range [][2]bool{{true, true}, {true, true}, {false, true}, {false, false}} {
		if text.IsIndefinite(i) != want[0] || text.IsEnglishArticle(i) != want[1] {
			t.Errorf("token %d: %v %v", i, text.IsIndefinite(i), text.IsEnglishArticle(i))
		}
	}
}
