package main

import (
	"bytes"
	"cmp"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// component is third-party software in the program: Go itself, a module, or a package of the page.
type component struct {
	name    string
	version string
	kind    string // of its package URL: golang, npm
	texts   []file // of its licence
}

// componentsOf returns what a program was built from, Go first, and the packages of its page.
func componentsOf(binary string) ([]component, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	std := component{name: "stdlib", version: strings.TrimPrefix(info.GoVersion, "go"), kind: "golang"}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	if std.texts, err = licenceTexts(strings.TrimSpace(string(root))); err != nil {
		return nil, err
	}
	parts := []component{std}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", m.Path).Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.Path, err)
		}
		c := component{name: m.Path, version: m.Version, kind: "golang"}
		if c.texts, err = licenceTexts(strings.TrimSpace(string(dir))); err != nil {
			return nil, fmt.Errorf("%s: %w", m.Path, err)
		}
		parts = append(parts, c)
	}
	page, err := packagesOfPage()
	return append(parts, page...), err
}

// packagesOfPage returns the packages that the page contains, and their dependencies.
func packagesOfPage() ([]component, error) {
	var lock struct {
		Packages map[string]struct {
			Version      string            `json:"version"`
			Dependencies map[string]string `json:"dependencies"`
		} `json:"packages"`
	}
	text, err := os.ReadFile(filepath.Join("frontend", "package-lock.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		return nil, err
	}
	var parts []component
	seen, open := map[string]bool{}, []string{""}
	for len(open) > 0 {
		needs := lock.Packages[open[0]].Dependencies
		open = open[1:]
		for name := range needs {
			key := "node_modules/" + name
			if seen[key] {
				continue
			}
			seen[key] = true
			open = append(open, key)
			c := component{name: name, version: lock.Packages[key].Version, kind: "npm"}
			if c.texts, err = licenceTexts(filepath.Join("frontend", key)); err != nil && !strings.HasPrefix(name, "@types/") {
				return nil, fmt.Errorf("%s: %w; npm ci brings it", name, err)
			}
			if !strings.HasPrefix(name, "@types/") {
				parts = append(parts, c)
			}
		}
	}
	slices.SortFunc(parts, func(a, b component) int { return cmp.Compare(a.name, b.name) })
	return parts, nil
}

// licenceTexts reads the files of a folder whose names are those of licences.
func licenceTexts(dir string) ([]file, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	named := regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([.-].*)?$`)
	var texts []file
	for _, e := range entries {
		if e.IsDir() || !named.MatchString(e.Name()) {
			continue
		}
		body, err := fs.ReadFile(os.DirFS(dir), e.Name())
		if err != nil {
			return nil, err
		}
		texts = append(texts, file{name: e.Name(), body: body})
	}
	if len(texts) == 0 {
		return namedLicence(dir)
	}
	return texts, nil
}

// namedLicence returns the licence named by an npm package that lacks its text.
func namedLicence(dir string) ([]file, error) {
	var says struct {
		License, Homepage string
		Repository        struct{ URL string }
	}
	body, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err == nil {
		err = json.Unmarshal(body, &says)
	}
	if err != nil || says.License == "" {
		return nil, errors.New("no licence in it")
	}
	text := fmt.Sprintf("%s%s; the package has no text of it, which is at %s\n", licenceNamed, says.License, cmp.Or(says.Repository.URL, says.Homepage))
	return []file{{name: "package.json", body: []byte(text)}}, nil
}

// licenceNamed begins the text of a licence that is only named.
const licenceNamed = "License: "

// licences joins the licences of all components.
func licences(parts []component) []byte {
	var b bytes.Buffer
	b.WriteString("Dateline is under the Apache License 2.0 (LICENSE); NOTICE names the sources of its data.\nWhat follows is what of others is in it, and their licences.\n")
	for _, c := range parts {
		fmt.Fprintf(&b, "\n%s\n%s %s: %s\n", strings.Repeat("=", 78), c.name, c.version, c.licence())
		for _, t := range c.texts {
			fmt.Fprintf(&b, "%s\n%s\n\n%s\n", strings.Repeat("-", 78), t.name, bytes.TrimSpace(t.body))
		}
	}
	return b.Bytes()
}

// licence returns the SPDX name of a component's licence, by the words of its text.
func (c *component) licence() string {
	for _, t := range c.texts {
		text := strings.Join(strings.Fields(string(t.body)), " ")
		has := func(words string) bool { return strings.Contains(text, words) }
		name, named := strings.CutPrefix(text, licenceNamed)
		switch {
		case named:
			name, _, _ = strings.Cut(name, ";")
			return name
		case has("Apache License") && has("Version 2.0"):
			return "Apache-2.0"
		case has("Mozilla Public License"):
			return "MPL-2.0"
		case has("Permission is hereby granted, free of charge"):
			return "MIT"
		case has("Permission to use, copy, modify, and/or distribute"), has("Permission to use, copy, modify, and distribute"):
			return "ISC"
		case has("Redistribution and use in source and binary forms") && (has("Neither the name") || has("may be used to endorse")):
			return "BSD-3-Clause"
		case has("Redistribution and use in source and binary forms"):
			return "BSD-2-Clause"
		}
	}
	return "LicenseRef-see-text"
}

// billOfMaterials lists the components in the form of CycloneDX 1.5.
func billOfMaterials(version string, date time.Time, parts []component) ([]byte, error) {
	type named struct {
		Type     string `json:"type"`
		Name     string `json:"name"`
		Version  string `json:"version"`
		PURL     string `json:"purl,omitempty"`
		Ref      string `json:"bom-ref"`
		Licences []any  `json:"licenses,omitempty"`
	}
	licence := func(id string) []any {
		if strings.HasPrefix(id, "LicenseRef") {
			return []any{map[string]any{"license": map[string]string{"name": id}}}
		}
		return []any{map[string]any{"license": map[string]string{"id": id}}}
	}
	components := []named{}
	for _, c := range parts {
		purl := fmt.Sprintf("pkg:%s/%s@%s", c.kind, strings.ReplaceAll(c.name, "@", "%40"), c.version)
		components = append(components, named{"library", c.name, c.version, purl, purl, licence(c.licence())})
	}
	return json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
		"metadata": map[string]any{
			"timestamp": date.Format(time.RFC3339),
			"component": named{"application", "dateline", version, "", "dateline", licence("Apache-2.0")},
		},
		"components": components,
	}, "", "  ")
}
