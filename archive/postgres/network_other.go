//go:build !linux

package postgres

import "syscall"

// limitSilence does nothing: other systems limit this by themselves.
func limitSilence(string, string, syscall.RawConn) error { return nil }
