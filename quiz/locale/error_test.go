package locale_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"waymark/quiz/locale"
)

// Errors are said in the language that's in use when they're printed, whichever was when they were made.
func TestErrors(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "plan.json", Err: syscall.ENOSPC}
	link := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrPermission}
	saved := locale.Errorf("the note couldn't be saved: %s", full)
	for err, want := range map[error][2]string{
		saved: {"the note couldn't be saved: plan.json: no space left on device",
			"die Notiz konnte nicht gespeichert werden: plan.json: die Festplatte ist voll"},
		fmt.Errorf("x: %w", full):        {"x: plan.json: no space left on device", "x: plan.json: die Festplatte ist voll"},
		link:                             {"b: permission denied", "b: keine Berechtigung"},
		syscall.EROFS:                    {"read-only file system", "das Dateisystem ist schreibgeschützt"},
		locale.Error("couldn't be read"): {"couldn't be read", "war nicht lesbar"},
		errors.New("as it is"):           {"as it is", "as it is"},
		fmt.Errorf("%w, and so on", full): {"write plan.json: no space left on device, and so on",
			"write plan.json: no space left on device, and so on"},
	} {
		locale.Builtin("").Use()
		english := locale.Reason(err)
		locale.Builtin("de").Use()
		if german := locale.Reason(err); english != want[0] || german != want[1] {
			t.Errorf("%v: %q and %q, want %q", err, english, german, want)
		}
	}
	locale.Builtin("").Use()
	if !errors.Is(saved, syscall.ENOSPC) || errors.Is(saved, fs.ErrPermission) || errors.Unwrap(locale.Error("a")) != nil {
		t.Error("the cause is lost")
	}
}
