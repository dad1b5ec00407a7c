//go:build !unix

package postgrestest

import "syscall"

// credential is for where there is a root.
func credential(int, int) *syscall.SysProcAttr { return nil }
