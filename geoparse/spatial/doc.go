// Package spatial reads expressions for lines and areas around the names of a text: "the
// axis of A, B and C", "43 km north of Aleppo", ريف حماة الشمالي.
//
//	for _, e := range spatial.Read(spatial.Input{Text: found, Names: names, …}) {
//		fmt.Println(e.Kind, e.Tree) // countryside difference(sector north(Hama Governorate), Hama)
//	}
//
// It says what an expression is, as operations on places (spatial/expr). Package spatial/draw draws
// them.
package spatial
