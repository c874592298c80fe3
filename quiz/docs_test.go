package quiz_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var block = regexp.MustCompile("(?s)\n```(sh|yaml)\n(.*?)```\n")

// TestCalibrationGuide does what docs/calibration.md says, from an empty folder on: it writes each file and
// runs each command, in their order.
func TestCalibrationGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/calibration.md")
	if err != nil {
		t.Fatal(err)
	}
	var script, files strings.Builder
	commands := map[string]int{}
	script.WriteString("mkdir my-study\nseed result\n")
	for _, b := range block.FindAllStringSubmatch(string(guide), -1) {
		if b[1] == "yaml" {
			name, _, _ := strings.Cut(strings.TrimPrefix(b[2], "# "), "\n")
			fmt.Fprintf(&script, "cp %s %s\n", filepath.Base(name), name) // not before its turn
			fmt.Fprintf(&files, "-- %s --\n%s", filepath.Base(name), b[2])
			continue
		}
		for line := range strings.Lines(b[2]) {
			script.WriteString(strings.Replace(line, "content simulate", "content simulate --respondents 1", 1)) // a minute less
			commands[strings.Join(strings.Fields(line)[:3], " ")]++
		}
	}
	script.WriteString("waymark content calibrate my-study --content my-questions\n" +
		"stdout '4 people, 3 of them with a judgement and a reading'\nstdout 'drawn with seed 7'\nstdout '^calibration '\n")
	if commands["waymark content calibrate"] < 8 || commands["waymark content init"] != 1 || strings.Count(files.String(), "-- ") < 4 {
		t.Fatalf("the guide has these commands only: %v", commands)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "guide.txtar"), []byte(script.String()+files.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:  dir,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"seed": seed},
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/home/data")
			env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/home/config")
			return os.MkdirAll(env.WorkDir+"/home", 0o700)
		},
	})
}
