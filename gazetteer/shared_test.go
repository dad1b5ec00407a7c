package gazetteer

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sharedDir is the folder with material that is not part of the project.
func sharedDir() string {
	return cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "shared"))
}

// needShared skips a test if there is no shared folder, or fails it if skipping is not allowed.
func needShared(t *testing.T) string {
	t.Helper()
	dir := sharedDir()
	if _, err := os.Stat(dir); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "shared") {
			t.Fatalf("no shared material at %s (DATELINE_SHARED)", dir)
		}
		t.Skipf("no shared material at %s (DATELINE_SHARED)", dir)
	}
	return dir
}
