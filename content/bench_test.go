package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/content"
)

// large is content with so many questions of five options, as people write them, in files of 500.
func large(tb testing.TB, questions int) fstest.MapFS {
	files := valid(tb)
	const perFile = 500
	for from := 0; from < questions; from += perFile {
		var b strings.Builder
		b.WriteString("questions:\n")
		for i := from; i < min(from+perFile, questions); i++ {
			fmt.Fprintf(&b, `  - id: large-%d
    strand: craft
    kind: frequency
    evidence: true
    short: "asked about the %[1]dth thing"
    ask: "In the last year, how often did a {customer} ask for your advice on the %[1]dth thing, before they decided?"
    why: "People ask those whose advice was worth it the last time."
    counts: "They wrote to you before the meeting, because of what you'd said about the one before."
    counts_not: "Your name on a list of people to inform."
    sisters: [large-%d]
    options:
      - {id: never, level: 0.9, text: "Not so far."}
      - {id: once, level: 2.1, text: "Once or twice, by people I deal with regularly."}
      - {id: months, level: 3, text: "Most months, by people I deal with regularly.", short: "most months"}
      - {id: managers, level: 4.2, text: "Most months, by their managers as well.", did: "Advised {customers} and their managers"}
      - {id: weeks, level: 5, text: "Most weeks, and they wait for the answer.", did: "Advised {customers} every week"}
`, i, (i+1)%questions)
		}
		files[fmt.Sprintf("large/%05d.yaml", from)] = &fstest.MapFile{Data: []byte(b.String())}
	}
	return files
}

// BenchmarkCheck checks a bank of 10,000 questions: under a second on two cores.
func BenchmarkCheck(b *testing.B) {
	files := large(b, 10_000)
	size := 0
	for _, f := range files {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, faults := content.Load(files); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

// A fault in each of many questions is told, whatever is looked up for its message.
func TestManyQuestionsAreChecked(t *testing.T) {
	n := 1000
	if *whole {
		n = 10_000
	}
	for name, old := range map[string]string{"sound": "", "faulty": "strand: craft\n"} {
		files := large(t, n)
		for _, f := range files {
			if old != "" {
				f.Data = []byte(strings.ReplaceAll(string(f.Data), old, "strand: carft\n"))
			}
		}
		catalog, faults := content.Load(files)
		if len(catalog.Questions) != n+2 || (len(faults) > 0) != (old != "") {
			t.Errorf("%s: %d questions, %d faults", name, len(catalog.Questions), len(faults))
		}
	}
}
