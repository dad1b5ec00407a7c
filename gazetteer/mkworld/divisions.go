package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

// division is an entry of admin1.json or admin2.json.
type division struct {
	Code string `json:"code"` // "SY.12", "SY.12.169388"
	Name string `json:"name"`
}

// readDivisions reads the names of first- and second-level divisions and places each at the mean
// of its cities, weighted by population. A division without a city is left out.
func readDivisions(dir string, cities []gazetteer.Entry) ([]gazetteer.Entry, error) {
	middles := middlesByCode(cities)
	var entries []gazetteer.Entry
	for _, file := range []string{"admin1.json", "admin2.json"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return nil, err
		}
		var list []division
		if err := json.Unmarshal(data, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for _, d := range list {
			if m, ok := middles[d.Code]; ok {
				entries = append(entries, d.entry(m))
			}
		}
	}
	slices.SortFunc(entries, func(a, b gazetteer.Entry) int { return cmp.Compare(a.ID, b.ID) })
	return entries, nil
}

func (d division) entry(m *middle) gazetteer.Entry {
	parts := strings.SplitN(d.Code, ".", 3)
	e := gazetteer.Entry{Place: gazetteer.Place{
		ID: "dl-" + d.Code, Name: d.Name, Kind: gazetteer.FirstDivision, Country: parts[0], Admin1: parts[1],
		Point: m.point(), Population: m.population, Source: "middle of its cities in GeoNames",
	}}
	if len(parts) == 3 {
		e.Kind, e.Admin2 = gazetteer.SecondDivision, parts[2]
	}
	return e
}

// middle accumulates the cities of a division. Plain means of degrees suffice: no division with
// cities on both sides of the antimeridian gets a mean far from them.
type middle struct {
	lon, lat, weight float64
	population       int
}

func (m *middle) add(p orb.Point, population int) {
	w := float64(population) + 1
	m.lon += w * p[0]
	m.lat += w * p[1]
	m.weight += w
	m.population += population
}

func (m *middle) point() orb.Point { return orb.Point{m.lon / m.weight, m.lat / m.weight} }

func middlesByCode(cities []gazetteer.Entry) map[string]*middle {
	middles := map[string]*middle{}
	for _, c := range cities {
		if c.Admin1 == "" {
			continue
		}
		code := c.Country + "." + c.Admin1
		codes := []string{code}
		if c.Admin2 != "" {
			codes = append(codes, code+"."+c.Admin2)
		}
		for _, code := range codes {
			if middles[code] == nil {
				middles[code] = &middle{}
			}
			middles[code].add(c.Point, c.Population)
		}
	}
	return middles
}
