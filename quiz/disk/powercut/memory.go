package powercut

import (
	"os"
	"testing"
)

// InMemory runs the tests of a package that writes thousands of small files, with their folders in memory where the
// system has such a place: what a power cut leaves is told by a [Disk], whatever is under it.
func InMemory(m *testing.M) {
	if dir, err := os.MkdirTemp("/dev/shm", "waymark"); err == nil {
		defer func() { _ = os.RemoveAll(dir) }()
		_ = os.Setenv("TMPDIR", dir)
	}
	m.Run()
}
