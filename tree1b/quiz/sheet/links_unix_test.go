//go:build unix

package sheet

import (
	"os"
	"testing"

	"waymark/quiz/session"
)

// Drafts aren't written through a link that lies under their name, not even where it leads to drafts of the same sheet.
func TestDraftsFollowNoLink(t *testing.T) {
	path := put(t, "sheet.yaml", bytesOf(t, blank()))
	other := put(t, "other", []byte(ownDrafts()))
	if err := os.Symlink(other, path+".draft"); err != nil {
		t.Fatal(err)
	}
	if err := open(t, path).SaveDrafts(session.Drafts{"opinion/then/a": {Text: "In Basel"}}); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(other); err != nil || string(got) != ownDrafts() {
		t.Errorf("through a link, %s was written; %v", got, err)
	}
}
