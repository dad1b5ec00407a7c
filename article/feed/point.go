package feed

import (
	"math"
	"strconv"
	"strings"

	ext "github.com/mmcdole/gofeed/extensions"
)

// point returns the coordinates of an entry (GeoRSS Simple or GML, or W3C Basic Geo) as
// longitude and latitude in degrees; nil if it has none that are valid.
func point(extensions ext.Extensions) *[2]float64 {
	said := strings.Fields(extensionValue(extensions, "georss", "point"))
	if len(said) == 0 {
		for _, where := range extensions["georss"]["where"] {
			for _, p := range where.Children["Point"] {
				for _, pos := range p.Children["pos"] {
					said = strings.Fields(pos.Value)
				}
			}
		}
	}
	if len(said) == 0 {
		said = []string{extensionValue(extensions, "geo", "lat"), firstOf(extensionValue(extensions, "geo", "long"), extensionValue(extensions, "geo", "lon"))}
	}
	if said[0] == "" {
		for _, p := range extensions["geo"]["Point"] {
			said = []string{childValue(p, "lat"), firstOf(childValue(p, "long"), childValue(p, "lon"))}
		}
	}
	if len(said) < 2 {
		return nil
	}
	lat, errLat := strconv.ParseFloat(strings.TrimSuffix(said[0], ","), 64)
	lon, errLon := strconv.ParseFloat(said[1], 64)
	if errLat != nil || errLon != nil || !(math.Abs(lat) <= 90) || !(math.Abs(lon) <= 180) {
		return nil
	}
	return &[2]float64{lon, lat}
}

func childValue(e ext.Extension, name string) string {
	for _, c := range e.Children[name] {
		return c.Value
	}
	return ""
}
