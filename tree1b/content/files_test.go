package content_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/content"
)

// padded is a YAML file of so many bytes.
func padded(size int) *fstest.MapFile {
	return &fstest.MapFile{Data: append([]byte("guidance: []\n#"), bytes.Repeat([]byte("x"), size-14)...)}
}

func TestFoldersAreReadWithinBounds(t *testing.T) {
	const mebibyte = 1 << 20
	for _, c := range []struct {
		name  string
		files int
		size  int // of each
		want  string
	}{
		{"the largest file", 1, mebibyte, ""},
		{"a larger file", 1, mebibyte + 1, "f0.yaml: the file is larger than 1 MiB; split it into smaller files"},
		{"as much as is read", 32, mebibyte - 1000, ""},
		{"more than is read", 33, mebibyte - 1000, "f9.yaml: the YAML files up to this one are larger than 32 MiB together; move out what isn't content"},
		{"as many as are read", 989, 20, ""},
		{"more than are read", 990, 20, "surroundings.yaml: more than 1000 YAML files; move out what isn't content"},
	} {
		files := valid(t)
		for i := range c.files {
			files[fmt.Sprintf("f%d.yaml", i)] = padded(c.size)
		}
		_, faults := content.Load(files)
		if got := faults.Error(); got != c.want {
			t.Errorf("%s: faults %q, want %q", c.name, got, c.want)
		}
	}
}

// strange is a folder in which one file is other than it seems.
type strange struct {
	fs.FS
	name string
	open func() (fs.File, error)
}

func (s strange) Open(name string) (fs.File, error) {
	if name == s.name {
		return s.open()
	}
	return s.FS.Open(name)
}

// endless is a file that says it's empty, as those of the kernel do, and never ends.
type endless struct{ fs.File }

func (endless) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte("#"), len(p))), nil }

// broken is a file on a failing disk.
type broken struct{ fs.File }

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestFilesThatCannotBeReadAreNamed(t *testing.T) {
	files := valid(t)
	files["f.yaml"] = &fstest.MapFile{}
	large := fstest.MapFS{"f.yaml": padded(1<<20 + 1)}
	files["link.yaml"] = &fstest.MapFile{Data: []byte("nowhere"), Mode: fs.ModeSymlink}
	const see = "; check that the folder and its files exist and that you're allowed to read them"
	for _, c := range []struct {
		name string
		open func() (fs.File, error)
		want string
	}{
		{"endless", func() (fs.File, error) { f, err := files.Open("f.yaml"); return endless{f}, err },
			"f.yaml: the file is larger than 1 MiB; split it into smaller files"},
		{"large, and not read", func() (fs.File, error) { f, err := large.Open("f.yaml"); return broken{f}, err },
			"f.yaml: the file is larger than 1 MiB; split it into smaller files"},
		{"broken", func() (fs.File, error) { f, err := files.Open("f.yaml"); return broken{f}, err }, "f.yaml: unexpected EOF" + see},
		{"denied", func() (fs.File, error) { return nil, &fs.PathError{Op: "open", Path: "f.yaml", Err: fs.ErrPermission} },
			"f.yaml: permission denied" + see},
	} {
		_, faults := content.Load(strange{files, "f.yaml", c.open})
		if got, want := faults.Error(), c.want+"\nlink.yaml: file does not exist"+see; got != want {
			t.Errorf("%s: faults %q, want %q", c.name, got, want)
		}
	}
}

func TestFolderThatCannotBeRead(t *testing.T) {
	denied := func() (fs.File, error) {
		return nil, &fs.PathError{Op: "open", Path: "deep", Err: errors.New("denied")}
	}
	files := valid(t)
	files["deep/a.yaml"] = &fstest.MapFile{Data: []byte("titel: a\n")}
	files["more.yaml"] = &fstest.MapFile{Data: []byte("titel: a\n")}
	_, faults := content.Load(strange{files, "deep", denied})
	want := "deep: denied; check that the folder and its files exist and that you're allowed to read them\n" +
		"more.yaml:1:1: unknown field \"titel\"; did you mean \"title\"?"
	if got := faults.Error(); got != want {
		t.Errorf("faults %q, want %q", got, want)
	}
}

func TestTextThatIsNotUTF8(t *testing.T) {
	files := valid(t)
	files["a.yaml"] = &fstest.MapFile{Data: []byte("# caf\xc3\xa9\nid: ab\xe9c\n")}
	files["strands.yaml"] = &fstest.MapFile{Data: []byte("\xff")}
	_, faults := content.Load(files)
	want := "a.yaml:2:7: the text isn't UTF-8; save the file as UTF-8\nstrands.yaml:1:1: the text isn't UTF-8; save the file as UTF-8"
	if got := faults.Error(); got != want {
		t.Errorf("faults %q, want %q", got, want)
	}
}

func TestNoContent(t *testing.T) {
	for name, instead := range map[string]string{"readme.txt": ", only readme.txt and the like: a name must end in .yaml", ".hidden/a.yaml": ""} {
		_, faults := content.Load(fstest.MapFS{name: {Data: []byte("id: a\n")}})
		if want := ".: there's no YAML file here" + instead + "; copy the built-in content folder and edit that"; faults.Error() != want {
			t.Errorf("with %s: %v", name, faults)
		}
	}
}

func TestChecksumFollowsNamesAndWords(t *testing.T) {
	seen := map[string]string{}
	for name, edit := range map[string]func(fstest.MapFS){
		"as it is": func(fstest.MapFS) {},
		"a word":   func(f fstest.MapFS) { f["about.yaml"].Data = append(f["about.yaml"].Data, "# noted\n"...) },
		"a name":   func(f fstest.MapFS) { f["aboot.yaml"] = f["about.yaml"]; delete(f, "about.yaml") },
	} {
		files := valid(t)
		edit(files)
		catalog, _ := content.Load(files)
		if other := seen[catalog.SHA256]; len(catalog.SHA256) != 64 || other != "" {
			t.Errorf("%s: checksum %q, as with %q", name, catalog.SHA256, other)
		}
		seen[catalog.SHA256] = name
	}
}

// Results on disk name their content by its checksum, so it must stay what it was.
func TestChecksumIsOfNamesSizesAndBytes(t *testing.T) {
	catalog, _ := content.Load(fstest.MapFS{"b.yaml": {Data: []byte("id: b\n")}, "a/c.yml": {Data: []byte("title: c\n")}})
	const want = "93dce90970cf899314cb8cc2fa88accb88359c85b33ef90a8890c84a10c9b72c"
	if catalog.SHA256 != want {
		t.Errorf("checksum %s, want %s", catalog.SHA256, want)
	}
}

func TestInitCopiesTheContentIntoANewFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "mine")
	if err := content.Init(dir); err != nil {
		t.Fatal(err)
	}
	got, faults := content.Load(os.DirFS(dir))
	if want := builtin(t); len(faults) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("the copy is other than the built-in content; faults %v", faults)
	}
}

func TestInitOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{dir: "isn't empty", mine: "can't look into"} {
		if err := content.Init(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("init %s: error %v, want %q", name, err, want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("the folder now holds %d entries", len(entries))
	}
}
