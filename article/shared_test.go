package article

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sharedFolder returns the folder of real pages and gold, which is not part of the project. Without
// it the test is skipped, or fails if the folder is required.
func sharedFolder(t testing.TB) string {
	t.Helper()
	folder, ok := sharedOrNone()
	if ok {
		return folder
	}
	if slices.Contains(strings.FieldsFunc(os.Getenv("DATELINE_REQUIRE"), func(r rune) bool { return r == ',' || r == ' ' }), "shared") {
		t.Fatalf("no shared material in %s: set DATELINE_SHARED", folder)
	}
	t.Skipf("no shared material in %s: set DATELINE_SHARED", folder)
	return ""
}

func sharedOrNone() (string, bool) {
	folder := os.Getenv("DATELINE_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared")
	}
	info, err := os.Stat(filepath.Join(folder, "seeds"))
	return folder, err == nil && info.IsDir()
}

// seedTexts returns the real pages, for fuzz targets and benchmarks; none without the shared
// folder.
func seedTexts() [][]byte {
	folder, ok := sharedOrNone()
	if !ok {
		return nil
	}
	names, _ := filepath.Glob(filepath.Join(folder, "seeds", "*.txt"))
	var texts [][]byte
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			texts = append(texts, data)
		}
	}
	return texts
}

// seedParts returns the real pages in parts of at most 2 KiB, a size that a fuzzer can handle.
func seedParts() [][]byte {
	var parts [][]byte
	for _, text := range seedTexts() {
		for len(text) > 2<<10 {
			cut := bytes.LastIndexByte(text[:2<<10], '\n') + 1
			if cut == 0 {
				cut = 2 << 10
			}
			parts = append(parts, text[:cut])
			text = text[cut:]
		}
		parts = append(parts, text)
	}
	return parts
}

// goldLines returns at most n lines of a corpus; none without the shared folder.
func goldLines(corpus string, n int) [][]byte {
	folder, ok := sharedOrNone()
	if !ok {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(folder, "eval", "dev", corpus))
	if err != nil {
		return nil
	}
	var out [][]byte
	for l := range strings.Lines(string(data)) {
		if len(out) == n {
			break
		}
		out = append(out, []byte(l))
	}
	return out
}
