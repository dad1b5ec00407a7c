// Package feature is a columnar store of features: what lies on the map and when,
// with its properties, and its GeoJSON.
//
// A Builder fills a Table; a Feature is a row of it.
//
//	b := feature.NewBuilder([]feature.Column{{Name: "name", Kind: feature.Text}})
//	b.Start("gn170063", orb.Point{36.75, 35.13}, feature.OneDay(day)) // lon, lat
//	b.Text("Hama")
//	b.Add()
//	json := b.Table().At(0).JSON()
//
// A value that features share lies in memory once, and each has a code of four bytes
// for it. So a million mentions with their sentences take some 320 MB, comparing two
// values is comparing two numbers, and GeoJSON is written from codes at about the
// speed of copying it: 1 ms for 1,000 mentions. Tables are immutable; a Builder goes
// on behind what those it handed out can see.
package feature
