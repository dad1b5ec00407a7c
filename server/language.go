package server

import (
	"net/http"
	"net/url"
	"strings"
	"unicode"

	"dateline/gazetteer"

	"github.com/getkin/kin-openapi/openapi3"
	"golang.org/x/text/language"
)

const acceptLanguage = "accept-language" // the header, and Nominatim's parameter

// maxLanguages is how many languages of a list count.
const maxLanguages = 5

func paramLanguage() param {
	return param{
		name: acceptLanguage, schema: openapi3.NewStringSchema(),
		about: "The languages of names, best first, as ar,en;q=0.5: the name is the first in the script of one of them, else the usual " +
			"English one. It wins over the header Accept-Language.",
		read: func(v string, into *params) error {
			tags, _, err := language.ParseAcceptLanguage(v)
			if err == nil { // what can't be read counts for nothing, as in the header
				into.languages = tags[:min(len(tags), maxLanguages)]
			}
			return nil
		},
	}
}

// withLanguage puts the header Accept-Language in the place of the parameter,
// where that is taken and not given, in a short form. A header that can't be
// read counts for nothing (RFC 9110, 12.5.4).
func (r *route) withLanguage(given url.Values, h http.Header) url.Values {
	if !r.takes(acceptLanguage) || given.Has(acceptLanguage) {
		return given
	}
	tags, _, err := language.ParseAcceptLanguage(strings.Join(h.Values(acceptLanguage), ","))
	if err != nil || len(tags) == 0 {
		return given
	}
	var names []string
	for _, tag := range tags[:min(len(tags), maxLanguages)] {
		names = append(names, tag.String())
	}
	return with(given, acceptLanguage, strings.Join(names, ","))
}

// takes reports whether a route has a parameter.
func (r *route) takes(name string) bool {
	for i := range r.params {
		if r.params[i].name == name {
			return true
		}
	}
	return false
}

// inLanguage says that an answer depends on the header.
func inLanguage(a *answer) *answer {
	a.header = http.Header{"Vary": {vary + ", Accept-Language"}}
	return a
}

// nameIn returns a place's name for speakers of the first language that it has
// one for; the usual English one where there is none.
func (s *service) nameIn(r gazetteer.Ref, wanted []language.Tag) string {
	if name := s.scriptName(r, wanted); name != "" {
		return name
	}
	return s.Gazetteer.Place(r).Name
}

// scriptName returns the first name in the script of a language, as gazetteers
// say of few names what language they are; empty where the usual name is meant.
func (s *service) scriptName(r gazetteer.Ref, wanted []language.Tag) string {
	for _, tag := range wanted {
		script := scriptOf(tag)
		if script == nil {
			break
		}
		if name := s.Gazetteer.NameIn(r, script); name != "" {
			return name
		}
	}
	return ""
}

// scriptOf returns the script that a language is written in (CLDR, likely
// subtags); nil for Latin and those that gazetteers hardly know.
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
