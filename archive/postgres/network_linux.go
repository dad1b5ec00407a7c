package postgres

import "syscall"

// tcpUserTimeout is TCP_USER_TIMEOUT, in milliseconds (tcp(7)).
const tcpUserTimeout = 18

// limitSilence limits how long sent data may remain unacknowledged, which keepalive does not.
func limitSilence(network, _ string, c syscall.RawConn) error {
	if !isTCP(network) {
		return nil
	}
	var failed error
	err := c.Control(func(fd uintptr) {
		failed = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout, int(silenceLimit.Milliseconds()))
	})
	if err != nil {
		return err
	}
	return failed
}
