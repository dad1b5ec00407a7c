package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"
)

// tarred packs files below a folder, all of one date and owner.
func tarred(below string, files []file, date time.Time) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(z)
	made := map[string]bool{"./": true}
	for _, f := range files {
		name := below + f.name
		for _, dir := range foldersOf(name) {
			if made[dir] {
				continue
			}
			made[dir] = true
			if err := t.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: dir, Mode: 0o755, ModTime: date, Format: tar.FormatGNU}); err != nil {
				return nil, err
			}
		}
		header := tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: int64(f.mode), Size: int64(len(f.body)), ModTime: date, Format: tar.FormatGNU}
		if err := t.WriteHeader(&header); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.body); err != nil {
			return nil, err
		}
	}
	err = errors.Join(t.Close(), z.Close())
	return b.Bytes(), err
}

// foldersOf returns the folders that contain a file, outermost first.
func foldersOf(name string) []string {
	var out []string
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		prefix := ""
		if strings.HasPrefix(name, "./") {
			prefix = "./"
		}
		out = append([]string{prefix + dir + "/"}, out...)
	}
	return out
}

func zipped(below string, files []file, date time.Time) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		header := zip.FileHeader{Name: below + "/" + f.name, Method: zip.Deflate, Modified: date}
		header.SetMode(f.mode)
		w, err := z.CreateHeader(&header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.body); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// debian makes a binary package (deb(5)): an ar archive of a version, a tar of metadata and a tar
// of files.
func debian(version, processor string, program []byte, common []file, date time.Time) ([]byte, error) {
	files := []file{{"usr/bin/dateline", program, 0o755}}
	for _, f := range common {
		if !strings.HasPrefix(f.name, "share/") {
			f.name = "share/doc/dateline/" + f.name
		}
		f.name = strings.ReplaceAll("usr/"+f.name, "share/zsh/site-functions", "share/zsh/vendor-completions")
		f.name = strings.ReplaceAll(f.name, "share/doc/dateline/LICENSE", "share/doc/dateline/copyright")
		files = append(files, f)
	}
	size := 0
	for _, f := range files {
		size += len(f.body)
	}
	control := fmt.Sprintf(`Package: dateline
Version: %s
Architecture: %s
Maintainer: the authors of Dateline <dateline@localhost>
Installed-Size: %d
Section: science
Priority: optional
Description: maps the places that news articles mention
 Dateline reads news articles, finds the places and frontlines that they
 mention, and shows them on a map with a timeline and to GIS tools.
`, debianVersion(version), processor, size/1024)
	about, err := tarred("./", []file{{"control", []byte(control), 0o644}}, date)
	if err != nil {
		return nil, err
	}
	data, err := tarred("./", files, date)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("!<arch>\n")
	for _, member := range []file{{"debian-binary", []byte("2.0\n"), 0o644}, {"control.tar.gz", about, 0o644}, {"data.tar.gz", data, 0o644}} {
		fmt.Fprintf(&b, "%-16s%-12d%-6d%-6d%-8o%-10d`\n", member.name, date.Unix(), 0, 0, 0o100000|member.mode, len(member.body))
		b.Write(member.body)
		if len(member.body)%2 == 1 {
			b.WriteByte('\n')
		}
	}
	return b.Bytes(), nil
}

// debianVersion makes a version begin with a digit, as Debian requires.
func debianVersion(version string) string {
	version = strings.ReplaceAll(strings.TrimPrefix(version, "v"), "-", "+")
	if version == "" || version[0] < '0' || version[0] > '9' {
		version = "0~" + version
	}
	return version
}
