package postgres

import (
	"encoding/binary"
	"math"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
)

// Cells are the columns of a row in the server's binary format; null reads as 0, "" or nil. They
// are valid until the next row is read.
type Cells struct {
	rows  pgx.Rows
	types []uint32
	raw   [][]byte
}

// NewCells returns the columns of the rows of a query.
func NewCells(rows pgx.Rows) Cells {
	c := Cells{rows: rows}
	for _, f := range rows.FieldDescriptions() {
		c.types = append(c.types, f.DataTypeOID)
	}
	return c
}

func (c *Cells) read() { c.raw = c.rows.RawValues() }

// IsNull reports whether a column is null.
func (c Cells) IsNull(column int) bool { return c.raw[column] == nil }

// Int returns an integer or a boolean.
func (c Cells) Int(column int) int64 {
	b := c.raw[column]
	switch len(b) {
	case 1:
		return int64(b[0])
	case 2:
		return int64(int16(binary.BigEndian.Uint16(b)))
	case 4:
		return int64(int32(binary.BigEndian.Uint32(b)))
	case 8:
		return int64(binary.BigEndian.Uint64(b))
	}
	return 0
}

// Number returns a float8.
func (c Cells) Number(column int) float64 { return math.Float64frombits(uint64(c.Int(column))) }

// Raw returns the bytes that the server sent: the content of texts, geometries and bytea. They must
// not be kept.
func (c Cells) Raw(column int) []byte { return c.raw[column] }

// Bytes returns a copy of Raw.
func (c Cells) Bytes(column int) []byte {
	if c.raw[column] == nil {
		return nil
	}
	return append(make([]byte, 0, len(c.raw[column])), c.raw[column]...)
}

// Text returns a text, or a number written as text.
func (c Cells) Text(column int) string {
	if c.raw[column] != nil && c.isInt(column) {
		return strconv.FormatInt(c.Int(column), 10)
	}
	return string(c.raw[column])
}

// Value returns an integer as int64, anything else as text.
func (c Cells) Value(column int) any {
	switch {
	case c.raw[column] == nil:
		return nil
	case c.isInt(column):
		return c.Int(column)
	}
	return string(c.raw[column])
}

func (c Cells) isInt(column int) bool {
	switch c.types[column] {
	case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID:
		return true
	}
	return false
}

// epoch is 2000-01-01, from which PostgreSQL counts, in days since 1970-01-01.
const epoch = 10957

// Day returns a date as days since 1970-01-01.
func (c Cells) Day(column int) int { return int(c.Int(column)) + epoch }

// Time returns a timestamptz.
func (c Cells) Time(column int) time.Time {
	return time.UnixMicro(c.Int(column) + epoch*24*time.Hour.Microseconds()).UTC()
}
