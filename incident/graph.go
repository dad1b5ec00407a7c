package incident

// components divides vertices, whose neighbours near gives, ascending, into groups in which all
// fit each other, and single vertices that fit two that do not fit each other. Vertices keep
// their order.
func components(near [][]int, fit func(i, j int) bool) (parts [][]int, alone []int) {
	doubtful := make([]bool, len(near))
	for v := range near {
		doubtful[v] = !allFit(near[v], fit)
	}
	taken := make([]bool, len(near))
	for v := range near {
		switch {
		case doubtful[v]:
			alone = append(alone, v)
			continue
		case taken[v]:
			continue
		}
		part := []int{v} // its neighbours have no other neighbours, or they were doubtful
		for _, w := range near[v] {
			if !doubtful[w] {
				part, taken[w] = append(part, w), true
			}
		}
		parts = append(parts, part)
	}
	return parts, alone
}

func allFit(vertices []int, fit func(i, j int) bool) bool {
	for k, a := range vertices {
		for _, b := range vertices[k+1:] {
			if !fit(a, b) {
				return false
			}
		}
	}
	return true
}

// mostSays limits how many different accounts of a day are compared; above it only equal ones
// are merged.
const mostSays = 200

// eachOther returns the neighbours of n vertices, comparing all pairs.
func eachOther(n int, fit func(i, j int) bool) [][]int {
	near := make([][]int, n)
	if n > mostSays {
		return near
	}
	for i := range n {
		for j := range i {
			if fit(i, j) {
				near[i], near[j] = append(near[i], j), append(near[j], i)
			}
		}
	}
	return near // ascending, as i is
}

// inTurn returns the neighbours of clusters, sorted by day, comparing each with those of the
// next day.
func inTurn(days []cluster) [][]int {
	near := make([][]int, len(days))
	later := 0 // first of a later day
	for i := range days {
		for later < len(days) && days[later].day == days[i].day {
			later++
		}
		for j := later; j < min(len(days), later+mostSays) && days[j].day == days[i].day+1; j++ {
			if days[i].follows(&days[j]) {
				near[i], near[j] = append(near[i], j), append(near[j], i)
			}
		}
	}
	return near
}
