package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"athar/domain"
)

// acknowledged does edits of about 800 bytes, one by one, in a new store of an
// engine, and calls tell with how long each took until it was acknowledged.
func acknowledged(engine, dir string, edits int, tell func(time.Duration)) error {
	s, err := (order{Engine: engine, Dir: dir, Blind: true}).open()
	if err != nil {
		return err
	}
	one := func(n int) error { _, err := s.write(n); return err }
	if a, is := s.(*atharStore); is {
		for n := range 2 { // it is made, and then opened as the window does
			if err := one(n); err != nil {
				return err
			}
		}
		one = func(n int) error {
			m := a.open.Campaign().Messages[0]
			m.Core.En = noise(n, 4*200) // as much as a control writes
			if err := a.open.Apply(domain.ChangeMessage{Message: m, Field: "core.en"}); err != nil {
				return err
			}
			var failed error
			a.open.Flush(func(err error) { failed = err })
			return failed
		}
	}
	for n := range edits {
		start := time.Now()
		if err := one(n); err != nil {
			return err
		}
		tell(time.Since(start))
	}
	return s.close()
}

// ackVariable makes the test binary a child that measures one engine.
const ackVariable = "ATHAR_ACKNOWLEDGED"

func TestMain(m *testing.M) {
	if engine, is := os.LookupEnv(ackVariable); is {
		os.Exit(ackChild(engine))
	}
	os.Exit(m.Run())
}

// slowEdits is how many edits are made on a slow disk.
const slowEdits = 40

func ackChild(engine string) int {
	dir, err := os.MkdirTemp("", "athar-ack-")
	if err != nil {
		return 1
	}
	defer os.RemoveAll(dir)
	var times []time.Duration
	if acknowledged(engine, dir, slowEdits, func(d time.Duration) { times = append(times, d) }) != nil {
		return 1
	}
	if json.NewEncoder(os.Stdout).Encode(times) != nil {
		return 1
	}
	return 0
}

func quantile(times []time.Duration, share float64) float64 {
	slices.Sort(times)
	return float64(times[int(float64(len(times)-1)*share)].Microseconds()) / 1000
}

// BenchmarkAcknowledged is one edit of a message of about 800 bytes until it is
// durable, in Athar through its session, and as many bytes in bbolt and in SQLite with synchronous FULL, by turns
// on the same disk; and, where strace is there, how often each asks the disk to be
// sure, and what an edit takes when each such call takes 12 ms longer.
func BenchmarkAcknowledged(b *testing.B) {
	engines := map[string]string{"athar": engineAthar, "bbolt": engineBolt, "sqlite": engineSQLite}
	times := map[string][]time.Duration{}
	for b.Loop() {
		for name, engine := range engines {
			err := acknowledged(engine, b.TempDir(), 100, func(d time.Duration) { times[name] = append(times[name], d) })
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	for name, all := range times {
		b.ReportMetric(quantile(all, 0.5), name+"-p50-ms")
		b.ReportMetric(quantile(all, 0.99), name+"-p99-ms")
	}
	b.ReportMetric(quantile(times["athar"], 0.5)/quantile(times["sqlite"], 0.5), "times-sqlite")
	if _, err := exec.LookPath("strace"); err != nil {
		b.Log("no strace: flushes are not counted, and no slow disk is tried")
		return
	}
	for name, engine := range engines {
		b.ReportMetric(flushes(b, engine), name+"-flushes")
		b.ReportMetric(slow(b, engine), name+"-slow-p50-ms")
	}
}

const flushCalls = "fsync,fdatasync,msync,sync_file_range"

// traced runs a child that measures an engine under strace.
func traced(b *testing.B, engine string, args ...string) []byte {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command("strace", append(args, self)...)
	cmd.Env = append(os.Environ(), ackVariable+"="+engine)
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// flushes returns how many calls that wait for the disk an edit makes: those of
// many edits, those of opening and closing among them.
func flushes(b *testing.B, engine string) float64 {
	b.Helper()
	log := filepath.Join(b.TempDir(), "calls")
	traced(b, engine, "-f", "-qq", "-e", "trace="+flushCalls, "-o", log)
	text, err := os.ReadFile(log)
	if err != nil {
		b.Fatal(err)
	}
	calls := regexp.MustCompile(`(?m)(fsync|fdatasync|msync|sync_file_range)\(`).FindAll(text, -1)
	return float64(len(calls)) / slowEdits
}

// slow returns the median of an edit in ms when every such call takes longer.
func slow(b *testing.B, engine string) float64 {
	b.Helper()
	const longer = 12 * time.Millisecond
	out := traced(b, engine, "-f", "-qq", "-e", "trace="+flushCalls, "-o", os.DevNull,
		"-e", "inject="+flushCalls+":delay_exit="+strconv.FormatInt(longer.Microseconds(), 10))
	var times []time.Duration
	if err := json.Unmarshal(out, &times); err != nil {
		b.Fatal(err)
	}
	return quantile(times, 0.5)
}
