// Package incident groups reports of the same event: of one kind, at one place, on one day or
// the next, with the same parties as far as they name any.
//
//	for _, reports := range incident.Merge(all) {
//		fmt.Println(len(reports), "reports of", all[reports[0]].Type)
//	}
//
// Merge compares the reports of one place; an Index holds the reports of many, and says which
// incidents change when reports are added or removed. Reports are merged only if all of them are
// compatible: one that fits two others which do not fit each other stays alone. A count of
// incidents is therefore rather too high than too low.
//
// Everything is deterministic, and independent of the order of reports.
package incident
