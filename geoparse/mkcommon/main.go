// Command mkcommon writes the common English words that the parser must not
// take for names merely because they begin a sentence, from the SCOWL list that
// Debian packages as wamerican-small:
//
//	apt-get install wamerican-small
//	go run ./geoparse/mkcommon </usr/share/dict/american-english-small >geoparse/lexicon/common.en.txt
//
// It is run by hand; the result is committed.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	in, out := bufio.NewScanner(os.Stdin), bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "# Common English words, from SCOWL (see NOTICE) by geoparse/mkcommon.")
	fmt.Fprintln(out, "[common]")
	for in.Scan() {
		if isPlain(in.Text()) {
			fmt.Fprintln(out, in.Text())
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal("mkcommon: ", err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal("mkcommon: ", err)
	}
}

// isPlain reports whether a word is of two or more small letters a to z.
func isPlain(word string) bool {
	for _, r := range word {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return len(word) > 1
}
