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

// nounFile is the file within Ayaspell's dictionary that holds the nouns.
const nounFile = "names.dic"

// properSections are the headings under which it lists names of continents,
// countries, capitals and people, and what was taken over unsorted.
var properSections = []string{"القارات", "البلدان", "العواصم", "أشخاص", "أسماء", "مفرداتTB"}

// writeArabic writes the nouns of the dictionary that are also the name of a
// place, with or without the article, folded and in order.
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
