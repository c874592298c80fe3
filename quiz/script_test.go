package quiz_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"waymark/quiz"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts that compare it")

func TestMain(m *testing.M) {
	if os.Getenv("GORACE") == "" { // else the race detector keeps each program for a second when it ends
		_ = os.Setenv("GORACE", "atexit_sleep_ms=0")
	}
	testscript.Main(m, map[string]func(){
		"waymark": func() {
			if err := quiz.SetClock(os.Getenv("CLOCK")); err != nil {
				panic(err)
			}
			os.Exit(quiz.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the commands as a person would, each in a home of its own. $SMALL is a small content of
// its own, $GERMAN the German one, $ESC what begins a control sequence, and $CLOCK may be the time that the program
// takes it for.
func TestScripts(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	german, err := filepath.Abs("../docs/examples/german")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"seed": seed, "hold": hold, "sit": sit},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SMALL", small)
			env.Setenv("GERMAN", german)
			env.Setenv("ESC", "\x1b")
			return ownHome(env)
		},
	})
}

// ownHome gives a script a home that nothing else has.
func ownHome(env *testscript.Env) error {
	env.Setenv("HOME", env.WorkDir+"/home")
	env.Setenv("XDG_DATA_HOME", env.WorkDir+"/home/data")
	env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/home/config")
	env.Setenv("GORACE", os.Getenv("GORACE"))
	env.Setenv("GOGC", "400") // each program ends before collecting its garbage pays
	return os.MkdirAll(env.WorkDir+"/home", 0o700)
}
