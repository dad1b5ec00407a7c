package download

import (
	"archive/zip"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

// part is a partial download with the server's metadata.
type part struct {
	path string
	size int64

	URL          string `json:"url"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"lastModified,omitempty"`
	Total        int64  `json:"total"` // size of the file, -1 if unknown
}

// openPart returns the partial download of f; empty if it may be of another file.
func openPart(f *File) *part {
	p := &part{path: f.Path + ".part"}
	said, err := os.ReadFile(p.path + ".json")
	if err != nil || json.Unmarshal(said, p) != nil || p.URL != f.URL || p.validator() == "" {
		return p
	}
	if info, err := os.Stat(p.path); err == nil {
		p.size = info.Size()
	}
	return p
}

// validator returns a value for If-Range: a strong ETag, else the modification time; empty if
// there is neither, and the download can't be resumed.
func (p *part) validator() string {
	if isStrong(p.ETag) {
		return p.ETag
	}
	return p.LastModified
}

// begin discards the part and records the server's metadata.
func (p *part) begin(url string, resp *http.Response) error {
	p.size, p.URL, p.Total = 0, url, resp.ContentLength
	p.ETag, p.LastModified = resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	said, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := os.WriteFile(p.path, nil, 0o644); err != nil {
		return err
	}
	return os.WriteFile(p.path+".json", said, 0o644)
}

// continuedBy reports whether a partial response continues the part, of the same file.
func (p *part) continuedBy(resp *http.Response) bool {
	var from, to, total int64
	if _, err := fmt.Sscanf(resp.Header.Get("Content-Range"), "bytes %d-%d/%d", &from, &to, &total); err != nil {
		return false
	}
	etag := cmp.Or(resp.Header.Get("ETag"), p.ETag)
	changed := cmp.Or(resp.Header.Get("Last-Modified"), p.LastModified)
	return from == p.size && to == total-1 && (p.Total < 0 || total == p.Total) && etag == p.ETag && changed == p.LastModified
}

func (p *part) appendTo() (*os.File, error) {
	return os.OpenFile(p.path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
}

// finish verifies and renames the archive.
func (p *part) finish(path string) error {
	if err := verify(p.path); err != nil {
		p.remove()
		return fmt.Errorf("the download is not a valid zip archive: %w; it is discarded, try again", err)
	}
	if err := os.Rename(p.path, path); err != nil {
		return err
	}
	os.Remove(p.path + ".json")
	return nil
}

func (p *part) remove() {
	os.Remove(p.path)
	os.Remove(p.path + ".json")
}

// verify reads every member of a zip archive, which checks their checksums.
func verify(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, member := range archive.File {
		if strings.HasSuffix(member.Name, "/") {
			continue
		}
		r, err := member.Open()
		if err != nil {
			return fmt.Errorf("%s: %w", member.Name, err)
		}
		_, err = io.Copy(io.Discard, r)
		r.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", member.Name, err)
		}
	}
	return nil
}
