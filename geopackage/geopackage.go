// Package geopackage is the common part of all GeoPackages (GeoPackage 1.3, OGC 12-128r17): the
// metadata tables, and the encoding of geometries. Both the archive and exported files use it.
//
//	err := db.Exec(geopackage.Tables)
//	blob, err := geopackage.AppendBlob(nil, orb.Point{36.75, 35.13}) // lon, lat
//
// Blobs are written and read in one pass.
package geopackage

import _ "embed" // tables.sql

// Tables turns an empty SQLite database into a GeoPackage without layers.
//
//go:embed tables.sql
var Tables string

// ApplicationID marks an SQLite file as a GeoPackage (1.1.1.1.1): the letters GPKG.
const ApplicationID = 0x47504B47

// WGS84 is the srs_id of longitude and latitude in degrees.
const WGS84 = 4326
