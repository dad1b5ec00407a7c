package main

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
)

// pygeoapiConfig is a template for the extent in degrees and the port of the database
// (https://docs.pygeoapi.io/en/latest/configuration.html).
const pygeoapiConfig = `
server:
  bind: {host: 127.0.0.1, port: 80}
  url: http://127.0.0.1
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  languages: [en-US]
  limits: {default_items: 1000, max_items: 10000}
  map: {url: "http://127.0.0.1/{z}/{x}/{y}.png", attribution: none}
logging: {level: ERROR}
metadata:
  identification:
    title: {en: bench}
    description: {en: bench}
    keywords: {en: [bench]}
    keywords_type: theme
    terms_of_service: none
    url: http://127.0.0.1
  license: {name: none, url: "http://127.0.0.1"}
  provider: {name: bench, url: "http://127.0.0.1"}
  contact: {name: bench}
resources:
  mentions:
    type: collection
    title: {en: mentions}
    description: {en: made points}
    keywords: {en: [bench]}
    links: []
    extents:
      spatial: {bbox: [%v, %v, %v, %v], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}
      temporal: {begin: 2011-01-01T00:00:00Z, end: null}
    providers:
      - type: feature
        name: PostgreSQL
        data: {host: 127.0.0.1, port: %s, dbname: postgres, user: bench, password: none, search_path: [public]}
        id_field: id
        table: mentions
        geom_field: geom
        time_field: date
`

func launchPygeoapi(dir string, db *postgres) (*server, error) {
	py, err := python("PYGEOAPI_PYTHON", "pygeoapi gunicorn psycopg2-binary SQLAlchemy GeoAlchemy2",
		"pygeoapi", "gunicorn", "psycopg2", "sqlalchemy", "geoalchemy2")
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(db.url)
	if err != nil {
		return nil, err
	}
	config, openapi := filepath.Join(dir, "pygeoapi.yml"), filepath.Join(dir, "pygeoapi-openapi.yml")
	if err := os.WriteFile(config, fmt.Appendf(nil, pygeoapiConfig, west, south, east, north, u.Port()), 0o644); err != nil {
		return nil, err
	}
	env := []string{"PYGEOAPI_CONFIG=" + config, "PYGEOAPI_OPENAPI=" + openapi}
	describe := exec.Command(py, "-c", "from pygeoapi import cli; cli()", "openapi", "generate", config, "--output-file", openapi)
	describe.Env = append(os.Environ(), env...)
	if out, err := describe.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pygeoapi: %w: %s", err, out[max(0, len(out)-1000):])
	}
	s := site{name: "pygeoapi", items: itemsPath + "f=json&"}
	return launch(dir, s, s.items+anyBox, env, py, "-m", "gunicorn", "--workers", "2", "--bind", "127.0.0.1:PORT", "pygeoapi.flask_app:APP")
}
