package postgres

import (
	"strconv"
	"strings"
)

// isOlder reports whether a version, such as "3.3.2", is before another. Anything but digits counts
// as 0.
func isOlder(version, than string) bool {
	a, b := strings.Split(version, "."), strings.Split(than, ".")
	for i := range max(len(a), len(b)) {
		if x, y := number(a, i), number(b, i); x != y {
			return x < y
		}
	}
	return false
}

func number(parts []string, i int) int {
	if i >= len(parts) {
		return 0
	}
	digits := strings.IndexFunc(parts[i], func(r rune) bool { return r < '0' || r > '9' })
	if digits < 0 {
		digits = len(parts[i])
	}
	n, _ := strconv.Atoi(parts[i][:digits]) // 0 for none
	return n
}
