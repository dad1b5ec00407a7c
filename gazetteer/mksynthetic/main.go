// Command mksynthetic writes synthetic places, in the 19-column format of the GeoNames dumps, to
// measure the gazetteer with many names:
//
//	go run ./gazetteer/mksynthetic -n 5000000 -o synthetic.txt
//
// The same number and seed give the same bytes. See docs/gazetteer.md.
package main

import (
	"bufio"
	"flag"
	"io"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 150_000, "names to write, over all places")
	seed := flag.Uint64("seed", 1, "seed of the random numbers")
	out := flag.String("o", "synthetic.txt", "file to write")
	flag.Parse()
	if err := writeFile(*out, *n, *seed); err != nil {
		log.Fatal("mksynthetic: ", err)
	}
}

func writeFile(path string, names int, seed uint64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	err = write(f, names, seed)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// write writes places with a total number of names.
func write(w io.Writer, names int, seed uint64) error {
	out := bufio.NewWriterSize(w, 1<<20)
	m := maker{r: rand.New(rand.NewPCG(seed, 0))}
	for id := firstID; names > 0; id++ {
		row, n := m.row(id)
		names -= n
		if _, err := out.WriteString(row); err != nil {
			return err
		}
	}
	return out.Flush()
}

// firstID is the first number of synthetic places: above GeoNames' present ones, below those
// that mark another source.
const firstID = 20_000_000

// maker makes places.
type maker struct{ r *rand.Rand }

// row returns the line of a place and its number of names.
func (m maker) row(id int) (line string, names int) {
	land := lands[m.r.IntN(len(lands))]
	usual, others := m.names(land)
	ascii := usual
	kind, population := "PPL", m.population()
	if population > 100_000 {
		kind = "PPLA"
	}
	col := [...]string{
		strconv.Itoa(id), usual, ascii, strings.Join(others, ","), m.degrees(land.south, land.north), m.degrees(land.west, land.east),
		"P", kind, land.code, "", strconv.Itoa(1 + m.r.IntN(20)), "", "", "", strconv.Itoa(population), "", "", "Etc/UTC", "2026-01-01",
	}
	return strings.Join(col[:], "\t") + "\n", 1 + len(others)
}

// population follows Pareto's law, roughly as settlements do, but most places of a dump have
// none.
func (m maker) population() int {
	if m.r.IntN(3) > 0 {
		return 0
	}
	return int(math.Min(50/(1-m.r.Float64()), 1e7))
}

func (m maker) degrees(from, to float64) string {
	return strconv.FormatFloat(from+(to-from)*m.r.Float64(), 'f', 5, 64)
}

// names returns the usual name of a place and one to three others.
func (m maker) names(l land) (usual string, others []string) {
	latin, arabic := m.name(l.heads, l.syllables)
	if arabic == "" {
		tail := l.tails[m.r.IntN(len(l.tails))]
		return latin + tail, []string{latin + " " + l.tails[0]}
	}
	others = []string{arabic}
	if respelt := respell.Replace(latin); respelt != latin {
		others = append(others, respelt)
	}
	return latin, others
}

// name makes a name of a head and syllables, in Latin script and, if the land has it, in Arabic.
// Low numbers are more frequent, so that some names are common and most are rare.
func (m maker) name(heads, syllables []pair) (latin, arabic string) {
	head := heads[m.skewed(len(heads))]
	latin, arabic = head.latin, head.arabic
	stem := ""
	for range 2 + m.r.IntN(3) {
		s := syllables[m.skewed(len(syllables))]
		stem += s.latin
		arabic += s.arabic
	}
	return latin + strings.ToUpper(stem[:1]) + stem[1:], arabic
}

func (m maker) skewed(n int) int {
	f := m.r.Float64()
	return int(f * math.Sqrt(f) * float64(n))
}
