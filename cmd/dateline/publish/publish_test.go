package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPartsAreAsThePageReadsThem compares the number with that in the script.
func TestPartsAreAsThePageReadsThem(t *testing.T) {
	script, err := os.ReadFile(filepath.Join("..", "..", "..", "frontend", "public", "static.js"))
	if err != nil || !strings.Contains(string(script), fmt.Sprintf("PER_PART = %d;", perPart)) {
		t.Errorf("static.js does not say PER_PART = %d; %v", perPart, err)
	}
}
