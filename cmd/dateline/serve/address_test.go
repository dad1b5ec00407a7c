package serve

import (
	"net"
	"strings"
	"testing"
)

func TestAddressThatOpens(t *testing.T) {
	tests := []struct {
		ip   string
		want string
	}{
		{"127.0.0.1", "http://127.0.0.1:80"},
		{"0.0.0.0", "http://127.0.0.1:80"},
		{"::", "http://127.0.0.1:80"},
		{"::1", "http://[::1]:80"},
		{"192.0.2.7", "http://192.0.2.7:80"},
	}
	for _, tt := range tests {
		addr := &net.TCPAddr{IP: net.ParseIP(tt.ip), Port: 80}
		if got := addressOf(addr); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.ip, got, tt.want)
		}
		for _, a := range networkAddresses(addr) {
			if !addr.IP.IsUnspecified() || !strings.HasPrefix(a, "http://") || strings.Contains(a, "127.0.0.1") {
				t.Errorf("%s: %s for the network", tt.ip, a)
			}
		}
	}
}

func TestListenError(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for addr, want := range map[string]string{
		"8080": "missing port in address; give HOST:PORT", "127.0.0.1:99999": "invalid port; give HOST:PORT",
		taken.Addr().String(): "in use; choose another",
	} {
		if _, err := net.Listen("tcp", addr); err == nil || !strings.Contains(listenError(addr, err).Error(), want) {
			t.Errorf("%s: %v", addr, err)
		}
	}
}
