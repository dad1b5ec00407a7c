// Package geo is geometry on the earth: distances and bearings on a sphere, circles,
// sectors, rings and corridors, areas joined and cut, lines that cross the
// antimeridian, Web Mercator, the Hilbert curve.
//
//	km := geo.Distance(orb.Point{36.75, 35.13}, orb.Point{37.16, 36.20})
//
// Points are lon, lat in degrees (orb), distances are kilometres, bearings are degrees
// clockwise from north. All functions are pure. What measures is a few trigonometric
// functions a point; set operations on areas grow with the product of their corners at
// worst.
package geo
