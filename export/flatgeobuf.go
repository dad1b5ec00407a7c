package export

import (
	"bufio"
	"context"
	"encoding/binary"
	"io"
	"iter"
	"math"
	"slices"
	"time"

	"dateline/feature"
	"dateline/schema"
	"dateline/work"

	flatbuffers "github.com/google/flatbuffers/go"
)

// FlatGeobuf writes FlatGeobuf 3 (https://flatgeobuf.org/#specification) with its packed R-tree,
// so that readers can fetch only what lies in a box. Features without a geometry are in no box.
// The order of the features is kept. They are buffered in a temporary file.
func FlatGeobuf(ctx context.Context, w io.Writer, t *schema.Collection, features iter.Seq[feature.Feature]) error {
	data, err := newScratch()
	if err != nil {
		return err
	}
	defer data.drop()
	out := bufio.NewWriterSize(data, 1<<18)
	leaves, err := writeFlat(ctx, out, t, features)
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	tree := packTree(leaves)
	head := append([]byte("fgb\x03fgb\x00"), flatHeader(t, leaves, tree)...)
	head = appendTree(head, tree)
	if _, err := w.Write(head); err != nil {
		return err
	}
	return data.copyTo(w)
}

// writeFlat writes the features in sequence.
func writeFlat(ctx context.Context, w io.Writer, t *schema.Collection, features iter.Seq[feature.Feature]) ([]flatNode, error) {
	var leaves []flatNode
	var values []any
	steps := work.Metered(ctx)
	b, at := flatbuffers.NewBuilder(1024), uint64(0)
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return nil, err
		}
		values = valuesOf(t, f, values)
		b.Reset()
		flatFeature(b, f, values)
		leaf := flatNode{nowhere(), at}
		if f.HasGeometry() {
			bound := f.Bound()
			leaf.box = [4]float64{bound.Min[0], bound.Min[1], bound.Max[0], bound.Max[1]}
		}
		leaves = append(leaves, leaf)
		n, err := w.Write(b.FinishedBytes())
		if err != nil {
			return nil, err
		}
		at += uint64(n)
	}
	return leaves, nil
}

// Field numbers in FlatGeobuf's tables (header.fbs, feature.fbs).
const (
	headerName, headerEnvelope, headerGeometry, headerColumns, headerCount, headerNodeSize, headerCRS, headerTitle, headerAbout, headerFields = 0, 1, 2, 7, 8, 9, 10, 11, 12, 14

	columnName, columnType, columnAbout, columnFields = 0, 1, 3, 11

	crsOrg, crsCode, crsFields = 0, 1, 6

	geometryEnds, geometryXY, geometryType, geometryParts, geometryFields = 0, 1, 6, 7, 8

	featureGeometry, featureProperties, featureFields = 0, 1, 3
)

// flatHeader writes the header. id is the first column.
func flatHeader(t *schema.Collection, leaves, tree []flatNode) []byte {
	b := flatbuffers.NewBuilder(4096)
	columns := []flatbuffers.UOffsetT{flatColumn(b, schema.Property{Name: "id", About: "Id of the feature"})}
	for _, c := range t.Properties {
		columns = append(columns, flatColumn(b, c))
	}
	b.StartVector(4, len(columns), 4)
	for _, c := range slices.Backward(columns) {
		b.PrependUOffsetT(c)
	}
	list := b.EndVector(len(columns))
	name, title, about, org := b.CreateString(t.ID), b.CreateString(t.Title), b.CreateString(t.Description), b.CreateString("EPSG")
	b.StartObject(crsFields)
	b.PrependUOffsetTSlot(crsOrg, org, 0)
	b.PrependInt32Slot(crsCode, 4326, 0)
	crs := b.EndObject()
	envelope := flatbuffers.UOffsetT(0)
	if len(tree) > 0 && tree[0].box != nowhere() {
		envelope = flatDoubles(b, tree[0].box[:])
	}
	b.StartObject(headerFields)
	b.PrependUOffsetTSlot(headerName, name, 0)
	b.PrependUOffsetTSlot(headerEnvelope, envelope, 0)
	if t.Points {
		b.PrependByteSlot(headerGeometry, flatPoint, 0)
	}
	b.PrependUOffsetTSlot(headerColumns, list, 0)
	b.PrependUint64Slot(headerCount, uint64(len(leaves)), 0)
	if len(leaves) == 0 {
		b.PrependUint16Slot(headerNodeSize, 0, flatNodeSize)
	}
	b.PrependUOffsetTSlot(headerCRS, crs, 0)
	b.PrependUOffsetTSlot(headerTitle, title, 0)
	b.PrependUOffsetTSlot(headerAbout, about, 0)
	b.FinishSizePrefixed(b.EndObject())
	return b.FinishedBytes()
}

func flatColumn(b *flatbuffers.Builder, p schema.Property) flatbuffers.UOffsetT {
	const boolean, long, double, str, datetime = 2, 7, 10, 11, 13
	kind := byte(str)
	switch p.Type {
	case schema.Integer:
		kind = long
	case schema.Number:
		kind = double
	case schema.Boolean:
		kind = boolean
	case schema.Date:
		kind = datetime
	}
	name, about := b.CreateString(p.Name), b.CreateString(p.About)
	b.StartObject(columnFields)
	b.PrependUOffsetTSlot(columnName, name, 0)
	b.PrependByteSlot(columnType, kind, 0)
	b.PrependUOffsetTSlot(columnAbout, about, 0)
	return b.EndObject()
}

func flatFeature(b *flatbuffers.Builder, f feature.Feature, values []any) {
	properties := appendFlat(nil, 0, f.ID())
	for i, v := range values {
		properties = appendFlat(properties, i+1, v)
	}
	bytes := b.CreateByteVector(properties)
	geometry := flatbuffers.UOffsetT(0)
	if f.HasGeometry() {
		geometry = flatGeometry(b, f.Geometry())
	}
	b.StartObject(featureFields)
	b.PrependUOffsetTSlot(featureGeometry, geometry, 0)
	b.PrependUOffsetTSlot(featureProperties, bytes, 0)
	b.FinishSizePrefixed(b.EndObject())
}

// appendFlat appends the number and value of a column; nothing for null.
func appendFlat(b []byte, column int, v any) []byte {
	if v == nil {
		return b
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(column))
	switch v := v.(type) {
	case int:
		return binary.LittleEndian.AppendUint64(b, uint64(v))
	case float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	case bool:
		if v {
			return append(b, 1)
		}
		return append(b, 0)
	case time.Time:
		return appendFlatText(b, v.Format(time.DateOnly))
	}
	return appendFlatText(b, text(v))
}

func appendFlatText(b []byte, s string) []byte {
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(s))), s...)
}
