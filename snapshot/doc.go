// Package snapshot writes slices of numbers to a file in their memory layout, each with a
// checksum, and reads them back at the speed of the disk.
//
//	w := snapshot.NewWriter(file, "readings 1")
//	snapshot.Put(w, temperatures) // []float32
//	err := w.Err()
//
//	r := snapshot.NewReader(file, size, "readings 1")
//	temperatures := snapshot.Get[float32](r, 0)
//	err := r.Err()
//
// It is for files that can be regenerated: they can be read only with the byte order of the
// machine that wrote them, and by a program that names the same format. Reading takes some 0.4 s
// a GB from the disk cache.
package snapshot
