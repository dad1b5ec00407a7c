package page

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// Basemap is a file of vector tiles (PMTiles 3) in Protomaps' schema, which the page draws below
// the data and reads by range requests. nil is none: the page then draws its own base map. It is
// safe for concurrent use.
type Basemap struct {
	file    *os.File
	size    int64
	changed time.Time
	zoom    int // the deepest with tiles
}

// basemapPath is the path of the file.
const basemapPath = "/basemap.pmtiles"

// OpenBasemap opens a file; empty is none. It is an error unless the file is PMTiles version 3
// with vector tiles.
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
	pmtilesType   = 99 // offset of the tile type
	pmtilesMVT    = 1
	pmtilesZoom   = 101 // offset of the maximum zoom
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
		return nil, fmt.Errorf("it is not a PMTiles file of version 3; docs/page.md says how to cut one")
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

// Handler serves the file, and passes other requests to next.
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

// into adds the file's path to the head of the page.
func (b *Basemap) into(page []byte) []byte {
	if b == nil {
		return page
	}
	return intoHead(page, fmt.Sprintf("<meta name=\"dateline-basemap\" content=\"basemap.pmtiles\" data-zoom=\"%d\" />\n", b.zoom))
}
