package main

import (
	"bufio"
	"bytes"
	"context"
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

// The store that a start is measured with.
const (
	storedCampaigns = 200
	newestTitle     = "The newest campaign" // stands first in the list
)

// BenchmarkStart starts an empty window and Athar with a full store by turns.
// Both are drawn by the same software OpenGL on the same screen. "more" is what
// Athar takes beyond the empty window; all figures are medians.
func BenchmarkStart(b *testing.B) {
	d := newDesktop(b)
	home := b.TempDir()
	data := filepath.Join(home, "data")
	fillStore(b, data)
	run := func(child string) life {
		return d.live(child, home, "--data", data, "--lang", "en")
	}
	run(childEmpty) // the first ones read the binary from the disk
	run(childAthar)
	var empty, athar []life
	for b.Loop() {
		empty, athar = append(empty, run(childEmpty)), append(athar, run(childAthar))
	}
	const ms, mb = 1e6, 1e6
	frame := func(l life) float64 { return float64(l.frame) / ms }
	resident := func(l life) float64 { return l.resident / mb }
	peak := func(l life) float64 { return l.peak / mb }
	b.ReportMetric(median(empty, frame), "empty-ms")
	b.ReportMetric(median(athar, frame), "frame-ms")
	b.ReportMetric(median(athar, func(l life) float64 { return float64(l.list) / ms }), "list-ms")
	b.ReportMetric(median(athar, frame)/median(empty, frame), "ratio")
	b.ReportMetric(median(athar, frame)-median(empty, frame), "more-ms")
	b.ReportMetric(median(empty, resident), "empty-MB")
	b.ReportMetric(median(athar, resident), "rest-MB")
	b.ReportMetric(median(athar, resident)-median(empty, resident), "more-MB")
	b.ReportMetric(median(athar, peak)-median(empty, peak), "more-peak-MB")
}

// fillStore makes a store of campaigns like the sample, one of them with
// 300,000 rows of figures.
func fillStore(b *testing.B, data string) {
	b.Helper()
	in := &invocation{data: data}
	export := writeExport(b, b.TempDir())
	err := in.withStore(func(ctx context.Context, o *opened) error {
		for i := range storedCampaigns {
			c, err := newSample([]string{"ar", "en"}[i%2])
			if err != nil {
				return err
			}
			c.Header.Title = fmt.Sprintf("%s %d", c.Header.Title, i)
			if i == storedCampaigns-1 {
				c.Header.Title = newestTitle
			}
			if err := o.library.Add(ctx, c); err != nil {
				return err
			}
			if i == storedCampaigns-1 {
				return importInto(ctx, o, c.ID(), export)
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// life is what was measured of one process.
type life struct {
	frame, list    time.Duration // from its start; list is zero for an empty window
	resident, peak float64       // bytes
}

// rest is how long a started window is left alone before its memory is looked
// at.
const rest = time.Second

// live runs this binary as a child, lets it come to rest, measures and ends it.
func (d *desktop) live(child, home string, args ...string) life {
	d.t.Helper()
	cmd := d.command(os.Args[0], args...)
	cmd.Env = append(cmd.Env, "HOME="+home, "XDG_RUNTIME_DIR="+home, "LANG=C.UTF-8", childVariable+"="+child)
	var errors bytes.Buffer
	cmd.Stderr = &errors
	stdin, out := pipes(d.t, cmd)
	cmd.Env = append(cmd.Env, begunVariable+"="+strconv.FormatInt(time.Now().UnixNano(), 10))
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	defer func() {
		stdin.Close()
		if err := cmd.Wait(); err != nil {
			d.t.Fatalf("%s ended with %v: %s", child, err, errors.String())
		}
	}()
	l := life{frame: heard(d.t, out, momentFrame)}
	if child == childAthar {
		l.list = heard(d.t, out, momentList)
	}
	time.Sleep(rest)
	l.resident, l.peak = memory(d.t, cmd.Process.Pid)
	return l
}

func pipes(t testing.TB, cmd *exec.Cmd) (io.Closer, *bufio.Reader) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	return in, bufio.NewReader(out)
}

// heard waits for a child to tell of a moment.
func heard(t testing.TB, out *bufio.Reader, moment string) time.Duration {
	t.Helper()
	line, err := out.ReadString('\n')
	if err != nil {
		t.Errorf("waited for %q: %v", moment, err)
		return 0
	}
	var got string
	var after time.Duration
	if _, err := fmt.Sscan(line, &got, &after); err != nil || got != moment {
		t.Errorf("waited for %q, heard %q", moment, line)
	}
	return after
}

// memory returns the resident size of a process and the largest it ever was.
func memory(t testing.TB, pid int) (resident, peak float64) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Error(err)
		return 0, 0
	}
	for line := range strings.Lines(string(status)) {
		var kib float64
		switch key, value, _ := strings.Cut(line, ":"); key {
		case "VmRSS":
			_, err = fmt.Sscan(value, &kib)
			resident = kib * 1024
		case "VmHWM":
			_, err = fmt.Sscan(value, &kib)
			peak = kib * 1024
		}
		if err != nil {
			t.Error(err)
		}
	}
	return resident, peak
}

func median[T any](all []T, of func(T) float64) float64 { return quantile(all, of, 0.5) }

// quantile returns the value that a share of all values does not exceed.
func quantile[T any](all []T, of func(T) float64, share float64) float64 {
	values := make([]float64, len(all))
	for i, v := range all {
		values[i] = of(v)
	}
	slices.Sort(values)
	return values[min(len(values)-1, int(share*float64(len(values))))]
}
