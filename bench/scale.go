package main

import (
	"bufio"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
	"github.com/paulmach/orb/maptile"
)

// scale fills an archive in PostgreSQL step by step, and at each step asks a server that answers
// from the database:
//
//	go run . scale -dateline ../bin/dateline [-dir /var/tmp] [-steps 1000000,10000000]
//
// Mentions are written into the tables by COPY, as Dateline does, but without documents: it measures
// the database, not the reading of articles.
func scale(args []string) error {
	flags := flag.NewFlagSet("scale", flag.ContinueOnError)
	dateline := flags.String("dateline", "bin/dateline", "the program to measure")
	under := flags.String("dir", os.TempDir(), "folder of the temporary cluster")
	steps := flags.String("steps", "1000000,10000000", "number of mentions at each step")
	at := flags.String("data", "", "postgres://… of a database to fill and keep, instead of a temporary cluster")
	if err := flags.Parse(args); err != nil {
		return err
	}
	path, err := filepath.Abs(*dateline)
	if err != nil {
		return err
	}
	url, end, err := scaled(*at, *under)
	if err != nil {
		return err
	}
	defer end()
	if err := migrate(path, url); err != nil {
		return err
	}
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release() // on a signal, stop what was started
	f := &filler{ctx: ctx, maker: newMaker(gazetteer), url: url, rand: rand.New(rand.NewPCG(20, 50))}
	if err := f.goOn(); err != nil {
		return err
	}
	for step := range strings.SplitSeq(*steps, ",") {
		n, err := strconv.Atoi(step)
		if err != nil {
			return errUsage
		}
		if err := f.fill(n); err != nil {
			return err
		}
		began := time.Now()
		if err := migrate(path, url); err != nil {
			return err
		}
		fmt.Printf("  mentions counted at each point (migrate) after %.0f s\n", time.Since(began).Seconds())
		if err := f.ask(path); err != nil {
			return err
		}
	}
	return nil
}

// migrate runs migrate, which creates the tables and counts the mentions as Dateline's writers do.
func migrate(path, url string) error {
	if out, err := exec.Command(path, "migrate", "--data", url).CombinedOutput(); err != nil {
		return fmt.Errorf("migrate: %w: %s", err, out)
	}
	return nil
}

// scaled returns the address of the database to fill, which may be in a new cluster in a folder,
// and a function that removes the cluster.
func scaled(at, under string) (url string, end func(), err error) {
	if at != "" {
		return at, func() {}, nil
	}
	dir, err := os.MkdirTemp(under, "dateline-scale-*")
	if err != nil {
		return "", nil, err
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	db, err := startPostgres(dir)
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	return strings.Replace(db.url, "postgresql:", "postgres:", 1), func() { db.stop(); os.RemoveAll(dir) }, nil
}

// filler writes mentions into an archive's tables.
type filler struct {
	*maker
	ctx                context.Context
	url                string
	rand               *rand.Rand
	mentions, articles int // so far
}

// articlesADay is the number of articles published each day, in sequence.
const articlesADay = 60

// goOn continues after the existing rows.
func (f *filler) goOn() error {
	c, err := pgx.Connect(f.ctx, f.url)
	if err != nil {
		return err
	}
	defer c.Close(context.WithoutCancel(f.ctx))
	return c.QueryRow(f.ctx, `SELECT (SELECT coalesce(max(fid), 0) FROM dateline_archive.mentions), (SELECT coalesce(max(fid), 0) FROM dateline_archive.articles)`).Scan(&f.mentions, &f.articles)
}

// fill writes mentions until there are n.
func (f *filler) fill(n int) error {
	if n <= f.mentions {
		return nil
	}
	ctx, began, before := f.ctx, time.Now(), f.mentions
	c, err := pgx.Connect(ctx, f.url)
	if err != nil {
		return err
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, `SELECT dateline_archive.dateline_make_partition('mentions', $1)`, n); err != nil {
		return err
	}
	read, write := io.Pipe()
	first := f.articles
	go func() { write.CloseWithError(f.write(write, n)) }()
	const columns = `fid, geom, id, place, name, phrase, sentence, start, "end", article, source, language, date, date_precision, date_from, published, role, kind, precision, confidence, country, admin1`
	if _, err := c.PgConn().CopyFrom(ctx, read, "COPY dateline_archive.mentions ("+columns+") FROM STDIN"); err != nil {
		return err
	}
	took := time.Since(began)
	for _, sql := range []string{
		fmt.Sprintf(`INSERT INTO dateline_archive.articles (fid, id, title, source, published, date, language, mentions)
  SELECT n + 1, lpad(to_hex(n), 16, '0'), 'Article ' || n, 'Paper ' || n %% 40, d, d, 'en', %d
  FROM (SELECT n, (DATE '2011-01-01' + (n / %d)::int) AS d FROM generate_series(%d::bigint, %d) n) x`, perArticle, articlesADay, first, f.articles-1),
		`TRUNCATE dateline_archive.places`,
		`INSERT INTO dateline_archive.places (fid, geom, id, name, kind, precision, mentions, articles, first, last)
  SELECT row_number() OVER (ORDER BY min(fid)), (array_agg(geom))[1], place, min(name), 'P.PPL', 'town', count(*), count(*), min(date), max(date)
  FROM dateline_archive.mentions GROUP BY place`,
		`VACUUM ANALYZE`,
	} {
		if _, err := c.Exec(ctx, sql); err != nil {
			return fmt.Errorf("%.60s: %w", sql, err)
		}
	}
	var size, indexes string
	err = c.QueryRow(ctx, `SELECT pg_size_pretty(sum(pg_table_size(relid))), pg_size_pretty(sum(pg_indexes_size(relid))) FROM pg_partition_tree('dateline_archive.mentions') WHERE isleaf`).Scan(&size, &indexes)
	fmt.Printf("\n%d mentions: %d by COPY in %.0f s, %.0f per second; table %s, indexes %s; counted and analysed after %.0f s\n",
		f.mentions, f.mentions-before, took.Seconds(), float64(f.mentions-before)/took.Seconds(), size, indexes, time.Since(began).Seconds())
	return err
}

// write writes rows in the format of COPY.
func (f *filler) write(to io.Writer, n int) error {
	w := bufio.NewWriterSize(to, 1<<20)
	points := make([]string, len(f.towns))
	for i := range f.towns {
		b, err := ewkb.Marshal(orb.Point{round(f.towns[i].lon), round(f.towns[i].lat)}, 4326)
		if err != nil {
			return err
		}
		points[i] = hex.EncodeToString(b)
	}
	row := make([]byte, 0, 1024)
	for ; f.mentions < n; f.articles++ {
		id := fmt.Sprintf("%016x", f.articles)
		published := time.Date(2011, 1, 1+f.articles/articlesADay, 0, 0, 0, 0, time.UTC)
		for i, at := 0, 0; i < perArticle && f.mentions < n; i++ {
			f.mentions++
			town := int(math.Pow(f.rand.Float64(), 2.2) * towns)
			name := f.towns[town].name
			sentence := name + " is named in a report of a made-up day, number " + strconv.Itoa(f.rand.IntN(1000)) + "."
			end := at + len(name)
			row = strconv.AppendInt(row[:0], int64(f.mentions), 10)
			for _, cell := range []string{
				points[town], id + "-" + strconv.Itoa(at) + "-" + strconv.Itoa(end), f.towns[town].id, name, name, sentence,
				strconv.Itoa(at), strconv.Itoa(end), id, "Paper " + strconv.Itoa(f.articles%40), "en",
				published.AddDate(0, 0, -f.rand.IntN(10)).Format(time.DateOnly), "day", "text", published.Format(time.DateOnly),
				"place", "P.PPL", "town", strconv.FormatFloat(float64(40+f.rand.IntN(60))/100, 'f', -1, 64), "Syria", "Hama",
			} {
				row = append(append(row, '\t'), cell...)
			}
			if _, err := w.Write(append(row, '\n')); err != nil {
				return err
			}
			at += len(sentence) + 1
		}
	}
	return w.Flush()
}

// ask starts a server and times its answers.
func (f *filler) ask(dateline string) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	dir, err := os.MkdirTemp("", "dateline-scale-server-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	p, err := start(dir, nil, nil, dateline, "serve", "--data", f.url, "--engine", "postgis", "--addr", address, "--client-steps", "0")
	if err != nil {
		return err
	}
	defer p.stop()
	base := "http://" + address
	if err := p.awaitURL(base + "/healthz"); err != nil {
		return err
	}
	box := func() string {
		x, y := west+f.rand.Float64()*(east-west-1), south+f.rand.Float64()*(north-south-1)
		return fmt.Sprintf("bbox=%.3f,%.3f,%.3f,%.3f", x, y, x+1, y+1)
	}
	month := func() string {
		days := f.articles / articlesADay
		from := time.Date(2011, 1, 1+f.rand.IntN(max(1, days-30)), 0, 0, 0, 0, time.UTC)
		return "datetime=" + from.Format(time.DateOnly) + "/" + from.AddDate(0, 0, 30).Format(time.DateOnly)
	}
	tile := func(zoom int) string {
		t := maptile.At(orb.Point{west + f.rand.Float64()*(east-west), south + f.rand.Float64()*(north-south)}, maptile.Zoom(zoom))
		return fmt.Sprintf("/tiles/mentions/%d/%d/%d.mvt", zoom, t.X, t.Y)
	}
	items, sums := "/collections/mentions/items?limit=1000&", "/collections/mentions/sums?by=place,week&"
	for _, q := range []struct {
		what string
		n    int
		path func() string
	}{
		{"box of one degree, first 1,000", 40, func() string { return items + box() }},
		{"the same of 31 days", 40, func() string { return items + box() + "&" + month() }},
		{"31 days, first 1,000", 40, func() string { return items + month() }},
		{"31 days, without some roles", 10, func() string {
			return items + month() + "&filter=" + "(role+IS+NULL+OR+role+NOT+IN+('metonym','dateline'))"
		}},
		{"a filter (source, confidence)", 20, func() string {
			return items + fmt.Sprintf("filter=source%%3D'Paper+%d'+AND+confidence%%3E0.9", f.rand.IntN(40))
		}},
		{"a rarer one (confidence > 0.98)", 10, func() string {
			return items + fmt.Sprintf("filter=source%%3D'Paper+%d'+AND+confidence%%3E0.98", f.rand.IntN(40))
		}},
		{"one of nothing (confidence < 0.1)", 5, func() string {
			return items + fmt.Sprintf("filter=source%%3D'Paper+%d'+AND+confidence%%3C0.1", f.rand.IntN(40))
		}},
		{"sums of a box in 31 days", 20, func() string { return sums + box() + "&" + month() }},
		{"tile of zoom 10", 20, func() string { return tile(10) }},
		{"tile of zoom 8 of 31 days", 20, func() string { return tile(8) + "?" + month() }},
		{"tile of zoom 8", 5, func() string { return tile(8) }},
		{"tile of zoom 5", 3, func() string { return tile(5) }},
		{"tile of zoom 5 of 31 days", 3, func() string { return tile(5) + "?" + month() }},
		{"tile of zoom 0", 1, func() string { return tile(0) }},
		{"all sums", 1, func() string { return sums }},
	} {
		took, failed := []time.Duration(nil), ""
		for range q.n {
			if err := f.ctx.Err(); err != nil {
				return err
			}
			began := time.Now()
			if _, err := f.get(base + q.path()); err != nil {
				failed = err.Error()
			}
			took = append(took, time.Since(began))
		}
		slices.Sort(took)
		fmt.Printf("  %-34s p50 %7.1f ms  p95 %7.1f ms  %s\n", q.what, ms(took[len(took)/2]), ms(took[len(took)*95/100]), failed)
	}
	body, err := f.get(base + items + "bbox=36,34,37,35")
	var page struct {
		NumberMatched          int
		NumberMatchedEstimated bool
	}
	if err == nil {
		err = json.Unmarshal(body, &page)
	}
	fmt.Printf("  bbox=36,34,37,35 matches %d, estimated: %v\n", page.NumberMatched, page.NumberMatchedEstimated)
	return err
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// get requests a path.
func (f *filler) get(url string) ([]byte, error) {
	q, err := http.NewRequestWithContext(f.ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	r, err := http.DefaultClient.Do(q)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode >= http.StatusBadRequest {
		err = fmt.Errorf("%s: %.150s", r.Status, body)
	}
	return body, err
}
