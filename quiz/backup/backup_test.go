package backup

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/disk/powercut"
)

func TestMain(m *testing.M) { powercut.InMemory(m) }

// folder makes a folder of files, by their names and texts.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "waymark")
	ok(t, os.MkdirAll(dir, 0o700))
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		ok(t, os.MkdirAll(filepath.Dir(path), 0o700))
		ok(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return dir
}

// held are the files of a folder with their texts, links and all, and what isn't for nobody else.
func held(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	ok(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o700 {
				t.Errorf("%s has mode %v", path, info.Mode())
			}
			return err
		}
		if info, _ := d.Info(); info.Mode() != 0o600 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(text)
		return err
	}))
	return out
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func archived(t testing.TB, dir string) string {
	t.Helper()
	var out bytes.Buffer
	ok(t, Write(&out, dir))
	return put(t, out.Bytes())
}

func put(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "waymark.zip")
	ok(t, os.WriteFile(path, data, 0o600))
	return path
}

var (
	some = map[string]string{"plan.json": "{}\n", "results/result-000001.json": "\x00 any bytes \xff", "results/result-000002.json": "",
		"set-aside/a file, 工場.json": "kept", "notes.jsonl": strings.Repeat("{}\n", 9999)}
	noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
)

// placed puts an archive into a folder that holds some files, and returns the folder and what was there before.
func placed(t *testing.T, archive string, files map[string]string, now time.Time) (string, string) {
	t.Helper()
	dir := folder(t, files)
	restored, aside, err := Place(disk.OS{}, archive, dir, now, func() error { return nil })
	ok(t, err)
	if len(restored) != len(some) {
		t.Errorf("restored %d files", len(restored))
	}
	return dir, aside
}

// A backup restores exactly, and the same folder always makes the same file.
func TestRestoresExactly(t *testing.T) {
	files := maps.Clone(some)
	files["lock"], files["notes.lock"], files["newest.json"], files[".new-123"], files["results/.new-9"] = "", "", "{}", "half", "half"
	dir := folder(t, files)
	archive := archived(t, dir)
	to, aside := placed(t, archive, map[string]string{"lock": ""}, noon)
	if got := held(t, to); !maps.Equal(got, some) || aside != "" {
		t.Errorf("restored %q, aside %q", slices.Sorted(maps.Keys(got)), aside)
	}
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) != 1 {
		t.Errorf("beside it lie %v", left)
	}
	first, _ := os.ReadFile(archive)
	again, _ := os.ReadFile(archived(t, to))
	if !bytes.Equal(first, again) {
		t.Error("the restored folder makes another file")
	}
}

// What was there is kept whole, under a name that is free.
func TestReplacedIsKept(t *testing.T) {
	archive := archived(t, folder(t, some))
	mine := map[string]string{"plan.json": "mine", "lock": ""}
	dir, aside := placed(t, archive, mine, noon)
	if want := dir + "-2026-11-26"; aside != want || !maps.Equal(held(t, aside), mine) || !maps.Equal(held(t, dir), some) {
		t.Errorf("aside %q, want %q", aside, want)
	}
	_, again, err := Place(disk.OS{}, archive, dir, noon, func() error { return nil })
	ok(t, err)
	if want := dir + "-2026-11-26-2"; again != want || !maps.Equal(held(t, aside), mine) {
		t.Errorf("aside %q, want %q", again, want)
	}
}

// entry is one of a made-up archive.
type entry struct {
	name, text string
	mode       fs.FileMode
	unlisted   bool
}

// made is an archive of entries whose index names them all.
func made(t testing.TB, schema int, entries ...entry) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	list := index{Schema: schema}
	for _, e := range entries {
		if !e.unlisted {
			list.Files = append(list.Files, File{strings.TrimPrefix(e.name, prefix), int64(len(e.text)), fmt.Sprintf("%x", sha256.Sum256([]byte(e.text)))})
		}
	}
	text, err := json.Marshal(list)
	ok(t, err)
	for _, e := range append([]entry{{name: indexName, text: string(text)}}, entries...) {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(e.mode | 0o600)
		w, err := z.CreateHeader(h)
		ok(t, err)
		_, err = w.Write([]byte(e.text))
		ok(t, err)
	}
	ok(t, z.Close())
	return put(t, out.Bytes())
}

// Whatever is wrong with an archive, nothing is written but for what it may write, and the folder stays as it was.
func TestBadArchives(t *testing.T) {
	var foreign bytes.Buffer
	z := zip.NewWriter(&foreign)
	ok(t, add(z, "readme.txt", []byte("hello")))
	ok(t, z.Close())
	plan := entry{name: prefix + "plan.json", text: "{}"}
	for want, archive := range map[string]string{
		"no such file":                              filepath.Join(t.TempDir(), "none.zip"),
		"isn't a regular file":                      t.TempDir(),
		"isn't a Waymark backup, or it's damaged":   put(t, []byte("hello")),
		"isn't a Waymark backup":                    put(t, foreign.Bytes()),
		"it was made by a newer version":            made(t, 2, plan),
		"waymark-backup.json is damaged":            made(t, 0, plan),
		`"waymark/../../evil.json" points outside`:  made(t, 1, plan, entry{name: prefix + "../../evil.json"}),
		`"/etc/evil.json" points outside`:           made(t, 1, plan, entry{name: "/etc/evil.json"}),
		`"evil.json" points outside`:                made(t, 1, plan, entry{name: "evil.json"}),
		`"waymark//evil.json" points outside`:       made(t, 1, plan, entry{name: prefix + "/evil.json"}),
		`"waymark/results/../x" points outside`:     made(t, 1, plan, entry{name: prefix + "results/../x"}),
		`"waymark/a\\..\\evil.json" points outside`: made(t, 1, plan, entry{name: prefix + `a\..\evil.json`}),
		`"waymark/C:evil.json" points outside`:      made(t, 1, plan, entry{name: prefix + `C:evil.json`}),
		`"waymark/lock" isn't a Waymark file`:       made(t, 1, plan, entry{name: prefix + "lock"}),
		`"waymark/a\\x1b[31m" isn't a Waymark`:      made(t, 1, plan, entry{name: prefix + "a\x1b[31m"}),
		`"waymark/link.json" isn't a plain file`:    made(t, 1, plan, entry{name: prefix + "link.json", text: "/etc/passwd", mode: fs.ModeSymlink}),
		`"waymark/pipe" isn't a plain file`:         made(t, 1, plan, entry{name: prefix + "pipe", mode: fs.ModeNamedPipe}),
		`"waymark/disk" isn't a plain file`:         made(t, 1, plan, entry{name: prefix + "disk", mode: fs.ModeDevice}),
		`"waymark/results/" points outside`:         made(t, 1, plan, entry{name: prefix + "results/", mode: fs.ModeDir}),
		`"waymark/plan.json" is there twice`:        made(t, 1, plan, plan),
		`"waymark/PLAN.json" is there twice`:        made(t, 1, plan, entry{name: prefix + "PLAN.json"}),
		"it has 2 files, and its index names 1":     made(t, 1, plan, entry{name: prefix + "more.json", unlisted: true}),
		`"waymark/huge.json" is larger than 64 MiB`: made(t, 1, plan, entry{name: prefix + "huge.json", text: strings.Repeat("0", maxFile+1)}),
		"file exists": made(t, 1, plan, entry{name: prefix + "plan.json/x"}),
		`"waymark/results/result-000001.json" is damaged`: swapped(t),
	} {
		dir := folder(t, map[string]string{"plan.json": "mine"})
		released := false
		_, _, err := Place(disk.OS{}, archive, dir, noon, func() error { released = true; return nil })
		if err == nil || !strings.Contains(err.Error(), want) || released {
			t.Errorf("%v, want %q", err, want)
		}
		if got := held(t, dir); len(got) != 1 || got["plan.json"] != "mine" {
			t.Errorf("%s: the folder holds %q", want, got)
		}
		if beside, _ := os.ReadDir(filepath.Dir(dir)); len(beside) != 1 {
			t.Errorf("%s: beside it lie %v", want, beside)
		}
	}
}

// unsynced is a disk that doesn't wait.
type unsynced struct{ disk.OS }

func (unsynced) SyncDir(string) error { return nil }

func (d unsynced) Within(dir, name string) (disk.File, error) {
	f, err := d.OS.Within(dir, name)
	return unsyncedFile{f}, err
}

type unsyncedFile struct{ disk.File }

func (unsyncedFile) Sync() error { return nil }

var bits = flag.Int("bits", 1, "how many bits of each byte of a backup are tried as another, of 8")

// Wherever an archive is damaged, cut short at any byte or with a bit changed (with -bits 8, any bit), that is noticed,
// or changes nothing of what it restores.
func TestEveryDamageIsNoticed(t *testing.T) {
	want := map[string]string{"plan.json": "mine", "results/1.json": "a result"}
	good, err := os.ReadFile(archived(t, folder(t, want)))
	ok(t, err)
	path, noticed := put(t, good), 0
	try := func(bad []byte, how string) {
		dir := folder(t, nil)
		ok(t, os.WriteFile(path, bad, 0o600))
		if _, err := Extract(unsynced{}, path, dir); err != nil {
			noticed++
		} else if got := held(t, dir); !maps.Equal(got, want) {
			t.Errorf("%s: %q", how, got)
		}
	}
	for i := range good {
		try(good[:i], fmt.Sprintf("cut short after %d of %d bytes", i, len(good)))
		for n := range *bits {
			bad, bit := bytes.Clone(good), (i+n)%8
			bad[i] ^= 1 << bit
			try(bad, fmt.Sprintf("bit %d of byte %d of %d", bit, i, len(good)))
		}
	}
	tried := (1 + *bits) * len(good)
	if noticed < tried/2 {
		t.Errorf("%d of %d noticed", noticed, tried)
	}
	t.Logf("%d of %d ways to damage %d bytes are noticed, the others change nothing", noticed, tried, len(good))
}

// swapped is an archive with the text of one file changed, and all that zip itself checks in order.
func swapped(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	text, err := json.Marshal(index{1, []File{{"results/result-000001.json", 4, fmt.Sprintf("%x", sha256.Sum256([]byte("true")))}}})
	ok(t, err)
	ok(t, add(z, indexName, text))
	ok(t, add(z, prefix+"results/result-000001.json", []byte("fake")))
	ok(t, z.Close())
	return put(t, out.Bytes())
}

// Where the last step fails, the folder is back in its place.
func TestPlaceFails(t *testing.T) {
	archive, dir := archived(t, folder(t, some)), folder(t, map[string]string{"plan.json": "mine"})
	_, _, err := Place(disk.OS{}, archive, dir, noon, func() error { return fs.ErrClosed })
	if err == nil || held(t, dir)["plan.json"] != "mine" {
		t.Errorf("%v", err)
	}
}
