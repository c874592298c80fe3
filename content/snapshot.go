package content

import (
	"bytes"
	_ "embed" // the snapshot
	"encoding/gob"

	"waymark/stages"
)

// The snapshot is the built-in catalog as it was last read from the YAML. Reading it takes a
// twentieth of the time, which is most of what the program needs to start. It names the files it was
// made of by their checksum, and counts for nothing when they have changed since.
// `go test ./content -run Snapshot -update` makes it anew.
//
//go:embed snapshot.gob
var snapshot []byte

// fromSnapshot returns the built-in catalog, or false where the YAML has been edited since.
func fromSnapshot() (*stages.Catalog, bool) {
	var c stages.Catalog
	if gob.NewDecoder(bytes.NewReader(snapshot)).Decode(&c) != nil {
		return nil, false
	}
	return &c, c.SHA256 == readFolder(builtin).checksum()
}
