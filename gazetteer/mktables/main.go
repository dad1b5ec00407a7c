// Command mktables compiles the hand-written tables (gazetteer/data/*/*.tsv) into the embedded
// index next to them:
//
//	go generate ./gazetteer
//
// Run it after every change of a table; a test fails until then. The same tables give the same
// bytes.
package main

import (
	"flag"
	"log"
	"os"

	"dateline/gazetteer"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "data/tables.idx.zst", "file to write")
	flag.Parse()
	packed, err := gazetteer.CompileTables()
	if err != nil {
		log.Fatal("mktables: ", err)
	}
	if err := os.WriteFile(*out, packed, 0o644); err != nil {
		log.Fatal("mktables: ", err)
	}
}
