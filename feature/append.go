package feature

import (
	"strconv"
	"time"
)

// appendUint appends a whole number.
func appendUint(b []byte, v uint32) []byte { return strconv.AppendUint(b, uint64(v), 10) }

// appendMillionths appends v/1e6 as a decimal, without trailing zeros.
func appendMillionths(b []byte, v int32) []byte {
	rest := uint32(v)
	if v < 0 {
		b = append(b, '-')
		rest = -rest
	}
	b = appendUint(b, rest/1e6)
	if rest %= 1e6; rest == 0 {
		return b
	}
	b = append(b, '.')
	for part := uint32(1e5); rest > 0; part /= 10 {
		b = append(b, '0'+byte(rest/part))
		rest %= part
	}
	return b
}

// The days of years with four digits, except year 0.
const (
	firstDay Day = -719162
	lastDay  Day = 2932896
)

// appendDay appends a day in the form 2019-08-22. The calendar is that of Hinnant
// (chrono-compatible low-level date algorithms, civil_from_days).
func appendDay(b []byte, d Day) []byte {
	if d < firstDay || d > lastDay {
		return d.Time().AppendFormat(b, time.DateOnly)
	}
	z := int(d) + 719468 // days since 0000-03-01
	era := z / 146097
	ofEra := z % 146097
	year := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*year + year/4 - year/100)
	month := (5*ofYear + 2) / 153
	day := ofYear - (153*month+2)/5 + 1
	year += era * 400
	if month += 3; month > 12 {
		month -= 12
		year++
	}
	return append(b, '0'+byte(year/1000), '0'+byte(year/100%10), '0'+byte(year/10%10), '0'+byte(year%10), '-',
		'0'+byte(month/10), '0'+byte(month%10), '-', '0'+byte(day/10), '0'+byte(day%10))
}
