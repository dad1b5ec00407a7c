package token

// IsIndefinite reports whether token i is the article a or an.
func (x *Text) IsIndefinite(i int) bool { return x.Tokens[i].Fold == "a" || x.Tokens[i].Fold == "an" }

// IsEnglishArticle reports whether token j is an English article.
func (x *Text) IsEnglishArticle(j int) bool {
	return x.Tokens[j].Fold == "the" || x.IsIndefinite(j)
}
