package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// postgis answers from the database without any layer in between: the best that a server on PostGIS
// can do.
type postgis struct{ pool *pgxpool.Pool }

func newPostgis(url string) (http.Handler, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.MaxConns = connections
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		return nil, err
	}
	s, mux := postgis{pool}, http.NewServeMux()
	mux.HandleFunc("GET /collections/mentions/items", handle(s.items))
	mux.HandleFunc("GET /tiles/{z}/{x}/{y}", handle(s.tile(tileSQL)))
	mux.HandleFunc("GET /cells/{z}/{x}/{y}", handle(s.tile(cellSQL)))
	mux.HandleFunc("GET /views/{z}/{x}/{y}", handle(s.tile(viewSQL)))
	return mux, nil
}

func handle(answer func(*http.Request) ([]byte, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := answer(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(body) // the client may have left
	}
}

const (
	inBox = ` FROM mentions WHERE geom && ST_MakeEnvelope($1, $2, $3, $4, 4326)`
	timed = ` AND date BETWEEN $5 AND $6`

	fields = `SELECT id, place, name, phrase, sentence, start, "end", article, source, date, published, role, kind, precision, confidence, geom`

	tileSQL = `SELECT ST_AsMVT(t, 'mentions') FROM (
  SELECT id, name, date, sentence, ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 64) AS geom
  FROM spots WHERE geom && ST_TileEnvelope($1, $2, $3)) t`

	// The same for points in degrees, as pg_tileserv does.
	viewSQL = `SELECT ST_AsMVT(t, 'mentions') FROM (
  SELECT id, name, date, sentence, ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($1, $2, $3), 4096, 64) AS geom
  FROM mentions WHERE geom && ST_Transform(ST_TileEnvelope($1, $2, $3), 4326)) t`

	// As in a tile of Dateline: 64 by 64 cells, each a point with a count.
	cellSQL = `WITH e AS (SELECT ST_TileEnvelope($1, $2, $3) AS box),
c AS (SELECT count(*) AS count, min(id) AS id, ST_MakePoint(avg(ST_X(geom)), avg(ST_Y(geom))) AS geom
  FROM spots, e WHERE geom && box
  GROUP BY floor((ST_X(geom) - ST_XMin(box)) / (ST_XMax(box) - ST_XMin(box)) * 64), floor((ST_Y(geom) - ST_YMin(box)) / (ST_YMax(box) - ST_YMin(box)) * 64))
SELECT ST_AsMVT(t, 'mentions') FROM (SELECT count, id, ST_AsMVTGeom(geom, box) AS geom FROM c, e) t`
)

// items answers with a page and the number of all matches, in one query.
func (s postgis) items(r *http.Request) ([]byte, error) {
	v := r.URL.Query()
	where, args := inBox, []any{}
	for side := range strings.SplitSeq(v.Get("bbox"), ",") {
		degrees, err := strconv.ParseFloat(side, 64)
		if err != nil {
			return nil, err
		}
		args = append(args, degrees)
	}
	if first, last, ok := strings.Cut(v.Get("datetime"), "/"); ok {
		where, args = where+timed, append(args, first[:10], last[:10])
	}
	if least, ok := strings.CutPrefix(v.Get("filter"), "confidence >= "); ok {
		where, args = where+fmt.Sprintf(" AND confidence >= $%d", len(args)+1), append(args, least)
	}
	var batch pgx.Batch
	batch.Queue("SELECT count(*)"+where, args...)
	batch.Queue(fmt.Sprintf("SELECT ST_AsGeoJSON(m, 'geom', 5) FROM (%s%s LIMIT $%d) m", fields, where, len(args)+1), append(args, v.Get("limit"))...)
	return s.page(r.Context(), &batch)
}

func (s postgis) page(ctx context.Context, batch *pgx.Batch) ([]byte, error) {
	results := s.pool.SendBatch(ctx, batch)
	defer results.Close()
	var matched, returned int
	if err := results.QueryRow().Scan(&matched); err != nil {
		return nil, err
	}
	rows, err := results.Query()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"type":"FeatureCollection","numberMatched":%d,"features":[`, matched)
	for ; rows.Next(); returned++ {
		if returned > 0 {
			b.WriteByte(',')
		}
		b.Write(rows.RawValues()[0])
	}
	fmt.Fprintf(&b, `],"numberReturned":%d}`, returned)
	return b.Bytes(), rows.Err()
}

func (s postgis) tile(sql string) func(*http.Request) ([]byte, error) {
	return func(r *http.Request) (tile []byte, err error) {
		var at [3]int
		for i, name := range []string{"z", "x", "y"} {
			if at[i], err = strconv.Atoi(r.PathValue(name)); err != nil {
				return nil, err
			}
		}
		err = s.pool.QueryRow(r.Context(), sql, at[0], at[1], at[2]).Scan(&tile)
		return tile, err
	}
}
