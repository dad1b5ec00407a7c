//go:build !linux

package postgres

import "syscall"

// limitSilence does nothing: other systems have a limit of their own.
func limitSilence(string, string, syscall.RawConn) error { return nil }
