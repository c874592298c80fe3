package content

import (
	"bytes"
	"encoding/gob"
	"flag"
	"os"
	"reflect"
	"testing"
)

// TestSnapshot holds the snapshot to the YAML it was made of: the same catalog, to the last word.
func TestSnapshot(t *testing.T) {
	want, faults := Load(builtin)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	if flag.Lookup("update").Value.String() == "true" {
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(want); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("snapshot.gob", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, ok := fromSnapshot()
	if !ok {
		t.Fatal("the YAML has changed since the snapshot: go test ./content -run Snapshot -update")
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("the snapshot says something else than the YAML")
	}
}

func BenchmarkBuiltin(b *testing.B) {
	b.Run("snapshot", func(b *testing.B) {
		for b.Loop() {
			if _, ok := fromSnapshot(); !ok {
				b.Fatal("the snapshot is stale")
			}
		}
	})
	b.Run("yaml", func(b *testing.B) {
		for b.Loop() {
			_, _ = Load(builtin)
		}
	})
}
