package gazetteer

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

const (
	alternateColumns    = 10 // alternateNamesV2
	oldAlternateColumns = 8  // without the years of use
)

// AlternateName is a further name of a place, given in a separate file.
type AlternateName struct {
	PlaceID    string // as Place.ID
	Name       string
	Language   string // ISO 639, perhaps with a region: "en", "zh-TW"; may be empty
	Preferred  bool   // the usual one in its language
	Short      bool   // "California" for "State of California"
	Colloquial bool   // "Big Apple"
	Historic   bool   // "Bombay"
}

// ReadAlternateNames reads names in the 10-column tab-separated form of GeoNames'
// alternateNamesV2 (https://download.geonames.org/export/dump/readme.txt). Rows with a link or a
// code instead of a name are skipped: their language has other than two or three letters (link,
// wkdt, post, iata, icao, abbr …). Errors are as those of ReadGeoNames.
func ReadAlternateNames(r io.Reader) iter.Seq2[AlternateName, error] {
	return func(yield func(AlternateName, error) bool) {
		for line, err := range lines(r) {
			var a AlternateName
			if err == nil {
				if a, err = guarded(func() (AlternateName, error) { return alternateName(strings.Split(line.text, "\t")) }); err != nil {
					err = atLine(err, line.number)
				}
			}
			if err == nil && !isLanguage(a.Language) {
				continue
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

func alternateName(col []string) (AlternateName, error) {
	if len(col) != alternateColumns && len(col) != oldAlternateColumns {
		return AlternateName{}, fmt.Errorf("%d tab-separated columns; want the %d of alternateNamesV2", len(col), alternateColumns)
	}
	id, err := strconv.ParseUint(col[1], 10, 63)
	if err != nil {
		return AlternateName{}, columnError("2 (geonameid)", "%q; want a whole number", col[1])
	}
	a := AlternateName{PlaceID: sourceID(id), Language: col[2], Name: strings.TrimSpace(col[3])}
	if a.Name == "" {
		return AlternateName{}, columnError("4 (alternate name)", "empty; want a name")
	}
	for i, flag := range [...]*bool{&a.Preferred, &a.Short, &a.Colloquial, &a.Historic} {
		if *flag = col[4+i] == "1"; !*flag && col[4+i] != "" && col[4+i] != "0" {
			return AlternateName{}, columnError(strconv.Itoa(5+i), "%q; want 1 or nothing", col[4+i])
		}
	}
	return a, nil
}

// isLanguage tells languages, and the empty language, from GeoNames' kinds of links and codes in
// the same column.
func isLanguage(s string) bool {
	s, _, _ = strings.Cut(s, "-")
	return len(s) == 0 || len(s) == 2 || len(s) == 3
}

// isUsual reports whether a is the usual name in English text.
func (a *AlternateName) isUsual() bool {
	return a.Language == "en" && a.Preferred && !a.Colloquial && !a.Historic
}

// addTo adds the name to a place's. Historic names are left out: they would match texts about
// other places.
func (a *AlternateName) addTo(e *Entry) {
	switch {
	case a.Historic:
	case a.isUsual() && a.Name != e.Name:
		e.Names = append(e.Names, e.Name)
		e.Name = a.Name
	default:
		e.Names = append(e.Names, a.Name)
	}
}
