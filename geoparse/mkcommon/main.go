// Command mkcommon writes the lists of words that the parser must not take for
// names, from dictionaries that Debian packages. For English, the words that
// begin sentences, from the SCOWL list of wamerican-small:
//
//	apt-get install wamerican-small
//	go run ./geoparse/mkcommon </usr/share/dict/american-english-small >geoparse/lexicon/common.en.txt
//
// For Arabic, the nouns of Ayaspell's dictionary in hunspell-ar that some place
// of the built-in gazetteer is called too:
//
//	apt-get install hunspell-ar
//	go run ./geoparse/mkcommon -arabic </usr/share/hunspell/ar.dic >geoparse/lexicon/nouns.ar.txt
//
// It is run by hand; the results are committed.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("mkcommon: ")
	isArabic := flag.Bool("arabic", false, "read Ayaspell's dictionary, write Arabic nouns")
	flag.Parse()
	write := writeEnglish
	if *isArabic {
		write = writeArabic
	}
	out := bufio.NewWriter(os.Stdout)
	if err := write(out, os.Stdin); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func writeEnglish(out io.Writer, list io.Reader) error {
	in := bufio.NewScanner(list)
	fmt.Fprintln(out, "# Common English words, from SCOWL (see NOTICE) by geoparse/mkcommon.")
	fmt.Fprintln(out, "[common]")
	for in.Scan() {
		if isPlain(in.Text()) {
			fmt.Fprintln(out, in.Text())
		}
	}
	return in.Err()
}

// isPlain reports whether a word has two or more letters, all a to z.
func isPlain(word string) bool {
	for _, r := range word {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return len(word) > 1
}
