package write_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/server/servertest"
)

// A body that is compressed, or an archive, is refused whatever its headers say.
func TestPackedBody(t *testing.T) {
	var zipped, members bytes.Buffer
	z := gzip.NewWriter(&zipped)
	z.Write([]byte("Fighting near Hama."))
	z.Close()
	m := zip.NewWriter(&members)
	f, err := m.Create("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte("Fighting near Hama."))
	m.Close()
	h := servertest.New(t, nil)
	for name, body := range map[string]string{
		"gzip": zipped.String(),
		"zip":  members.String(),
		"WARC": "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 19\r\n\r\nFighting near Hama.\r\n\r\n",
	} {
		r := httptest.NewRequest(http.MethodPost, "/parse", strings.NewReader(body))
		r.Header.Set("Content-Type", "text/plain")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "compressed, or an archive") {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}
