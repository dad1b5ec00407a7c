package cql2

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseNumber reads a finite decimal number as JSON writes it, with or without
// a plus sign. It takes none of the other forms that strconv knows, as "inf"
// and "0x1p4".
func ParseNumber(s string) (float64, error) {
	if strings.Trim(s, "0123456789+-.eE") == "" {
		if v, err := strconv.ParseFloat(s, 64); err == nil {
			return v, nil
		}
	}
	return 0, fmt.Errorf("%q is no number", s)
}
