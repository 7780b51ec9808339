package persistence

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// killDir tells the test binary that it is the child that is to be killed.
const killDir = "ATHAR_TEST_KILL_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(checkDir); dir != "" {
		fmt.Println(checkDamaged(dir))
		os.Exit(0)
	}
	if dir := os.Getenv(probeDir); dir != "" {
		probeAsChild(dir)
	}
	if dir := os.Getenv(switchDir); dir != "" {
		dieSwitching(dir)
	}
	if dir := os.Getenv(migrateDir); dir != "" {
		dieMigrating(dir)
	}
	if dir := os.Getenv(forgetDir); dir != "" {
		dieForgetting(dir)
	}
	if dir := os.Getenv(backupDir); dir != "" {
		fmt.Println("error", backUpUntilKilled(dir))
		os.Exit(1)
	}
	if dir := os.Getenv(killDir); dir != "" {
		if err := writeUntilKilled(dir); err != nil {
			fmt.Println("error", domain.CodeOf(err), err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// killed is the campaign the child works on.
var killed = domain.DerivedID(domain.NoID, "killed")

// killedRows are the rows of the tables the child puts.
const killedRows = 5000

func killOptions() Options {
	o := fast()
	o.noSync, o.segmentLimit = false, 16<<10 // rotates every few commits
	return o
}

// numbered returns the campaign after the commit with the number: every message
// says it, so that a torn commit shows.
func numbered(n int) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: killed, Title: strconv.Itoa(n)}}
	for i := range 4 {
		c.Messages = append(c.Messages, domain.Message{
			ID:    domain.DerivedID(killed, strconv.Itoa(i)),
			Title: strconv.Itoa(n), Core: domain.Text{Ar: strings.Repeat("نص ", n%300)},
		})
	}
	return c
}

func tableID(n int) domain.ID { return domain.DerivedID(killed, "table"+strconv.Itoa(n)) }

// writeUntilKilled commits numbers and prints each when it is acknowledged. It
// goes on where the store has got to.
func writeUntilKilled(dir string) error {
	s, err := Open(dir, killOptions())
	if err != nil {
		return err
	}
	n, err := lastNumber(s)
	if err != nil {
		return err
	}
	fmt.Println("open", n)
	var t childTB
	w := newWriter(t, "killed")
	w.open(t, s, killed)
	for before := numbered(n); ; n++ {
		if n == 0 {
			before = domain.Campaign{}
		}
		after := numbered(n + 1)
		commits := []domain.Commit{w.commit(t, before, after)}
		if n%7 == 3 { // several at once
			n++
			commits = append(commits, w.commit(t, after, numbered(n+1)))
			after = numbered(n + 1)
		}
		if err := s.Commit(ctx, commits...); err != nil {
			return err
		}
		fmt.Println("ack", n+1)
		if n%10 == 0 {
			if err := s.PutTable(ctx, tableID(n), newTable(killedRows), nil); err != nil {
				return err
			}
			fmt.Println("table", n)
		}
		before = after
	}
}

// childTB stands in for a test in a child, where there is none.
type childTB struct{ testing.TB }

func (childTB) Helper() {}

func (childTB) Fatal(args ...any) {
	fmt.Println("error", fmt.Sprint(args...))
	os.Exit(1)
}

func (t childTB) Fatalf(format string, args ...any) { t.Fatal(fmt.Sprintf(format, args...)) }

// wantNumbers checks that the commit of every number up to the last is there.
func wantNumbers(t *testing.T, s *Store, last int) {
	t.Helper()
	title := journal.Ref{Kind: journal.Kind(domain.KindHeader), ID: killed}
	n := 0
	for c, err := range s.History(ctx, killed) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		said := ""
		for _, ch := range c.Changes {
			if ch.Record == title && ch.Field.Path == "title" {
				said = ch.After.Text()
			}
		}
		if said != strconv.Itoa(n) || c.Seq != uint64(n) {
			t.Errorf("commit %d has number %d and says %q", n, c.Seq, said)
		}
	}
	if n != last {
		t.Errorf("%d commits, want %d", n, last)
	}
}

func lastNumber(s *Store) (int, error) {
	c, err := s.Campaign(ctx, killed)
	if domain.CodeOf(err) == domain.ErrNotFound {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(c.Header.Title)
	if len(c.Messages) != 4 {
		return 0, fmt.Errorf("%d messages", len(c.Messages))
	}
	for _, m := range c.Messages {
		if m.Title != c.Header.Title {
			return 0, fmt.Errorf("torn: %s and %s", m.Title, c.Header.Title)
		}
	}
	return n, err
}

func TestNothingAcknowledgedIsLostWhenTheProcessIsKilled(t *testing.T) {
	t.Parallel() // it mostly waits for processes
	kills := 30
	if raced || testing.Short() {
		kills = 8
	}
	dir := t.TempDir()
	acked, tables := 0, map[int]bool{}
	for kill := range kills {
		acks, ids := runAndKill(t, dir, kill)
		acked = max(acked, acks)
		s, err := Open(dir, killOptions())
		if err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		if r := s.OpenReport(); len(r.Problems) > 0 || r.Rebuilt || r.Quarantine != "" {
			t.Errorf("kill %d: %+v", kill, r)
		}
		got, err := lastNumber(s)
		if err != nil || got < acked {
			t.Fatalf("kill %d: the store has %d, acknowledged was %d; %v", kill, got, acked, err)
		}
		wantNumbers(t, s, got)
		for _, n := range ids {
			tables[n] = true
			wantTable(t, s, tableID(n), newTable(killedRows))
		}
		wantVerified(t, s)
		if kill%2 == 0 {
			mustClose(t, s)
		} else {
			crash(t, s)
		}
	}
	if acked == 0 || len(tables) == 0 {
		t.Fatalf("the children acknowledged %d commits and %d tables: nothing was tried", acked, len(tables))
	}
	t.Logf("%d kills, %d commits and %d tables acknowledged", kills, acked, len(tables))
	s := rebuildFromJournal(t, dir, acked)
	for n := range tables {
		wantTable(t, s, tableID(n), newTable(killedRows))
	}
}

// rebuildFromJournal proves that the journal alone is enough.
func rebuildFromJournal(t *testing.T, dir string, acked int) *Store {
	t.Helper()
	if err := os.RemoveAll(dir + "/" + dirStore); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, dir, killOptions())
	if r := s.OpenReport(); !r.Rebuilt || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	if got, err := lastNumber(s); err != nil || got < acked {
		t.Errorf("rebuilt store has %d, acknowledged was %d; %v", got, acked, err)
	} else {
		wantNumbers(t, s, got)
	}
	wantDeeplyVerified(t, s)
	return s
}

// runAndKill starts a child and kills it after a random number of
// acknowledgements, or at a random moment of its start. It returns the highest
// number acknowledged and the tables.
func runAndKill(t *testing.T, dir string, kill int) (acked int, tables []int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	left := rand.IntN(60)
	if kill%4 == 3 {
		timer := time.AfterFunc(time.Duration(rand.IntN(40_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		what, number, _ := strings.Cut(lines.Text(), " ")
		n, _ := strconv.Atoi(number)
		switch what {
		case "ack":
			acked = max(acked, n)
		case "table":
			tables = append(tables, n)
		case "error":
			t.Errorf("child: %s", lines.Text())
		}
		if left--; left < 0 {
			_ = cmd.Process.Kill()
		}
	}
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait()
	return acked, tables
}
