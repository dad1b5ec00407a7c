// Package geopackage is what all GeoPackages have in common (GeoPackage 1.3, OGC
// 12-128r17): the tables that say what is in the file, and how a geometry is
// written. The archive is one, and so is a file to take along.
//
//	err := db.Exec(geopackage.Tables)
//	blob, err := geopackage.AppendBlob(nil, orb.Point{36.75, 35.13}) // lon, lat
//
// Blobs are written and read in one pass.
package geopackage

import _ "embed" // tables.sql

// Tables makes a GeoPackage without layers of an empty SQLite database.
//
//go:embed tables.sql
var Tables string

// ApplicationID makes an SQLite file a GeoPackage (1.1.1.1.1): the letters GPKG.
const ApplicationID = 0x47504B47

// WGS84 is the srs_id of longitude and latitude in degrees.
const WGS84 = 4326
