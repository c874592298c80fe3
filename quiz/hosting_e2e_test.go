//go:build e2e && linux

package quiz_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// host is OpenSSH's server on the loopback address, set up as docs/hosting.md says.
type host struct {
	t    *testing.T
	dir  string
	port string
}

// TestHosting lets many people answer at once over SSH.
func TestHosting(t *testing.T) {
	const people = 100
	h := newHost(t, people)
	h.refuses()
	var answering, asked sync.WaitGroup
	release := make(chan struct{})
	answering.Add(people)
	asked.Add(people)
	for n := range people {
		go func() {
			defer answering.Done()
			h.answers(n, &asked, release)
		}()
	}
	asked.Wait()
	h.memory(people)
	close(release)
	answering.Wait()
	for n := range people {
		h.kept(n)
	}
}

func newHost(t *testing.T, people int) *host {
	t.Helper()
	for _, needed := range []string{"sshd", "ssh", "ssh-keygen"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Fatal("this test needs OpenSSH: ", err)
		}
	}
	h := &host{t: t, dir: t.TempDir(), port: freePort(t)}
	h.command("go", "build", "-o", filepath.Join(h.dir, "waymark"), "waymark")
	h.write("waymark-login", loginScript(t, h.dir), 0o700)
	h.command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", filepath.Join(h.dir, "host"))
	var keys strings.Builder
	for n := range people {
		h.command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", h.key(n))
		public, err := os.ReadFile(h.key(n) + ".pub")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&keys, "restrict,pty,command=\"%s/waymark-login person-%d\" %s", h.dir, n, public)
	}
	h.write("authorized_keys", keys.String(), 0o600)
	h.write("sshd_config", fmt.Sprintf("Port %s\nListenAddress 127.0.0.1\nHostKey %s/host\nAuthorizedKeysFile %s/authorized_keys\n"+
		"StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nPidFile none\nMaxStartups 200\n", h.port, h.dir, h.dir), 0o600)
	h.serve()
	return h
}

// loginScript is that of the document, for a folder of the test's in place of the account's.
func loginScript(t *testing.T, dir string) string {
	t.Helper()
	doc, err := os.ReadFile("../docs/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	script := regexp.MustCompile(`(?s)   #!/bin/sh\n.*?   esac\n`).FindString(string(doc))
	script = strings.ReplaceAll(strings.ReplaceAll("\n"+script, "\n   ", "\n"), "$HOME/people", dir+"/people")
	return strings.Replace(strings.TrimSpace(script), "umask 077", "umask 077\nPATH="+dir+":$PATH", 1) + "\n"
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// serve starts the server, and waits until it answers.
func (h *host) serve() {
	h.t.Helper()
	if os.Getuid() == 0 {
		h.command("mkdir", "-p", "/run/sshd") // where it gives up its rights; a fresh machine has none
	}
	path, _ := exec.LookPath("sshd")
	path, _ = filepath.Abs(path)
	server := exec.Command(path, "-D", "-e", "-f", filepath.Join(h.dir, "sshd_config"))
	log := &strings.Builder{}
	server.Stderr = log
	if err := server.Start(); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
		if h.t.Failed() {
			h.t.Log(log.String())
		}
	})
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		c, err := net.Dial("tcp", "127.0.0.1:"+h.port)
		if err == nil {
			_ = c.Close()
			return
		}
		if time.Now().After(deadline) {
			h.t.Fatal("sshd never answered")
		}
	}
}

// ssh is a session of a person's.
func (h *host) ssh(person int, args ...string) *exec.Cmd {
	return exec.Command("ssh", append([]string{"-F", "none", "-p", h.port, "-i", h.key(person), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none",
		"-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-T", "127.0.0.1"}, args...)...)
}

func (h *host) key(n int) string { return filepath.Join(h.dir, fmt.Sprintf("key-%d", n)) }

// refuses holds that a key starts Waymark and nothing else.
func (h *host) refuses() {
	h.t.Helper()
	for _, asked := range []string{"sh", "cat /etc/passwd", "export -o /tmp/x", "result; id", "--content /etc", "$(id)"} {
		out, err := h.ssh(0, "--", asked).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "runs Waymark only") {
			h.t.Errorf("%q: %v, %s", asked, err, out)
		}
	}
	if out, err := h.ssh(0, "-s", "sftp").CombinedOutput(); err == nil {
		h.t.Errorf("sftp: %s", out)
	}
	if out, _ := h.ssh(1, "result").CombinedOutput(); !strings.Contains(string(out), "no result") {
		h.t.Errorf("a person without a result reads: %s", out)
	}
}

const answersEach = 6 // before the connection is cut

// answers is an interview line by line, cut off once a few answers were followed by a next question.
func (h *host) answers(n int, asked *sync.WaitGroup, release chan struct{}) {
	session := h.ssh(n, "--", "--plain")
	in, _ := session.StdinPipe()
	out, _ := session.StdoutPipe()
	if err := session.Start(); err != nil {
		asked.Done()
		h.t.Error(err)
		return
	}
	said := bufio.NewReader(out)
	until := func(text string) bool {
		heard := ""
		for !strings.HasSuffix(heard, text) {
			r, _, err := said.ReadRune()
			if err != nil {
				h.t.Errorf("person %d: the session ended at %q: %v", n, heard[max(0, len(heard)-300):], err)
				return false
			}
			heard += string(r)
		}
		return true
	}
	ok := until("q stop: ") && say(in, "1") && until("q stop: ") && say(in, "1")
	for q := 1; ok && q <= answersEach; q++ { // the first is who the work is for
		ok = until("q stop") && until(": ") && say(in, "1")
	}
	if ok {
		until("q stop")
	}
	asked.Done()
	<-release
	_ = session.Process.Kill()
	_ = session.Wait()
}

func say(to io.Writer, line string) bool {
	_, err := fmt.Fprintln(to, line)
	return err == nil
}

// memory tells how much each of the programs takes, while all are waiting for an answer.
func (h *host) memory(people int) {
	programs, _ := filepath.Glob("/proc/[0-9]*/exe")
	total, running := 0.0, 0
	for _, link := range programs {
		if target, err := os.Readlink(link); err == nil && target == filepath.Join(h.dir, "waymark") {
			total, running = total+resident(filepath.Dir(link)), running+1
		}
	}
	if running != people {
		h.t.Fatalf("%d programs run for %d people", running, people)
	}
	h.t.Logf("%d interviews at once, %.1f MB of memory each", running, total/float64(running))
}

// resident is the memory of a process, in MB, by its folder under /proc.
func resident(process string) float64 {
	status, _ := os.ReadFile(filepath.Join(process, "status"))
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	var kilobytes float64
	_, _ = fmt.Sscan(after, &kilobytes)
	return kilobytes / 1000
}

// kept holds that a person's answers are on disk, and are theirs alone.
func (h *host) kept(n int) {
	folder := filepath.Join(h.dir, "people", fmt.Sprintf("person-%d", n), "waymark")
	data, err := os.ReadFile(filepath.Join(folder, "interview.json"))
	if err != nil {
		h.t.Error(err)
		return
	}
	var kept struct {
		Interview struct {
			Answers map[string]any `json:"answers"`
		} `json:"interview"`
	}
	if err := json.Unmarshal(data, &kept); err != nil || len(kept.Interview.Answers) < answersEach-1 {
		h.t.Errorf("person %d has %d answers on disk: %v", n, len(kept.Interview.Answers), err)
	}
	for path, mode := range map[string]os.FileMode{folder: 0o700, filepath.Join(folder, "interview.json"): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			h.t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}

func (h *host) write(name, text string, mode os.FileMode) {
	h.t.Helper()
	if err := os.WriteFile(filepath.Join(h.dir, name), []byte(text), mode); err != nil {
		h.t.Fatal(err)
	}
}

func (h *host) command(name string, args ...string) {
	h.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		h.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}
