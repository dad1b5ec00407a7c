package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var date = time.Unix(1_700_000_000, 0).UTC()

func files() []file {
	return []file{{"LICENSE", []byte("Apache"), 0o644}, {"share/man/man1/dateline.1", []byte(".TH"), 0o644}, {"share/zsh/site-functions/_dateline", []byte("z"), 0o644}}
}

func TestTarred(t *testing.T) {
	first, err := tarred("dateline/", files(), date)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := tarred("dateline/", files(), date); !bytes.Equal(first, again) {
		t.Error("the same files make other bytes")
	}
	z, err := gzip.NewReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for in := tar.NewReader(z); ; {
		h, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(date) || h.Uid != 0 {
			t.Errorf("%s: %v, %d", h.Name, h.ModTime, h.Uid)
		}
		names = append(names, h.Name)
	}
	want := "dateline/ dateline/LICENSE dateline/share/ dateline/share/man/ dateline/share/man/man1/ dateline/share/man/man1/dateline.1 " +
		"dateline/share/zsh/ dateline/share/zsh/site-functions/ dateline/share/zsh/site-functions/_dateline"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestDebian has dpkg read a package, where there is one.
func TestDebian(t *testing.T) {
	deb, err := debian("v1.2-3-gabc", "amd64", []byte("program"), files(), date)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(deb, []byte("!<arch>\ndebian-binary   1700000000  0     0     100644  4         `\n2.0\n")) || len(deb)%2 != 0 {
		t.Errorf("%.80q", deb)
	}
	dpkg, err := exec.LookPath("dpkg-deb")
	if err != nil {
		t.Skip("no dpkg-deb")
	}
	path := filepath.Join(t.TempDir(), "x.deb")
	if err := os.WriteFile(path, deb, 0o600); err != nil {
		t.Fatal(err)
	}
	for what, says := range map[string]string{"--field": "Version: 1.2+3+gabc", "--contents": "./usr/share/zsh/vendor-completions/_dateline"} {
		out, err := exec.Command(dpkg, what, path).CombinedOutput()
		if err != nil || !strings.Contains(string(out), says) {
			t.Errorf("%s: %v\n%s", what, err, out)
		}
	}
}

func TestDebianVersion(t *testing.T) {
	for version, want := range map[string]string{"v1.2.3": "1.2.3", "4a5ba95-dirty": "4a5ba95+dirty", "development": "0~development", "": "0~"} {
		if got := debianVersion(version); got != want {
			t.Errorf("%q: %q, want %q", version, got, want)
		}
	}
}

func TestLicence(t *testing.T) {
	for text, want := range map[string]string{
		"Apache License\n   Version 2.0, January 2004":                                   "Apache-2.0",
		"Permission is hereby granted, free of\ncharge, to any person":                   "MIT",
		"Redistribution and use in source and binary forms … Neither the name of Google": "BSD-3-Clause",
		"Redistribution and use in source and binary forms":                              "BSD-2-Clause",
		"All rights reserved.": "LicenseRef-see-text",
	} {
		c := component{texts: []file{{name: "LICENSE", body: []byte(text)}}}
		if got := c.licence(); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestBillOfMaterials(t *testing.T) {
	mit := []file{{name: "LICENSE", body: []byte("Permission is hereby granted, free of charge")}}
	bill, err := billOfMaterials("1.0", date, []component{{"github.com/a/b", "v1.2.0", "golang", mit}, {"@preact/signals-core", "1.14.5", "npm", mit}})
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Components []struct{ PURL, Name string }
	}
	if err := json.Unmarshal(bill, &doc); err != nil || len(doc.Components) != 2 {
		t.Fatalf("%v\n%s", err, bill)
	}
	if doc.Components[0].PURL != "pkg:golang/github.com/a/b@v1.2.0" || doc.Components[1].PURL != "pkg:npm/%40preact/signals-core@1.14.5" {
		t.Errorf("%+v", doc.Components)
	}
}
