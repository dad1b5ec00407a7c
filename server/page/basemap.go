package page

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// Basemap is a file of vector tiles (PMTiles 3) in Protomaps' schema, which the page
// draws below the data and asks for by ranges. nil is none: the page draws a basemap
// of its own. It is safe for concurrent use.
type Basemap struct {
	file    *os.File
	size    int64
	changed time.Time
	zoom    int // the largest that it has tiles of
}

// basemapPath is where the page finds the file.
const basemapPath = "/basemap.pmtiles"

// OpenBasemap opens a file; empty is none. What is no PMTiles file of version 3 with
// vector tiles is an error.
func OpenBasemap(path string) (*Basemap, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b, err := readBasemap(f)
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// The header of a PMTiles file
// (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
const (
	pmtilesHeader = 127
	pmtilesType   = 99 // where the type of the tiles is
	pmtilesMVT    = 1
	pmtilesZoom   = 101 // where the largest zoom is
)

func readBasemap(f *os.File) (*Basemap, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	header := make([]byte, pmtilesHeader)
	if _, err := f.ReadAt(header, 0); err != nil {
		return nil, fmt.Errorf("it is too short for a PMTiles file")
	}
	switch {
	case string(header[:7]) != "PMTiles" || header[7] != 3:
		return nil, fmt.Errorf("it is no PMTiles file of version 3; docs/page.md says how to cut one")
	case header[pmtilesType] != pmtilesMVT:
		return nil, fmt.Errorf("its tiles are pictures; a basemap wants vector tiles in Protomaps' schema")
	}
	return &Basemap{f, info.Size(), info.ModTime(), int(header[pmtilesZoom])}, nil
}

// Close closes the file.
func (b *Basemap) Close() error {
	if b == nil {
		return nil
	}
	return b.file.Close()
}

// Handler answers for the file, and leaves the rest to next.
func (b *Basemap) Handler(next http.Handler) http.Handler {
	if b == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != basemapPath {
			next.ServeHTTP(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", "application/vnd.pmtiles")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("ETag", fmt.Sprintf(`"%x-%x"`, b.changed.UnixNano(), b.size))
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		http.ServeContent(w, r, "", b.changed, io.NewSectionReader(b.file, 0, b.size))
	})
}

// into names the file in the head of the page.
func (b *Basemap) into(page []byte) []byte {
	if b == nil {
		return page
	}
	return intoHead(page, fmt.Sprintf("<meta name=\"dateline-basemap\" content=\"basemap.pmtiles\" data-zoom=\"%d\" />\n", b.zoom))
}
