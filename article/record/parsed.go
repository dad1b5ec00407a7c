package record

import "github.com/tidwall/gjson"

// IsParsed reports whether an object says what was found in its text, as what
// `dateline parse` writes: it has a list of "mentions" with their stretches or
// phrases, or an empty one beside a list of "fronts" or without any text. Social
// networks have a key of that name for people. It looks no closer: the line may be no
// JSON for all that.
func IsParsed(line []byte) bool {
	mentions := gjson.GetBytes(line, "mentions")
	if !mentions.IsArray() {
		return false
	}
	first := mentions.Get("0")
	if !first.Exists() {
		return gjson.GetBytes(line, "fronts").IsArray() || !hasText(line, textKeys)
	}
	return first.Get("start").Exists() || first.Get("phrase").Exists()
}
