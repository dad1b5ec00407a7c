//go:build !unix

package postgrestest

import "syscall"

// credential does nothing without users.
func credential(int, int) *syscall.SysProcAttr { return nil }
