package main

import (
	"fmt"
	"os"
	"time"

	"dateline/gazetteer"
)

func main() {
	var entries []gazetteer.Entry
	for _, f := range os.Args[2:] {
		r, err := os.Open(f)
		if err != nil {
			panic(err)
		}
		if err := gazetteer.ReadGeoNames(r, func(e gazetteer.Entry) bool { entries = append(entries, e); return true }); err != nil {
			panic(err)
		}
	}
	t := time.Now()
	x, err := gazetteer.NewStore(os.Args[1]).Import(entries)
	fmt.Println(x.Len(), x.NameCount(), x.Size(), err, time.Since(t))
}
