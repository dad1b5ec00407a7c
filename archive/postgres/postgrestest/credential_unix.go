//go:build unix

package postgrestest

import "syscall"

// credential makes a program run as a user.
func credential(uid, gid int) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}
