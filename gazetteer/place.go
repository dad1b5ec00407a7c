package gazetteer

import (
	"strings"

	"github.com/paulmach/orb"
)

// Kind is a GeoNames feature class and code with a dot between, such as "P.PPL" for
// a town or "A.ADM1" for a first-level division
// (https://www.geonames.org/export/codes.html).
type Kind string

// Kinds that the program distinguishes.
const (
	Country        Kind = "A.PCLI"
	FirstDivision  Kind = "A.ADM1"
	SecondDivision Kind = "A.ADM2"
	Capital        Kind = "P.PPLC"
	Quarter        Kind = "P.PPLX" // a part of a city
	Continent      Kind = "L.CONT"
	Region         Kind = "L.RGN"
	Road           Kind = "R.RD"
	River          Kind = "H.STM"
)

// Class returns the feature class: 'P' populated place, 'A' division, 'S' spot,
// 'L' area, 'H' water, 'T' terrain, 'R' road, 'V' vegetation; 0 when empty.
func (k Kind) Class() byte {
	if k == "" {
		return 0
	}
	return k[0]
}

// Code returns the feature code without its class.
func (k Kind) Code() string {
	_, code, _ := strings.Cut(string(k), ".")
	return code
}

// IsCountry reports whether k is a country or dependency.
func (k Kind) IsCountry() bool { return strings.HasPrefix(string(k), "A.PCL") }

// IsDivision reports whether k is an administrative division of any level.
func (k Kind) IsDivision() bool { return strings.HasPrefix(string(k), "A.ADM") }

// IsGone reports whether k is an abandoned, destroyed or historical settlement.
func (k Kind) IsGone() bool { return k == "P.PPLQ" || k == "P.PPLW" || k == "P.PPLH" }

// Place is a place of a gazetteer, without its other names and its shape.
type Place struct {
	ID         string    // with its source as prefix: gn GeoNames, wof Who's On First, dl Dateline
	Name       string    // the usual English name
	Kind       Kind      // what it is
	Point      orb.Point // lon, lat in degrees, WGS 84; of a division its seat or centre
	Country    string    // ISO 3166-1 alpha-2, empty if it spans several
	Admin1     string    // code of the first-level division within Country, as "12"; may be empty
	Admin2     string    // code of the second-level division within Admin1; may be empty
	Population int       // 0 if unknown
	Source     string    // origin of the coordinates, for people
	SourceDate string    // their date: the source's last change, else its edition; as 2020-03-18, empty if unknown
}

// IsOwn reports whether a place is from a user's own table: its ID starts with the name of the
// table, as villages.17.
func (p *Place) IsOwn() bool {
	return strings.Contains(p.ID, ".") && !strings.HasPrefix(p.ID, "dl-")
}

// Entry is a Place with everything a source knows of it: what importers read and Build compiles.
type Entry struct {
	Place
	Names    []string     // other names, in any script
	Geometry orb.Geometry // line or area, or nil
}

// Code returns the key that identifies a division across sources: "SY" for a country, "SY.12"
// for its first-level division, "SY.12.169388" for a second-level one. It is empty for all other
// places.
func (p *Place) Code() string {
	switch {
	case p.Country == "":
		return ""
	case p.Kind == Country:
		return p.Country
	case p.Kind == FirstDivision && p.Admin1 != "":
		return p.Country + "." + p.Admin1
	case p.Kind == SecondDivision && p.Admin1 != "" && p.Admin2 != "":
		return p.Country + "." + p.Admin1 + "." + p.Admin2
	}
	return ""
}
