// Command dist makes what is released: an archive of the program for each platform, Debian
// packages, a bill of materials, the licences of everything in the program, and checksums. Build
// the page first (make page). The same sources, version and Go give the same bytes.
//
//	go run ./dist -version 1.2.3 -out bin/dist
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	r := release{}
	flag.StringVar(&r.version, "version", "development", "`version` that the program says")
	flag.StringVar(&r.out, "out", filepath.Join("bin", "dist"), "`folder` of what is made, removed before")
	platforms := flag.String("platforms", "linux/amd64,linux/arm64,darwin/amd64,darwin/arm64,windows/amd64,windows/arm64", "`list` of systems and processors")
	date := flag.Int64("date", 0, "`seconds` since 1970 that all files are dated with, as of the commit")
	flag.Parse()
	r.date = time.Unix(*date, 0).UTC()
	if err := r.make(strings.Split(*platforms, ",")); err != nil {
		log.Fatal("dist: ", err)
	}
}

// release is a release under construction.
type release struct {
	version string
	out     string
	date    time.Time
}

// file is a file of an archive.
type file struct {
	name string
	body []byte
	mode fs.FileMode
}

func (r *release) make(platforms []string) error {
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(r.out, "build", "empty"), 0o755); err != nil { // folders of Containerfile
		return err
	}
	native := r.binary(runtime.GOOS, runtime.GOARCH)
	if err := r.build(runtime.GOOS, runtime.GOARCH); err != nil {
		return err
	}
	parts, err := componentsOf(native)
	if err != nil {
		return err
	}
	common, err := r.common(native, parts)
	if err != nil {
		return err
	}
	for _, p := range platforms {
		system, processor, ok := strings.Cut(p, "/")
		if !ok {
			return fmt.Errorf("platform %q: want one as linux/amd64", p)
		}
		if err := r.pack(system, processor, common); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	bill, err := billOfMaterials(r.version, r.date, parts)
	if err != nil {
		return err
	}
	if err := r.write("dateline_"+r.version+".cdx.json", bill); err != nil {
		return err
	}
	return r.checksums()
}

// binary is the path of the program for a platform; Containerfile takes it from there.
func (r *release) binary(system, processor string) string {
	name := "dateline"
	if system == "windows" {
		name += ".exe"
	}
	return filepath.Join(r.out, "build", system+"_"+processor, name)
}

func (r *release) build(system, processor string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-tags=nomsgpack", "-buildvcs=false", "-ldflags", "-s -w -buildid= -X dateline/cmd/dateline/cli.linked="+r.version,
		"-o", r.binary(system, processor), "./cmd/dateline")
	cmd.Env = append(os.Environ(), "GOFLAGS=", "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor)
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

// common returns the files that go with the program on every platform.
func (r *release) common(native string, parts []component) ([]file, error) {
	var files []file
	for _, name := range []string{"LICENSE", "NOTICE", "README.md", "CHANGELOG.md"} {
		body, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, body, 0o644})
	}
	files = append(files, file{"LICENCES.txt", licences(parts), 0o644})
	pages, err := os.MkdirTemp("", "dateline-man-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(pages)
	man := exec.Command(native, "man", pages)
	man.Env = []string{"HOME=/home"} // manual pages must not name folders of this machine
	if err := man.Run(); err != nil {
		return nil, fmt.Errorf("man: %w", err)
	}
	names, err := filepath.Glob(filepath.Join(pages, "*.1"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{"share/man/man1/" + filepath.Base(name), body, 0o644})
	}
	for shell, name := range map[string]string{
		"bash": "share/bash-completion/completions/dateline", "zsh": "share/zsh/site-functions/_dateline", "fish": "share/fish/vendor_completions.d/dateline.fish",
	} {
		body, err := exec.Command(native, "completion", shell).Output()
		if err != nil {
			return nil, fmt.Errorf("completion %s: %w", shell, err)
		}
		files = append(files, file{name, body, 0o644})
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, nil
}

// pack builds the program for a platform, with its archive and Debian package.
func (r *release) pack(system, processor string, common []file) error {
	if err := r.build(system, processor); err != nil {
		return err
	}
	program, err := os.ReadFile(r.binary(system, processor))
	if err != nil {
		return err
	}
	name := fmt.Sprintf("dateline_%s_%s_%s", r.version, system, processor)
	files := append([]file{{filepath.Base(r.binary(system, processor)), program, 0o755}}, common...)
	if system == "windows" {
		body, err := zipped(name, files, r.date)
		if err != nil {
			return err
		}
		return r.write(name+".zip", body)
	}
	body, err := tarred(name+"/", files, r.date)
	if err != nil {
		return err
	}
	if err := r.write(name+".tar.gz", body); err != nil || system != "linux" {
		return err
	}
	deb, err := debian(r.version, processor, program, common, r.date)
	if err != nil {
		return err
	}
	return r.write(fmt.Sprintf("dateline_%s_%s.deb", debianVersion(r.version), processor), deb)
}

func (r *release) write(name string, body []byte) error {
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	log.Printf("%s: %.1f MB", name, float64(len(body))/1e6)
	return os.WriteFile(filepath.Join(r.out, name), body, 0o644)
}

// checksums writes the checksums of all files, as sha256sum --check reads them.
func (r *release) checksums() error {
	entries, err := os.ReadDir(r.out)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		body, err := os.ReadFile(filepath.Join(r.out, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(body), e.Name())
	}
	return r.write("SHA256SUMS", []byte(sums.String()))
}
