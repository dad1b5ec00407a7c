package jobs

import (
	"fmt"
	"os"
	"testing"

	"dateline/archive/postgres/postgrestest"
)

// childData is the archive that this program, started again by TestKill, works on until it is
// killed.
const childData = "DATELINE_JOBS_TEST_DATA"

func TestMain(m *testing.M) {
	if data := os.Getenv(childData); data != "" {
		if err := workUntilKilled(data); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	postgrestest.Main(m)
}
