package quiz_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// sit is the testscript command
//
//	sit N
//
// It takes the assessment in plain mode, as someone who gives the N-th of the answers that are shown to each
// question, whichever and how many are asked, and leaves at the result.
func sit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: sit N")
	}
	dir, _, _ := strings.Cut(ts.Getenv("PATH"), string(os.PathListSeparator)) // where testscript puts the program
	cmd := exec.Command(filepath.Join(dir, "waymark"), "--plain")
	for _, name := range []string{"PATH", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "CLOCK", "GORACE"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	in, err := cmd.StdinPipe()
	ts.Check(err)
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	text := talk(ts, bufio.NewReader(out), in, args[0])
	ts.Check(in.Close())
	ts.Check(cmd.Wait())
	ts.Logf("%s", text)
}

// prompt ends what is written before a line is read; begins is the way into the assessment.
var (
	prompt = regexp.MustCompile(`\nType [^\n]+(\n[^\n]+)?: $`)
	begins = regexp.MustCompile(`(?m)^(\d)\. (Begin|Take it again)`)
)

// talk reads until something is asked, and replies, until there is nothing to do but leave.
func talk(ts *testscript.TestScript, out *bufio.Reader, in io.Writer, answer string) string {
	var all, asked strings.Builder
	for questions := 0; ; {
		c, err := out.ReadByte()
		if err != nil {
			return all.String()
		}
		all.WriteByte(c)
		asked.WriteByte(c)
		if c != ' ' || !prompt.MatchString(asked.String()) {
			continue
		}
		reply, begin := "q", begins.FindStringSubmatch(asked.String())
		switch text := asked.String(); {
		case strings.Contains(text, "Question ") || strings.Contains(text, "To begin with.") || strings.Contains(text, "One last thing."):
			reply = answer
			questions++
		case questions == 0 && begin != nil:
			reply = begin[1]
		}
		asked.Reset()
		_, err = fmt.Fprintln(in, reply)
		ts.Check(err)
	}
}
