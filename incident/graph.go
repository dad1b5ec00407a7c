package incident

// components divides vertices, of which near gives the neighbours, rising, into groups
// of which each fits each other, and those that stand alone since they fit two that
// don't fit each other. Vertices keep their order.
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

// mostSays bounds how many different accounts of a day are compared with each other;
// of more than that only equal ones are of the same.
const mostSays = 200

// eachOther returns the neighbours of n vertices, each compared with each.
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
	return near // rising, as i does
}

// inTurn returns the neighbours of clusters, which come by day: each compared with
// those of the next day.
func inTurn(days []cluster) [][]int {
	near := make([][]int, len(days))
	later := 0 // the first of a later day
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
