package serve

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os/exec"
	"runtime"

	"dateline/cmd/dateline/cli"
)

// listenError says why an address can't be listened on, and what to do.
func listenError(addr string, err error) error {
	var wrong *net.AddrError
	if errors.As(err, &wrong) {
		return fmt.Errorf("--addr %s: %s; give HOST:PORT, such as 127.0.0.1:8080, or 0.0.0.0:8080 to serve the network", addr, wrong.Err)
	}
	return fmt.Errorf("--addr %s: %w; choose another, or port 0 for a free one", addr, cli.Cause(err))
}

// addressOf returns an address that opens in a local browser, as one that listens on all
// addresses is not one itself.
func addressOf(listening net.Addr) string {
	at, err := netip.ParseAddrPort(listening.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return "http://" + listening.String()
	}
	return "http://" + netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), at.Port()).String()
}

// networkAddresses returns the addresses at which the network reaches a server that listens on
// all; none if it listens on one.
func networkAddresses(listening net.Addr) []string {
	at, err := netip.ParseAddrPort(listening.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return nil
	}
	own, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var out []string
	for _, a := range own {
		prefix, err := netip.ParsePrefix(a.String())
		if err != nil || !prefix.Addr().IsGlobalUnicast() {
			continue
		}
		if at.Addr().Is4() && !prefix.Addr().Is4() {
			continue
		}
		out = append(out, "http://"+netip.AddrPortFrom(prefix.Addr(), at.Port()).String())
	}
	return out
}

// openInBrowser has the system open an address, and reports failure.
func openInBrowser(say *cli.Console, address string) {
	opener := map[string][]string{
		"darwin":  {"open"},
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	}[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	cmd := exec.Command(opener[0], append(opener[1:], address)...)
	if err := cmd.Start(); err != nil {
		say.Fail(fmt.Sprintf("--open: %v; open %s yourself", err, address))
		return
	}
	go cmd.Wait()
}
