package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"waymark/content"
)

func TestSnapshotIsTheSameBytesEveryTime(t *testing.T) {
	var written [2][]byte
	for i := range written {
		name := filepath.Join(t.TempDir(), "snapshot.go")
		if err := write(name); err != nil {
			t.Fatal(err)
		}
		written[i], _ = os.ReadFile(name)
	}
	if len(written[0]) < 100_000 || !bytes.Equal(written[0], written[1]) {
		t.Errorf("%d bytes, then %d others", len(written[0]), len(written[1]))
	}
	catalog, _ := content.Load(content.FS())
	kept, err := os.ReadFile("../../snapshot.go")
	if err != nil {
		t.Fatal(err)
	}
	// Someone who edits the YAML has an older snapshot, of other YAML, until they generate it again.
	if bytes.Contains(kept, []byte(catalog.SHA256)) && !bytes.Equal(kept, written[0]) {
		t.Error("the generator has changed since: go generate ./content")
	}
}
