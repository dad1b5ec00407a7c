package feature

import (
	"strconv"
	"time"
)

// appendUint appends a whole number.
func appendUint(b []byte, v uint32) []byte { return strconv.AppendUint(b, uint64(v), 10) }

// pairs has the numbers from 00 to 99.
const pairs = "00010203040506070809" + "10111213141516171819" + "20212223242526272829" + "30313233343536373839" + "40414243444546474849" +
	"50515253545556575859" + "60616263646566676869" + "70717273747576777879" + "80818283848586878889" + "90919293949596979899"

// pair returns the digits of a number below 100.
func pair(v uint32) string { return pairs[2*v : 2*v+2] }

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
	b = append(b, pair(rest/1e4)...)
	b = append(b, pair(rest/100%100)...)
	b = append(b, pair(rest%100)...)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}

// The days of years with four digits, except year 0.
const (
	firstDay Day = -719162
	lastDay  Day = 2932896
)

// appendDay appends a day in the form 2019-08-22, computed with few divisions
// (Neri and Schneider, Euclidean affine functions and their application to calendar algorithms,
// 2022).
func appendDay(b []byte, d Day) []byte {
	if d < firstDay || d > lastDay {
		return d.Time().AppendFormat(b, time.DateOnly)
	}
	centuries := 4*uint32(d+719468) + 3 // quarters of days since 0000-03-01
	century := centuries / 146097
	years := uint64(2939745) * uint64(centuries%146097|3)
	year, ofYear := uint32(years>>32), uint32(years)/2939745/4
	months := 2141*ofYear + 197913
	month, day := months>>16, months&0xffff/2141+1
	year += 100 * century
	if ofYear >= 306 { // from January on
		year++
		month -= 12
	}
	b = append(b, pair(year/100)...)
	b = append(b, pair(year%100)...)
	b = append(append(b, '-'), pair(month)...)
	return append(append(b, '-'), pair(day)...)
}
