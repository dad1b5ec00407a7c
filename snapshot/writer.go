package snapshot

import (
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"unsafe"
)

// magic starts a file: it shows the byte order of the machine.
const magic uint64 = 0x64_61_74_65_6c_69_6e_65

// Writer writes sections in order. After an error it writes nothing more. It is not safe for
// concurrent use.
type Writer struct {
	to  io.Writer
	err error
}

// NewWriter starts a file of a format, which its reader has to name.
func NewWriter(to io.Writer, format string) *Writer {
	w := &Writer{to: to}
	w.write(bytesOf([]uint64{magic}))
	PutText(w, format)
	return w
}

// Err returns the first error of writing.
func (w *Writer) Err() error { return w.err }

// Put writes a section with the concatenated parts. T must have no pointers, or Put panics.
func Put[T any](w *Writer, parts ...[]T) {
	n := 0
	for _, part := range parts {
		n += len(bytesOf(part))
	}
	length := bytesOf([]uint64{uint64(n)})
	w.write(length)
	sum := checksum(0, length)
	for _, part := range parts {
		b := bytesOf(part)
		w.write(b)
		sum = checksum(sum, b)
	}
	w.write(bytesOf([]uint32{sum}))
}

// PutText writes a section that holds a text.
func PutText(w *Writer, s string) { Put(w, []byte(s)) }

func (w *Writer) write(b []byte) {
	if w.err == nil && len(b) > 0 {
		_, w.err = w.to.Write(b)
	}
}

// checksum is CRC-32C, for which processors have an instruction.
func checksum(sum uint32, b []byte) uint32 {
	return crc32.Update(sum, crc32.MakeTable(crc32.Castagnoli), b)
}

// bytesOf returns the memory of values.
func bytesOf[T any](values []T) []byte {
	t := reflect.TypeFor[T]()
	if !isPlain(t) {
		panic(fmt.Sprintf("snapshot: a %v has pointers", t))
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(values))), len(values)*int(t.Size()))
}

// isPlain reports whether a type consists of numbers only. Types are nested only as deep as the
// program wrote them.
func isPlain(t reflect.Type) bool {
	switch k := t.Kind(); k {
	case reflect.Array:
		return isPlain(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if !isPlain(t.Field(i).Type) {
				return false
			}
		}
		return true
	default:
		return k >= reflect.Int && k <= reflect.Complex128
	}
}
