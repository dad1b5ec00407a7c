package main

import "strings"

// pair is a part of a name in both scripts; arabic is empty in lands with Latin script only.
type pair struct{ latin, arabic string }

// land is a region with the sounds of its names.
type land struct {
	code                     string
	south, north, west, east float64
	heads, syllables         []pair
	tails                    []string
}

var (
	levantHeads = []pair{
		{"", ""}, {"Tall ", "تل "}, {"Khirbat ", "خربة "}, {"Kafr ", "كفر "}, {"", ""}, {"Umm ", "أم "}, {"Bayt ", "بيت "}, {"Ayn ", "عين "},
		{"Dayr ", "دير "}, {"Al ", "ال"}, {"Wadi ", "وادي "}, {"Jabal ", "جبل "}, {"Abu ", "أبو "}, {"Khan ", "خان "}, {"Bir ", "بئر "},
	}
	levantSyllables = []pair{
		{"ha", "ها"}, {"ma", "ما"}, {"ri", "ري"}, {"la", "لا"}, {"sa", "سا"}, {"ni", "ني"}, {"bu", "بو"}, {"dar", "دار"}, {"kun", "كون"}, {"zay", "زي"},
		{"tin", "تين"}, {"far", "فار"}, {"qa", "قا"}, {"sh", "ش"}, {"mar", "مر"}, {"jib", "جب"}, {"ham", "حم"}, {"ras", "رس"}, {"sul", "سل"}, {"tan", "طان"},
		{"ghu", "غو"}, {"bal", "بل"}, {"nus", "نص"}, {"khal", "خل"}, {"dun", "دون"}, {"miya", "مية"}, {"rif", "ريف"}, {"hus", "حص"}, {"lat", "لط"}, {"id", "يد"},
	}
	westHeads = []pair{
		{}, {}, {latin: "New "}, {latin: "Saint "}, {latin: "San "}, {latin: "North "}, {latin: "Lake "}, {latin: "West "}, {latin: "Port "}, {latin: "Fort "}, {latin: "Mount "},
	}
	westSyllables = []pair{
		{latin: "ber"}, {latin: "ling"}, {latin: "ton"}, {latin: "ha"}, {latin: "ver"}, {latin: "mar"}, {latin: "lo"}, {latin: "car"}, {latin: "wes"}, {latin: "den"},
		{latin: "ash"}, {latin: "bro"}, {latin: "kel"}, {latin: "sta"}, {latin: "gra"}, {latin: "mil"}, {latin: "ros"}, {latin: "tre"}, {latin: "vil"}, {latin: "nor"},
		{latin: "el"}, {latin: "dra"}, {latin: "sti"}, {latin: "cor"}, {latin: "pen"}, {latin: "wil"}, {latin: "sha"}, {latin: "tor"}, {latin: "bel"}, {latin: "hol"},
	}
	westTails = []string{"Township", "", "ville", "", "burg", "ton", "", "field", "ford"}
)

// lands borrow the sounds of the countries whose codes they have.
var lands = [...]land{
	{"SY", 32.5, 37, 36, 42, levantHeads, levantSyllables, nil},
	{"IQ", 30, 37, 40, 48, levantHeads, levantSyllables, nil},
	{"EG", 23, 31, 26, 34, levantHeads, levantSyllables, nil},
	{"US", 30, 48, -120, -75, westHeads, westSyllables, westTails},
	{"FR", 43, 50, -1, 7, westHeads, westSyllables, westTails},
	{"BR", -30, -5, -60, -40, westHeads, westSyllables, westTails},
}

// respell transliterates a name in another way.
var respell = strings.NewReplacer("ay", "ei", "q", "k", "sh", "ch", "Tall ", "Tell ", "Khirbat ", "Khirbet ", "u", "ou", "Al ", "El-")
