package gazetteer

// isArabicSpoken reports whether most names in a country, by its ISO 3166-1 code, are Arabic,
// whatever script a gazetteer writes them in.
func isArabicSpoken(country string) bool {
	switch country {
	case "SY", "LB", "JO", "IQ", "PS", "EG", "SD", "LY", "TN", "DZ", "MA", "EH", "MR", "SA", "YE", "OM", "AE", "QA", "BH", "KW":
		return true
	}
	return false
}

// MayBeArabic reports whether a place lies in a country with Arabic names: these can have an
// article.
func (p *Place) MayBeArabic() bool {
	switch p.Country {
	case "IL", "SO", "DJ", "KM", "TD", "ER", "TR", "IR":
		return true
	}
	return isArabicSpoken(p.Country)
}
