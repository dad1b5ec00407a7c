package nominatim

import (
	"net/http"
	"strings"
	"unicode"

	"dateline/gazetteer"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
	"golang.org/x/text/language"
)

const acceptLanguage = "accept-language" // the header, and Nominatim's parameter

// maxLanguages is how many languages of a list are considered.
const maxLanguages = 5

func paramLanguage() server.Param {
	return server.Param{
		Name: acceptLanguage, FromHeader: languagesOf, Schema: openapi3.NewStringSchema(),
		About: "The languages of names, best first, as ar,en;q=0.5: the name is the first in the script of one of them, else the usual " +
			"English one. It wins over the header Accept-Language.",
		Read: server.Into(func(v string, into *params) error {
			tags, _, err := language.ParseAcceptLanguage(v)
			if err == nil { // a malformed value is ignored, as in the header
				into.languages = tags[:min(len(tags), maxLanguages)]
			}
			return nil
		}),
	}
}

// languagesOf returns the header Accept-Language in a short form. A malformed one is ignored
// (RFC 9110, 12.5.4).
func languagesOf(h http.Header) string {
	tags, _, err := language.ParseAcceptLanguage(strings.Join(h.Values(acceptLanguage), ","))
	if err != nil {
		return ""
	}
	var names []string
	for _, tag := range tags[:min(len(tags), maxLanguages)] {
		names = append(names, tag.String())
	}
	return strings.Join(names, ",")
}

// inLanguage marks an answer as dependent on the header.
func inLanguage(a *server.Answer) *server.Answer {
	a.Header = http.Header{"Vary": {server.Vary + ", Accept-Language"}}
	return a
}

// nameIn returns a place's name in the first language for which it has one; else its usual
// English name.
func (s *api) nameIn(r gazetteer.Ref, wanted []language.Tag) string {
	if name := s.scriptName(r, wanted); name != "" {
		return name
	}
	return s.gazetteer.Place(r).Name
}

// scriptName returns the first name in the script of a language, as gazetteers seldom tag names
// with a language; empty where the usual name is meant.
func (s *api) scriptName(r gazetteer.Ref, wanted []language.Tag) string {
	for _, tag := range wanted {
		script := scriptOf(tag)
		if script == nil {
			break
		}
		if name := s.gazetteer.NameIn(r, script); name != "" {
			return name
		}
	}
	return ""
}

// scriptOf returns the script of a language (CLDR, likely subtags); nil for Latin and for those
// that gazetteers hardly have.
func scriptOf(tag language.Tag) *unicode.RangeTable {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab":
		return unicode.Arabic
	case "Hebr":
		return unicode.Hebrew
	case "Cyrl":
		return unicode.Cyrillic
	case "Grek":
		return unicode.Greek
	case "Armn":
		return unicode.Armenian
	case "Geor":
		return unicode.Georgian
	case "Deva":
		return unicode.Devanagari
	case "Hans", "Hant", "Jpan":
		return unicode.Han
	case "Kore":
		return unicode.Hangul
	}
	return nil
}
