package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"dateline/gazetteer"
)

// nounFile is the file of nouns in Ayaspell's dictionary.
const nounFile = "names.dic"

// properSections are its headings of proper names (continents, countries, capitals, people) and
// of unsorted imports.
var properSections = []string{"القارات", "البلدان", "العواصم", "أشخاص", "أسماء", "مفرداتTB"}

// writeArabic writes the nouns that are also names of places, with or without the article,
// folded and sorted.
func writeArabic(out io.Writer, dictionary io.Reader) error {
	gaz, err := gazetteer.Default()
	if err != nil {
		return err
	}
	words := map[string]bool{}
	isNoun, isProper := false, false
	in := bufio.NewScanner(dictionary)
	for in.Scan() {
		line := strings.TrimSpace(in.Text())
		switch {
		case line == "" || line[0] == ':':
		case strings.HasSuffix(line, ".dic"):
			isNoun = line == nounFile
		case strings.HasPrefix(line, "#"):
			isProper = slices.ContainsFunc(properSections, func(section string) bool { return strings.Contains(line, section) })
		case isNoun && !isProper:
			word, _, _ := strings.Cut(line, "/")
			for _, form := range forms(word) {
				if len(gaz.ByName(form)) > 0 {
					words[gazetteer.FoldWord(form)] = true
				}
			}
		}
	}
	fmt.Fprintln(out, "# Arabic nouns that places are called too, from Ayaspell (see NOTICE) by geoparse/mkcommon.")
	fmt.Fprintln(out, "[noun]")
	for _, word := range slices.Sorted(maps.Keys(words)) {
		fmt.Fprintln(out, word)
	}
	return in.Err()
}

// forms returns an Arabic noun and its sound plurals.
func forms(noun string) []string {
	stem := strings.TrimSuffix(noun, "ة")
	return []string{noun, stem + "ين", stem + "ون", stem + "ات"}
}
