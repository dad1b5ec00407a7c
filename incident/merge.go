package incident

import (
	"cmp"
	"maps"
	"slices"
)

// Merge groups reports of one place and one Group into incidents, as ascending indexes;
// incidents are in order of their days.
//
// First the reports of a day are compared, then the rest of one day with the next: for events
// that happen once (a town is taken), or if one of the two has its day from publication only,
// which is often the day after.
func Merge(reports []Report) [][]int {
	byDay := map[int][]int{}
	for i := range reports {
		byDay[reports[i].Day] = append(byDay[reports[i].Day], i)
	}
	var days []cluster
	for _, day := range slices.Sorted(maps.Keys(byDay)) {
		days = append(days, sameDay(reports, byDay[day])...)
	}
	return nextDay(days)
}

// cluster is reports of one day that are one incident.
type cluster struct {
	reports []int
	day     int
	group   string
	kind    string // the type, if all have the same
	dated   bool   // whether the text of any gives the day
	who     parties
	alone   bool // it fits several that don't fit each other
}

// sameDay merges the reports of a day. Equal reports are one vertex of a graph whose edges are
// compatible reports.
func sameDay(reports []Report, of []int) []cluster {
	typed := tellsApart(reports, of)
	type say struct {
		who  parties
		kind string
	}
	vertices := map[say][]int{}
	for _, i := range of {
		r := &reports[i]
		s := say{who: parties{r.By, r.Of}}
		if typed {
			s.kind = r.Type
		}
		vertices[s] = append(vertices[s], i)
	}
	says := slices.SortedFunc(maps.Keys(vertices), func(a, b say) int { return cmp.Compare(vertices[a][0], vertices[b][0]) })
	group := Group(reports[of[0]].Type)
	fit := func(i, j int) bool { return says[i].kind == says[j].kind && agree(group, says[i].who, says[j].who) }
	parts, alone := components(eachOther(len(says), fit), fit)
	var all []cluster
	for _, part := range parts {
		var members []int
		for _, v := range part {
			members = append(members, vertices[says[v]]...)
		}
		all = append(all, newCluster(reports, members))
	}
	for _, v := range alone {
		for _, members := range byArticle(reports, vertices[says[v]]) {
			c := newCluster(reports, members)
			c.alone = true
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b cluster) int { return cmp.Compare(a.reports[0], b.reports[0]) })
	return all
}

// tellsApart reports whether an article reports two types on the day: then they are different
// events.
func tellsApart(reports []Report, of []int) bool {
	kinds := map[string]string{}
	for _, i := range of {
		r := &reports[i]
		if kind, known := kinds[r.Article]; known && kind != r.Type {
			return true
		}
		kinds[r.Article] = r.Type
	}
	return false
}

// byArticle groups reports by article.
func byArticle(reports []Report, of []int) [][]int {
	at := map[string]int{}
	var all [][]int
	for _, i := range of {
		n, known := at[reports[i].Article]
		if !known {
			n = len(all)
			at[reports[i].Article], all = n, append(all, nil)
		}
		all[n] = append(all[n], i)
	}
	return all
}

func newCluster(reports []Report, members []int) cluster {
	slices.Sort(members)
	first := &reports[members[0]]
	c := cluster{reports: members, day: first.Day, group: Group(first.Type), kind: first.Type}
	for _, i := range members {
		r := &reports[i]
		c.dated = c.dated || r.Dated
		c.who = c.who.and(parties{r.By, r.Of})
		if r.Type != c.kind {
			c.kind = ""
		}
	}
	return c
}

// nextDay merges reports of consecutive days, and returns the reports of each incident. Clusters
// are sorted by day.
func nextDay(days []cluster) [][]int {
	parts, alone := components(inTurn(days), func(i, j int) bool { return days[i].follows(&days[j]) })
	for _, v := range alone {
		parts = append(parts, []int{v})
	}
	slices.SortFunc(parts, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	all := make([][]int, len(parts))
	for n, part := range parts {
		for _, v := range part {
			all[n] = append(all[n], days[v].reports...)
		}
		slices.Sort(all[n])
	}
	return all
}

// follows reports whether two clusters of consecutive days are one incident.
func (c *cluster) follows(d *cluster) bool {
	if c.day > d.day {
		c, d = d, c
	}
	if c.day+1 != d.day || c.alone || d.alone || !agree(c.group, c.who, d.who) {
		return false
	}
	return isOnce(c.group) || c.kind == d.kind && c.dated && !d.dated
}
