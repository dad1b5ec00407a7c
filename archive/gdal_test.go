package archive_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/view"
)

// ogr runs a program of GDAL, which must print nothing on stderr.
func ogr(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skipf("no %s here (Debian: gdal-bin)", name)
	}
	var out, warnings bytes.Buffer
	c := exec.Command(path, args...)
	c.Stdout, c.Stderr = &out, &warnings
	if err := c.Run(); err != nil || warnings.Len() > 0 {
		t.Fatalf("%s: %v: %s", c, err, warnings.Bytes())
	}
	return out.String()
}

// fieldsOf are the fields of the layers, with types as ogrinfo names them.
func fieldsOf() map[string][]string {
	ofPlace := []string{"country: String", "admin1: String", "country_ar: String", "admin1_ar: String", "coord_source: String", "coord_date: Date", "uncertainty_km: Real"}
	return map[string][]string{
		schema.Mentions: append([]string{
			"id: String", "place: String", "name: String", "phrase: String", "sentence: String", "start: Integer64",
			"end: Integer64", "article: String", "source: String", "date: Date", "date_precision: String", "date_from: String", "published: Date", "role: String",
			"kind: String", "precision: String", "confidence: Real", "reason: String", "corrected_by: String", "candidates: Integer64", "language: String",
		}, ofPlace...),
		schema.Places: append([]string{
			"id: String", "name: String", "kind: String", "precision: String", "mentions: Integer64",
			"articles: Integer64", "first: Date", "last: Date", "name_ar: String",
		}, ofPlace...),
		schema.Fronts: {
			"id: String", "kind: String", "phrase: String", "reading: String", "uncertainty_km: Real", "schematic: Integer(Boolean)",
			"anchors: String", "sentence: String", "start: Integer64", "end: Integer64", "article: String",
			"source: String", "date: Date", "date_precision: String", "date_from: String", "published: Date", "confidence: Real", "corrected_by: String", "language: String",
		},
		schema.Events: append([]string{
			"id: String", "event: String", "type: String", "phrase: String", "place: String", "name: String", "precision: String", "agent: String", "target: String",
			"holder: String", "held_before: String", "said_by: String", "status: String", "sentence: String", "start: Integer64", "end: Integer64",
			"article: String", "source: String", "date: Date", "date_precision: String", "date_from: String", "published: Date", "confidence: Real", "reason: String", "corrected_by: String", "language: String",
		}, ofPlace...),
		schema.Articles: {
			"id: String", "title: String", "source: String", "byline: String", "url: String",
			"published: DateTime", "date: Date", "language: String", "mentions: Integer64", "corrected_by: String",
		},
	}
}

// GDAL sees the five layers and nothing else, with all features, their extent, the fields with
// their types and the reference system, both while the archive is open and after it is closed.
func TestGDAL(t *testing.T) {
	dir := t.TempDir()
	a := corpustest.Open(t, dir)
	corpustest.Put(t, a, documenttest.New(70).Documents(0, 30))
	check := func() {
		listed := ogr(t, "ogrinfo", "-so", "-al", "-ro", filepath.Join(dir, archive.FileName))
		if n := strings.Count(listed, "Layer name: "); n != 5 {
			t.Errorf("%d layers", n)
		}
		for _, l := range a.View().Layers() {
			if !l.Schema.Derived {
				checkListed(t, listed, l)
			}
		}
	}
	check()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	check()
	corpustest.CheckOneFile(t, dir)
}

func checkListed(t *testing.T, listed string, l *view.Layer) {
	t.Helper()
	_, part, _ := strings.Cut(listed, "Layer name: "+l.Name+"\n")
	part, _, _ = strings.Cut(part, "Layer name: ")
	b, _ := l.Bound()
	for _, want := range []string{
		fmt.Sprintf("Feature Count: %d\n", l.Len()),
		fmt.Sprintf("Extent: (%f, %f) - (%f, %f)\n", b.Min[0], b.Min[1], b.Max[0], b.Max[1]),
		`GEOGCRS["WGS 84"`, "FID Column = fid", "Geometry Column = geom",
	} {
		if !strings.Contains(part, want) {
			t.Errorf("%s: no %q in\n%s", l.Name, want, part)
		}
	}
	_, fields, _ := strings.Cut(part, "Geometry Column = geom\n")
	var got []string
	for line := range strings.Lines(fields) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " (")
		got = append(got, name)
	}
	if got = slices.DeleteFunc(got, func(s string) bool { return s == "" }); !slices.Equal(got, fieldsOf()[l.Name]) {
		t.Errorf("%s: fields %q", l.Name, got)
	}
}

// GDAL reads the values, and can copy the whole archive.
func TestGDALReadsRows(t *testing.T) {
	dir := t.TempDir()
	a := corpustest.Open(t, dir)
	lat, lon, place, name := 35.5, 36.25, "gn1", "Idlib"
	_, err := a.Put(context.Background(), []document.Document{{
		ID: "a1", Title: "A title", Published: "2019-08-22T14:30:00+03:00", Text: "Near إدلب. Elsewhere.",
		Focus: &document.Focus{Place: place, Name: name, Country: "SY", Lat: lat, Lon: lon},
		Mentions: []document.Mention{
			{Start: 5, End: 9, Phrase: "إدلب", Lat: &lat, Lon: &lon, Place: &place, Name: &name, Confidence: 0.5, Date: "2019-08-20"},
			{Start: 11, End: 20, Phrase: "Elsewhere"},
		},
		Fronts: []document.Front{{Start: 0, End: 9, Geometry: []byte(`{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,35]]]}`)}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	read := ogr(t, "ogrinfo", "-al", "-ro", filepath.Join(dir, archive.FileName))
	for _, want := range []string{
		"published (DateTime) = 2019/08/22 11:30:00+00", "date (Date) = 2019/08/20", "POINT (36.25 35.5)",
		"POLYGON ((36 35,37 35,37 36,36 35))", "sentence (String) = Near إدلب.", "phrase (String) = Elsewhere",
		"place (String) = (null)", "confidence (Real) = 0.5", "first (Date) = 2019/08/20",
	} {
		if !strings.Contains(read, want) {
			t.Errorf("no %q in\n%s", want, read)
		}
	}
	ogr(t, "ogr2ogr", "-f", "GPKG", filepath.Join(t.TempDir(), "copy.gpkg"), filepath.Join(dir, archive.FileName))
}
