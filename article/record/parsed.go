package record

import "github.com/tidwall/gjson"

// IsParsed reports whether an object has the results of an earlier parse, as `dateline parse`
// writes them: a list of "mentions" with offsets or phrases, or an empty one beside "fronts" or
// without a text. (Social networks use "mentions" for people.) It does not validate the JSON.
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
