package gazetteer

import (
	"encoding/binary"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// rising lists the sections that are non-decreasing sequences of u32. Packed they are stored as
// differences, most of which take one byte.
var rising = [...]int{secNameOffsets, secNamePlaces, secFoldOffsets, secFoldFirst, secFoldStarts, secKeyFirst}

// Pack compresses an index for a repository or a download, where size matters more than opening
// without a copy.
func Pack(index []byte) ([]byte, error) {
	x, err := OpenIndex(index)
	if err != nil {
		return nil, err
	}
	packed := x.sec
	for _, sec := range rising {
		packed[sec] = differences(x.sec[sec])
	}
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return encoder.EncodeAll(layOut(&packed), nil), nil
}

// Unpack returns the index that Pack packed.
func Unpack(packed []byte) (*Index, error) {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer decoder.Close()
	data, err := decoder.DecodeAll(packed, nil) // it verifies zstd's own checksum
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrIndex, err)
	}
	x, err := openHeader(data)
	if err != nil {
		return nil, err
	}
	for _, sec := range rising {
		if x.sec[sec], err = sums(x.sec[sec]); err != nil {
			return nil, err
		}
	}
	return x, nil
}

func differences(values []byte) []byte {
	var out []byte
	last := uint32(0)
	for i := 0; i < len(values); i += 4 {
		v := binary.LittleEndian.Uint32(values[i:])
		out = binary.AppendUvarint(out, uint64(v-last))
		last = v
	}
	return out
}

func sums(differences []byte) ([]byte, error) {
	out := make([]byte, 0, 4*len(differences)) // most bytes become four
	last := uint32(0)
	for len(differences) > 0 {
		d, w := binary.Uvarint(differences)
		if w <= 0 {
			return nil, fmt.Errorf("%w: broken difference", ErrIndex)
		}
		last += uint32(d)
		out = binary.LittleEndian.AppendUint32(out, last)
		differences = differences[w:]
	}
	return out, nil
}
