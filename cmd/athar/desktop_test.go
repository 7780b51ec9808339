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
	"slices"
	"strconv"
	"strings"
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
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "setxkbmap"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed; `make test` installs it", tool)
		}
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{write}
	startUntilEnd(t, xvfb)
	write.Close()
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d := &desktop{t, ":" + strings.TrimSpace(line)}
	startUntilEnd(t, d.command("openbox", "--sm-disable"))
	return d
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
	out, err := d.command(name, args...).CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %v: %v: %s", name, args, err, out)
	}
	return strings.TrimSpace(string(out))
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

// open starts Athar on a data directory.
func (d *desktop) open(data, lang string) *athar {
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
	a.activate()
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
	stuck := time.AfterFunc(patience, func() { _ = a.cmd.Process.Kill() })
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
		return err == nil && a.window != "" &&
			a.command("xdotool", "windowactivate", "--sync", a.window).Run() == nil
	})
}

// ask asks the probe.
func (a *athar) ask(text string) []spot {
	line, _ := json.Marshal(text)
	if _, err := fmt.Fprintf(a.asks, "%s\n", line); err != nil {
		return nil
	}
	answer, err := a.answer.ReadBytes('\n')
	if err != nil {
		return nil
	}
	var found []spot
	if err := json.Unmarshal(answer, &found); err != nil {
		a.t.Fatalf("probe: %v: %s", err, answer)
	}
	return found
}

// sees reports whether a text can be seen.
func (a *athar) sees(text string) bool {
	for _, s := range a.ask(text) {
		if s.Visible {
			return true
		}
	}
	return false
}

// expect waits until a text can be seen.
func (a *athar) expect(text string) {
	a.t.Helper()
	a.until(strconv.Quote(text), func() bool { return a.sees(text) })
}

// texts returns everything painted, for messages of failure.
func (a *athar) texts() []string {
	var all []string
	for _, s := range a.ask("") {
		all = append(all, s.Text)
	}
	return all
}

// find waits for a text, scrolling to it if need be, and returns its place once
// it stays there: what was typed before may still move things.
func (a *athar) find(text string) spot {
	a.t.Helper()
	var found spot
	tries := 0
	a.until(strconv.Quote(text), func() bool {
		all := a.ask(text)
		i := slices.IndexFunc(all, func(s spot) bool { return s.Visible })
		if i >= 0 {
			before := found
			found = all[i]
			return found == before
		}
		if tries++; len(all) > 0 && tries < 400 {
			a.wheel(all[0])
		}
		return false
	})
	return found
}

// wheel turns the wheel over the middle of the column a hidden text is in.
func (a *athar) wheel(s spot) {
	button := "5"
	if s.Y < 200 {
		button = "4"
	}
	x, y := strconv.Itoa(int(s.X)), "450"
	a.do("xdotool", "mousemove", "--window", a.window, x, y, "click", "--repeat", "2", button)
}

// click presses the mouse at a text.
func (a *athar) click(text string) {
	a.t.Helper()
	s := a.find(text)
	a.pressAt(int(s.X), int(s.Y))
}

// pressAt presses the mouse at a place of the window.
func (a *athar) pressAt(x, y int) {
	a.t.Helper()
	a.do("xdotool", "mousemove", "--window", a.window, strconv.Itoa(x), strconv.Itoa(y))
	a.do("xdotool", "click", "1")
}

// into presses the mouse some pixels below a label, into its field, and waits
// until the field has the keyboard.
func (a *athar) into(label string, dy int) {
	a.t.Helper()
	s := a.find(label)
	a.pressAt(int(s.X), int(s.Y)+dy)
	a.caretIn(label, dy)
}

// caretIn waits until the field some pixels below a label has the keyboard.
func (a *athar) caretIn(label string, dy int) {
	a.t.Helper()
	a.until("the caret in "+label, func() bool {
		labels, fields := a.ask(label), a.ask(focusQuestion)
		if len(labels) == 0 || len(fields) == 0 {
			return false
		}
		x, y, f := labels[0].X, labels[0].Y+float32(dy), fields[0]
		return abs(x-f.X) <= f.Width/2 && abs(y-f.Y) <= f.Height/2
	})
}

func abs(v float32) float32 { return max(v, -v) }

// key presses a key with its modifiers, by xdotool's names.
func (a *athar) key(name string) {
	a.t.Helper()
	a.do("xdotool", "key", "--clearmodifiers", name)
}

// write types a text as on a keyboard of its language.
func (a *athar) write(text string) {
	a.t.Helper()
	layout := "us"
	if strings.ContainsFunc(text, func(r rune) bool { return r > 0x5ff && r < 0x700 }) {
		layout = "ara"
	}
	a.do("setxkbmap", layout)
	a.do("xdotool", "type", "--clearmodifiers", "--delay", "12", text)
	// The window reads a key by the layout of the moment it takes the event, so
	// the layout stays until it has taken all of them: the second answer of the
	// probe comes after a whole turn of its loop.
	a.ask("")
	a.ask("")
	a.do("setxkbmap", "us")
}

// shot takes a picture of the screen where ATHAR_SHOTS says.
func (a *athar) shot(name string) {
	dir := os.Getenv("ATHAR_SHOTS")
	if dir == "" {
		return
	}
	file := filepath.Join(dir, strings.ReplaceAll(a.t.Name(), "/", "-")+"-"+name+".png")
	a.do("import", "-window", "root", file)
}
