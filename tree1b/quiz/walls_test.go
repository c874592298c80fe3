package quiz_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestWalls keeps the packages apart: data flows from content to stages to quiz, and each package
// imports only what its place in that flow allows.
func TestWalls(t *testing.T) {
	for path, imports := range packages(t) {
		for _, imported := range imports {
			if fault := wall(path, imported); fault != "" {
				t.Errorf("%s imports %s: %s", path, imported, fault)
			}
		}
	}
}

// wall says what is wrong with an import, or nothing.
func wall(from, to string) string {
	ours := strings.HasPrefix(to, "waymark/")
	standard := !ours && !strings.Contains(to, ".")
	switch {
	case from == "waymark/stages" && !standard:
		return "the domain uses the standard library only"
	case slices.Contains([]string{"waymark/stages/simulate", "waymark/stages/calibrate"}, from) && !standard && to != "waymark/stages":
		return "simulation and calibration know the domain and the standard library only"
	case strings.HasPrefix(from, "waymark/stages") && slices.Contains([]string{"os", "time", "net", "os/exec", "os/signal"}, to):
		return "the domain has no clock, file, environment or terminal"
	case from == "waymark/content" && ours && to != "waymark/stages" && to != "waymark/stages/calibrate":
		return "content knows the domain and nothing above it"
	case from == "waymark/quiz/disk" && ours:
		return "what changes files doesn't know what is in them"
	case strings.HasPrefix(from, "waymark/quiz/") && to == "waymark/content":
		return "screens are handed their content"
	case from == "waymark/quiz/tui" && slices.Contains([]string{"os/exec", "path/filepath", "net"}, to):
		return "screens touch no file"
	case from == "waymark/quiz/plain" && (slices.Contains([]string{"os", "os/exec", "os/signal", "path/filepath", "net"}, to) || to == "waymark/quiz/tui"):
		return "plain mode has one reader and one writer, and knows no other front end"
	case strings.HasPrefix(from, "waymark/quiz/") && to == "waymark/quiz":
		return "the commands stand above"
	}
	return ""
}

// TestTableOfPackages holds the table in CONTRIBUTING.md to what packages import of one another.
func TestTableOfPackages(t *testing.T) {
	doc, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	may := map[string]string{}
	for _, row := range regexp.MustCompile(`(?m)^\| (.*) \| .* \| (.*) \|$`).FindAllStringSubmatch(string(doc), -1) {
		for _, name := range regexp.MustCompile("`([a-z/]+)`").FindAllStringSubmatch(row[1], -1) {
			may["waymark/"+name[1]] = row[2]
		}
	}
	helping := []string{"waymark", "waymark/content/internal/snapshot", "waymark/quiz/disk/powercut", "waymark/quiz/locale/localetest"}
	for from, imports := range packages(t) {
		row, there := may[from]
		if there == slices.Contains(helping, from) {
			t.Errorf("%s: in the table: %v", from, there)
		}
		for _, to := range imports {
			name := strings.TrimPrefix(strings.TrimPrefix(to, "waymark/"), "quiz/")
			if there && row != "all" && strings.HasPrefix(to, "waymark/") && !strings.Contains(row, "`"+name+"`") {
				t.Errorf("%s imports %s, and may import %s", from, to, row)
			}
		}
	}
}

// packages returns what each package of the module imports, without tests.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, p := range goList[struct {
		ImportPath string
		Imports    []string
	}](t, nil, "-json=ImportPath,Imports", "waymark/...") {
		found[p.ImportPath] = p.Imports
	}
	if len(found) < 5 {
		t.Fatalf("go list finds %d packages only", len(found))
	}
	return found
}

// goList returns what go list says of packages, with these variables in its environment too.
func goList[T any](t *testing.T, env []string, args ...string) (found []T) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p T
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatal(err)
		}
		found = append(found, p)
	}
}

func TestWallsWouldBeSeen(t *testing.T) {
	for _, bad := range [][2]string{
		{"waymark/stages", "gopkg.in/yaml.v3"}, {"waymark/stages", "waymark/content"}, {"waymark/stages", "os"},
		{"waymark/stages", "waymark/stages/simulate"}, {"waymark/stages/simulate", "waymark/content"},
		{"waymark/stages/calibrate", "waymark/content"}, {"waymark/stages/calibrate", "waymark/stages/simulate"},
		{"waymark/stages/simulate", "gopkg.in/yaml.v3"}, {"waymark/content", "waymark/stages/simulate"}, {"waymark/stages/simulate", "os"},
		{"waymark/content", "waymark/quiz"}, {"waymark/quiz/tui", "waymark/content"}, {"waymark/quiz/journal", "waymark/quiz"},
		{"waymark/quiz/plain", "os"}, {"waymark/quiz/plain", "waymark/content"},
		{"waymark/quiz/disk", "waymark/quiz/journal"},
	} {
		if wall(bad[0], bad[1]) == "" {
			t.Errorf("%s may import %s", bad[0], bad[1])
		}
	}
}
