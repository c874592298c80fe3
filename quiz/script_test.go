package quiz_test

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"waymark/quiz"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"waymark": func() { os.Exit(quiz.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the commands as a person would, each in a home of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"seed": seed},
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/home/data")
			env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/home/config")
			return os.MkdirAll(env.WorkDir+"/home", 0o700)
		},
	})
}
