package stages_test

import (
	"os"
	"reflect"
	"testing"

	"waymark/content"
	"waymark/stages"
)

// The plain bank is written twice: as YAML, for the command, and in Go, for the tests of this package,
// which content imports. Both must be the bank whose figures docs/measurement.md has.
func TestPlainBankIsTheSameInYAML(t *testing.T) {
	got, faults := content.Load(os.DirFS("testdata/plain"))
	if got == nil {
		t.Fatal(faults)
	}
	want := stages.PlainCatalog()
	want.SHA256 = got.SHA256
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the YAML differs from PlainCatalog:\n%+v\n%+v", got, want)
	}
}
