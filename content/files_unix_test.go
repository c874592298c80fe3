//go:build unix

package content_test

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"waymark/content"
)

// A named pipe without a writer would be waited for, and a device read for ever.
func TestOnlyRegularFilesAreRead(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	must(os.CopyFS(dir, valid(t)))
	must(os.Rename(at("about.yaml"), filepath.Join(elsewhere, "about.yaml")))
	must(os.Symlink(filepath.Join(elsewhere, "about.yaml"), at("about.yaml")))
	must(syscall.Mkfifo(at("pipe.yaml"), 0o600))
	must(os.Symlink("pipe.yaml", at("link.yaml")))
	must(os.Symlink(elsewhere, at("folder.yaml")))
	must(os.Symlink("/dev/zero", at("zero.yml")))
	must(syscall.Mkfifo(at("pipe"), 0o600)) // no YAML by its name: nobody's business
	socket, err := net.Listen("unix", at("socket.yaml"))
	must(err)
	defer func() { _ = socket.Close() }()

	found := make(chan content.Faults)
	go func() {
		_, faults := content.Load(os.DirFS(dir))
		found <- faults
	}()
	const fix = ", not a file; remove it, or put a file in its place"
	want := "folder.yaml: this is a link to a folder" + fix + "\nlink.yaml: this is a named pipe" + fix +
		"\npipe.yaml: this is a named pipe" + fix + "\nsocket.yaml: this is a socket" + fix + "\nzero.yml: this is a device" + fix
	select {
	case faults := <-found:
		if got := faults.Error(); got != want {
			t.Errorf("faults\n%s\nwant\n%s", got, want)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("reading waits for a named pipe")
	}
}
