// Package incident tells which reports are of the same event: of one kind, at one
// place, on one day or the next, by whom they agree on.
//
//	for _, reports := range incident.Merge(all) {
//		fmt.Println(len(reports), "reports of", all[reports[0]].Type)
//	}
//
// Merge compares the reports of one place; an Index keeps the reports of many, and
// says which incidents change when some are added or taken out. Two reports are
// merged only when all that could be the same is: a report that fits two others which
// don't fit each other stays alone. A count of incidents is therefore too high rather
// than too low.
//
// All is deterministic, and does not depend on the order of reports.
package incident
