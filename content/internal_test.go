package content

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/stages"
)

// Extend lets content that extends the built-in one extend other content for one test.
func Extend(t testing.TB, base fs.FS) {
	t.Helper()
	extended = base
	t.Cleanup(func() { extended = builtin })
}

// With the snapshot, or without it once the YAML has been edited, the content is what the YAML says.
func TestBuiltinIsWhatTheYAMLSays(t *testing.T) {
	got, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	want, faults := Load(builtin)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("the snapshot lacks what the types of stages now hold: go generate ./content")
	}
}

func TestBuiltinPrefersTheYAMLToAnOldSnapshot(t *testing.T) {
	made := snapshot
	defer func() { snapshot = made }()
	files := readFolder(builtin).checksum()
	for name, c := range map[string]struct {
		snapshot func() *stages.Catalog
		id       string
	}{
		"current": {func() *stages.Catalog { return &stages.Catalog{ID: "snapshot", SHA256: files} }, "snapshot"},
		"old":     {func() *stages.Catalog { return &stages.Catalog{ID: "snapshot", SHA256: "other"} }, "waymark-stages"},
		"none":    {nil, "waymark-stages"},
	} {
		snapshot = c.snapshot
		if got, err := Builtin(); err != nil || got.ID != c.id {
			t.Errorf("%s: catalog %q, error %v; want %q", name, got.ID, err, c.id)
		}
	}
}

// A result names its content by the checksum, and content that extends the built-in one changes with it.
func TestExtensionsAreKnownByWhatTheyExtend(t *testing.T) {
	files := fstest.MapFS{"any.yaml": {Data: []byte("extends: builtin\n")}}
	if c, _ := Load(files); c.SHA256 == readFolder(files).checksum() {
		t.Errorf("the checksum %s is of the folder alone", c.SHA256)
	}
}

// Each hint compares a name with all there are: of a hundred thousand names, that took minutes.
func TestHintsAreOnlySoughtForFaultsThatAreTold(t *testing.T) {
	n := notes{faults: make(Faults, maxFaults-1)}
	for _, want := range []string{`did you mean "craft"?`, ""} {
		if _, got := n.nearest("crafd", []string{"craft"}); got != want {
			t.Errorf("with %d faults the hint is %q, want %q", len(n.faults), got, want)
		}
		n.add(Fault{})
	}
}

// A name longer than a message quotes is compared with none, and none with it: it would take a megabyte squared.
func TestLongNamesAreNotCompared(t *testing.T) {
	longest, longer := strings.Repeat("a", maxQuoted), strings.Repeat("a", maxQuoted+1)
	for name, known := range map[string]string{longest: longer, longer: longest} {
		if got := closest(name, []string{known}); got != "" {
			t.Errorf("of %d letters, the nearest to %d is %q", len(known), len(name), got)
		}
	}
	if got := closest(longest[1:], []string{longest}); got != longest {
		t.Errorf("the nearest to %d letters is %q", len(longest)-1, got)
	}
}

func BenchmarkBuiltin(b *testing.B) {
	b.Run("snapshot", func(b *testing.B) {
		for b.Loop() {
			if current() == nil {
				b.Fatal("the YAML has been edited since the snapshot was made")
			}
		}
	})
	b.Run("yaml", func(b *testing.B) {
		for b.Loop() {
			_, _ = Load(builtin)
		}
	})
}
