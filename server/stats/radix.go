package stats

// radixSort sorts numbers, as slices.Sort does, in linear time: digit by digit, the last one
// first (Knuth, The art of computer programming 3, 5.2.5). Digits equal in all are skipped.
func radixSort(keys []uint64) {
	const bits, digits = 11, 1 << 11
	from, to := keys, make([]uint64, len(keys))
	for shift := 0; shift < 64; shift += bits {
		var start [digits]int
		for _, k := range from {
			start[k>>shift%digits]++
		}
		if len(from) == 0 || start[from[0]>>shift%digits] == len(from) {
			continue
		}
		sum := 0
		for d, n := range start {
			start[d] = sum
			sum += n
		}
		for _, k := range from {
			d := k >> shift % digits
			to[start[d]] = k
			start[d]++
		}
		from, to = to, from
	}
	copy(keys, from)
}
