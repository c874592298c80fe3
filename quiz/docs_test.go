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
	runGuide(t, script.String()+files.String())
}

// TestSecondOpinionGuide does what docs/second-opinion.md says: as Ruth, who asks Ada and Omar, and in a team of five.
func TestSecondOpinionGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/second-opinion.md")
	if err != nil {
		t.Fatal(err)
	}
	before := map[string]string{ // what others do meanwhile
		"waymark ask -o":            "seed result\n",
		"waymark --plain --for":     "cp sheet.yaml ruth.yaml\ncp sheet.yaml omar.yaml\nstdin ones\n",
		"waymark compare ruth.yaml": "stdin ones\nwaymark --plain --for ruth.yaml --as Ruth\nstdin ones\nwaymark --plain --for omar.yaml\n",
		"waymark compare mine.json": "waymark export --format json --with answers -o mine.json\n",
		"waymark team shares":       "mkdir shares\ncp share.yaml shares/1.yaml\n",
	}
	for _, n := range []string{"2", "3", "4", "5"} {
		before["waymark team shares"] += fmt.Sprintf("env XDG_DATA_HOME=$WORK/%[1]s\nseed result\nwaymark team --share -o shares/%[1]s.yaml\n", n)
	}
	var script strings.Builder
	told := map[string]bool{}
	for _, b := range block.FindAllStringSubmatch(string(guide), -1) {
		for line := range strings.Lines(b[2]) {
			command := strings.TrimSpace(strings.Split(line, "  ")[0])
			for start, lines := range before {
				if strings.HasPrefix(command, start) && !told[start] {
					script.WriteString(lines)
					told[start] = true
				}
			}
			switch {
			case strings.HasPrefix(command, "grep"): // the files hold themselves to it
			case strings.HasPrefix(command, "waymark --for"), strings.HasSuffix(command, "--screen"):
				script.WriteString("! " + command + "\nstderr 'needs a terminal'\n")
			default:
				script.WriteString(command + "\n")
			}
		}
	}
	if len(told) != len(before) {
		t.Fatalf("of the guide's commands there are only %v", told)
	}
	runGuide(t, script.String()+"-- ones --\n1\n"+strings.Repeat("1\n", 60))
}

func runGuide(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "guide.txtar"), []byte(script), 0o600); err != nil {
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
