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

// Nothing is written through a link: not into the folder or the file that it leads to, and not where none is yet.
func TestNothingIsWrittenThroughLinks(t *testing.T) {
	work := t.TempDir()
	at := func(name string) string { return filepath.Join(work, name) }
	for _, err := range []error{os.Mkdir(at("empty"), 0o700), os.Symlink("empty", at("to-empty")), os.Symlink("nowhere", at("dangling")),
		os.WriteFile(at("precious.yaml"), []byte("id: mine\n"), 0o600), os.Symlink("precious.yaml", at("link.yaml")), os.Symlink("new.yaml", at("to-new.yaml")),
		os.Link(at("precious.yaml"), at("second-name.yaml")), content.Init(at("mine"))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, write := range map[string]func(string) error{
		"to-empty": content.Init, "to-empty/": content.InitExtending, "dangling": content.Init, "dangling/deeper": content.Init,
		"link.yaml": func(name string) error { return content.Pack(at("mine"), name) }, "to-new.yaml": func(name string) error { return content.Pack(at("mine"), name) },
		"second-name.yaml": func(name string) error { return content.Pack(at("mine"), name) },
	} {
		if err := write(work + "/" + name); err == nil {
			t.Errorf("%s is written to", name)
		}
	}
	entries, err := os.ReadDir(at("empty"))
	if text, unread := os.ReadFile(at("precious.yaml")); err != nil || unread != nil || len(entries) > 0 || string(text) != "id: mine\n" {
		t.Errorf("the folder holds %v, the file %q; %v, %v", entries, text, err, unread)
	}
	for _, none := range []string{"nowhere", "new.yaml"} {
		if _, err := os.Lstat(at(none)); err == nil {
			t.Errorf("%s is there", none)
		}
	}
}
