package quiz_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// withResults is a data folder with so many results, the last two of which differ. It has been at rest for a minute.
func withResults(t testing.TB, n int) string {
	t.Helper()
	data := t.TempDir()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	if n == 0 {
		return data
	}
	dir := filepath.Join(data, "waymark")
	check(seedJournal(dir, []string{"result", "again"}))
	results := filepath.Join(dir, "results")
	entries, err := os.ReadDir(results)
	check(err)
	for i := range n - len(entries) {
		check(os.Link(filepath.Join(results, entries[0].Name()), filepath.Join(results, fmt.Sprintf("result-000000-%06d-stages.json", i))))
	}
	check(rest(results))
	return data
}

// firstFrame starts the program and waits for home.
func firstFrame(t testing.TB, data string) *process {
	t.Helper()
	p := onTerminal(t, []string{"XDG_DATA_HOME=" + data})
	p.sees("quit")
	return p
}

// Home says what has moved since the result before the last, for which these two are read, however many there are.
func TestHomeReadsTwoResults(t *testing.T) {
	few, many := bytesRead(t, withResults(t, 2)), bytesRead(t, withResults(t, 200))
	if most := few * 5 / 4; many > most {
		t.Errorf("%d bytes are read with 200 results, and %d with two", many, few)
	}
}

// bytesRead is how much a program reads until home answers a key, the second time that it starts in a folder: the
// first time, it looks through that.
func bytesRead(t *testing.T, data string) int {
	t.Helper()
	firstFrame(t, data).leaves()
	p := firstFrame(t, data)
	p.types("?")
	p.sees("On this screen")
	figures, err := os.ReadFile(fmt.Sprintf("/proc/%d/io", p.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	var read int
	if _, err := fmt.Sscanf(string(figures), "rchar: %d", &read); err != nil {
		t.Fatalf("%v in %s", err, figures)
	}
	return read
}

// BenchmarkFirstFrame is what a start takes until home is on the terminal, by how many results there are: by turns, so that
// what else the machine does hits all of them alike.
func BenchmarkFirstFrame(b *testing.B) {
	numbers := []int{0, 2, 10_000}
	took, data := make([][]float64, len(numbers)), make([]string, len(numbers))
	for i, n := range numbers {
		data[i] = withResults(b, n)
		firstFrame(b, data[i]).leaves()
	}
	for b.Loop() {
		for i := range numbers {
			begun := time.Now()
			p := firstFrame(b, data[i])
			took[i] = append(took[i], ms(time.Since(begun)))
			p.leaves()
		}
	}
	b.ReportMetric(0, "ns/op") // says nothing here
	for i, n := range numbers {
		b.ReportMetric(share(.5, took[i]), fmt.Sprintf("ms-with-%d", n))
	}
}
