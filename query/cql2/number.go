package cql2

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseNumber parses a finite decimal number as in JSON, with an optional plus sign. It accepts
// none of the other forms that strconv does, such as "inf" and "0x1p4".
func ParseNumber(s string) (float64, error) {
	if strings.Trim(s, "0123456789+-.eE") == "" {
		if v, err := strconv.ParseFloat(s, 64); err == nil {
			return v, nil
		}
	}
	return 0, fmt.Errorf("%q is not a number", s)
}
