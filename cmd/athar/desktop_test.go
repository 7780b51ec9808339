package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desktop is a screen of its own with a window manager.
type desktop struct {
	t       testing.TB
	display string
}

// newDesktop starts Xvfb and openbox; they end with the test.
func newDesktop(t testing.TB) *desktop {
	t.Helper()
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "setxkbmap", "xclip", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed; `make test` installs it", tool)
		}
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Without -noreset it begins anew, and drops who is just connecting, whenever
	// its only client leaves.
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
	xvfb.ExtraFiles = []*os.File{write}
	startUntilEnd(t, xvfb)
	write.Close()
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d := &desktop{t, ":" + strings.TrimSpace(line)}
	startUntilEnd(t, d.command("openbox", "--sm-disable"))
	d.awaitManager()
	return d
}

// awaitManager waits until the window manager is at work. A window that comes
// into being while it starts may never be told that it can be seen, for which
// GLFW waits for ever.
func (d *desktop) awaitManager() {
	d.t.Helper()
	for end := time.Now().Add(patience); d.command("xdotool", "get_num_desktops").Run() != nil; {
		if time.Now().After(end) {
			d.t.Fatal("the window manager did not start")
		}
		time.Sleep(10 * time.Millisecond) // between two looks at another process
	}
}

func startUntilEnd(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", cmd.Path, err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

func (d *desktop) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.display, "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1",
		"LC_ALL=C.UTF-8") // xdotool types Arabic only where the encoding has it
	return cmd
}

// do runs a tool on the desktop and returns what it printed.
func (d *desktop) do(name string, args ...string) string {
	d.t.Helper()
	var out bytes.Buffer
	cmd := d.command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := runBriefly(cmd); err != nil {
		d.t.Fatalf("%s %v: %v: %s", name, args, err, &out)
	}
	return strings.TrimSpace(out.String())
}

// runBriefly runs a tool and kills it when it does not end.
func runBriefly(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	stuck := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer stuck.Stop()
	return cmd.Wait()
}

// athar is the program in a window on the desktop.
type athar struct {
	*desktop
	cmd    *exec.Cmd
	asks   io.WriteCloser
	answer *bufio.Reader
	window string
	errors bytes.Buffer
	ended  bool
}

// patience is how long anything may take on a busy machine before the test
// gives up; waiting ends as soon as the thing is there.
const patience = 60 * time.Second

// open starts Athar on a data directory and waits for its window.
func (d *desktop) open(data, lang string) *athar {
	d.t.Helper()
	a := d.start(data, lang)
	a.activate()
	return a
}

// start starts Athar on a data directory.
func (d *desktop) start(data, lang string) *athar {
	d.t.Helper()
	a := &athar{desktop: d}
	a.cmd = d.command(os.Args[0], "--data", data, "--lang", lang)
	a.cmd.Env = append(a.cmd.Env, probeVariable+"=1", "LANG=C.UTF-8")
	a.cmd.Stderr = &a.errors
	var err error
	if a.asks, err = a.cmd.StdinPipe(); err != nil {
		d.t.Fatal(err)
	}
	out, err := a.cmd.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	a.answer = bufio.NewReader(out)
	if err := a.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(a.kill)
	return a
}

// until waits for something to be true.
func (a *athar) until(what string, is func() bool) {
	a.t.Helper()
	for end := time.Now().Add(patience); ; {
		if is() {
			return
		}
		if time.Now().After(end) {
			a.shot("failed")
			a.t.Fatalf("waited in vain for %s; the window shows %q; errors: %s", what, a.texts(), a.errors.String())
		}
		time.Sleep(30 * time.Millisecond) // between two looks at another process
	}
}

// kill ends the process as a power cut would.
func (a *athar) kill() {
	if !a.ended {
		a.ended = true
		_ = a.cmd.Process.Kill()
		_ = a.cmd.Wait()
	}
}

// sockets returns the network sockets the process has open. Sockets of the Unix
// domain, which lead to the screen, are none.
func (a *athar) sockets() []string {
	a.t.Helper()
	proc := filepath.Join("/proc", strconv.Itoa(a.cmd.Process.Pid))
	known := ""
	for _, table := range []string{"tcp", "tcp6", "udp", "udp6", "raw", "raw6"} {
		data, err := os.ReadFile(filepath.Join(proc, "net", table))
		if err == nil { // IPv6 may be switched off
			known += string(data)
		}
	}
	fds, err := os.ReadDir(filepath.Join(proc, "fd"))
	if err != nil {
		a.t.Fatal(err)
	}
	var found []string
	for _, fd := range fds {
		link, err := os.Readlink(filepath.Join(proc, "fd", fd.Name()))
		if err != nil {
			continue // closed meanwhile
		}
		inode, ok := strings.CutPrefix(link, "socket:[")
		if ok && strings.Contains(known, " "+strings.TrimSuffix(inode, "]")+" ") {
			found = append(found, link)
		}
	}
	return found
}

// close closes the window as a person does and waits for the end.
func (a *athar) close() {
	a.t.Helper()
	a.activate()
	a.key("ctrl+q")
	// A key can go to the window that was in front a moment ago: a person presses again.
	again := time.AfterFunc(patience/4, func() {
		_ = a.command("xdotool", "windowactivate", a.window, "key", "--clearmodifiers", "ctrl+q").Run()
	})
	defer again.Stop()
	a.expectEnd()
}

// expectEnd waits until Athar has ended well.
func (a *athar) expectEnd() {
	a.t.Helper()
	stuck := time.AfterFunc(patience, func() { _ = a.cmd.Process.Signal(syscall.SIGQUIT) }) // it tells where
	err := a.cmd.Wait()
	stuck.Stop()
	a.ended = true
	if err != nil {
		a.t.Fatalf("Athar ended with %v: %s", err, a.errors.String())
	}
}

// activate waits for the window, brings it to the front and gives it the
// keyboard. Each call looks for it anew: one window may have taken the place of
// another.
func (a *athar) activate() {
	a.t.Helper()
	a.until("the window", func() bool {
		out, err := a.command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(a.cmd.Process.Pid)).Output()
		a.window, _, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
		if err != nil || a.window == "" {
			return false
		}
		// Not with --sync, which waits for a long time when the window manager
		// was not ready to be asked.
		active, err := a.command("xdotool", "windowactivate", a.window, "getactivewindow").Output()
		return err == nil && strings.TrimSpace(string(active)) == a.window
	})
}

// ask asks the probe for texts.
func (a *athar) ask(text string) []spot {
	var found []spot
	a.query(text, &found)
	return found
}

// query asks the probe and reports whether the window is there to answer.
func (a *athar) query(question string, answer any) bool {
	line, _ := json.Marshal(question)
	if _, err := fmt.Fprintf(a.asks, "%s\n", line); err != nil {
		return false
	}
	stuck := time.AfterFunc(patience, func() { _ = a.cmd.Process.Signal(syscall.SIGQUIT) }) // it tells where
	defer stuck.Stop()
	got, err := a.answer.ReadBytes('\n')
	if err != nil {
		return false
	}
	if err := json.Unmarshal(got, answer); err != nil {
		a.t.Fatalf("probe: %v: %s", err, got)
	}
	return true
}
