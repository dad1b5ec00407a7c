package main

import (
	"bufio"
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
)

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
