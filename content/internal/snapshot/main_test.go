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
	if !bytes.Contains(kept, []byte(catalog.SHA256)) {
		t.Skip("the YAML has been edited since the snapshot was made")
	}
	if !bytes.Equal(kept, written[0]) {
		t.Error("the generator has changed since: go generate ./content")
	}
}
