package query

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// parseDuration adds a duration to a time: years, months and days by the calendar, then hours,
// minutes and seconds, each a whole number of at most four digits (ISO 8601-1, 5.5.2).
func parseDuration(s string, from time.Time) (time.Time, error) {
	m := regexp.MustCompile(`^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?)?$`).
		FindStringSubmatch(strings.ToUpper(s))
	if m == nil || strings.Join(m[1:], "") == "" {
		return from, fmt.Errorf("%q is not a duration; write it as P7D, P1M or P1DT12H", s)
	}
	var n [7]int
	for i, digits := range m[1:] {
		n[i], _ = strconv.Atoi(digits) // none is zero
	}
	clock := time.Duration(n[4])*time.Hour + time.Duration(n[5])*time.Minute + time.Duration(n[6])*time.Second
	return from.AddDate(n[0], n[1], 7*n[2]+n[3]).Add(clock), nil
}
