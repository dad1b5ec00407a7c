package poll

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/article"
)

// fullLength is the length in code points, below its title, from which an entry counts as the
// full article, unless it is truncated.
const fullLength = 800

// isTeaser reports whether an entry is only the start of its article: it is short, or truncated.
func isTeaser(a *article.Article) bool {
	_, body, _ := strings.Cut(a.Text, "\n")
	body = strings.TrimRightFunc(body, unicode.IsSpace)
	if utf8.RuneCountInString(body) < fullLength {
		return true
	}
	for _, end := range []string{"…", "...", "[…]", "[...]", "(...)", "[&#8230;]"} {
		if strings.HasSuffix(body, end) {
			return true
		}
	}
	return false
}

// pick returns the article with a given title on a page, else the longest.
func pick(all []article.Article, title string) article.Article {
	best := 0
	for i := range all {
		if title != "" && sameWords(all[i].Title, title) {
			return all[i]
		}
		if len(all[i].Text) > len(all[best].Text) {
			best = i
		}
	}
	return all[best]
}

func sameWords(a, b string) bool { return strings.Join(words(a), " ") == strings.Join(words(b), " ") }

// words returns the words of a text without punctuation.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// enoughWords is the share of a teaser's words that its article must contain: consent pages have
// hardly any.
const enoughWords = 0.5

// tells reports whether an article contains what a teaser says.
func tells(full, teaser *article.Article) bool {
	announced := words(teaser.Title + " " + teaser.Text)
	if len(announced) == 0 {
		return true
	}
	if utf8.RuneCountInString(full.Text) < utf8.RuneCountInString(teaser.Text)/2 {
		return false
	}
	has := map[string]bool{}
	for _, w := range words(full.Title + " " + full.Text) {
		has[w] = true
	}
	found := 0
	for _, w := range announced {
		if has[w] {
			found++
		}
	}
	return float64(found) >= enoughWords*float64(len(announced))
}

// complete adds to a page's article what its teaser has and the page lacks, and the outlet and
// key of the source.
func complete(full, teaser article.Article, address string) article.Article {
	full.URL, full.Key = address, teaser.Key
	if teaser.Source != "" {
		full.Source = teaser.Source
	}
	if full.Published.IsZero() {
		full.Published = teaser.Published
	}
	if full.Byline == "" {
		full.Byline = teaser.Byline
	}
	if full.Point == nil {
		full.Point = teaser.Point
	}
	full.ID = article.NewID(full.Text, full.Published, full.Source, full.Key)
	return full
}
