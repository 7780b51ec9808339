package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/metric"
	"athar/persistence"
)

// tortured is the campaign the children work on.
var tortured = domain.DerivedID(domain.NoID, "tortured")

// Now and then an edit is too large for one transaction, and now and then the
// rows of a data set are imported.
const (
	largeEvery = 97
	tableEvery = 10
	tableRows  = 3000
)

// atharStore is Athar's store under torture.
type atharStore struct {
	store *persistence.Store
	order order
	clock *jumpingClock
}

func openAthar(o order) (subject, error) {
	clock := &jumpingClock{days: o.Shift}
	s, err := persistence.Open(o.Dir, o.options(clock))
	if err != nil {
		return nil, err
	}
	return &atharStore{s, o, clock}, nil
}

// options are those of the program, but for what the order asks.
func (o order) options(clock *jumpingClock) persistence.Options {
	opts := persistence.Options{Now: clock.now, Probe: probe}
	if o.Blind {
		opts.FreeSpace = func(string) (uint64, error) { return 1 << 40, nil }
	}
	return opts
}

// probe starts the harness once more to try a store, as the program does.
func probe(ctx context.Context, dir string, key []byte) error {
	self, err := os.Executable()
	if err != nil {
		return persistence.ErrNoProbe
	}
	text, err := json.Marshal(order{Role: "probe", Dir: dir})
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self, childArg, string(text))
	cmd.Stdin = bytes.NewReader(key)
	return cmd.Run()
}

// jumpingClock is wrong by so many days, in turns ahead and behind.
type jumpingClock struct{ days, reads int }

func (c *jumpingClock) now() time.Time {
	c.reads++
	days := c.days
	if c.reads%2 == 0 {
		days = -days
	}
	return time.Now().AddDate(0, 0, days)
}

// numbered returns the campaign after the edit with the number. Every record
// says it, so that a part of an edit shows.
func numbered(n int, large bool) domain.Campaign {
	if n == 0 {
		return domain.Campaign{}
	}
	c := domain.Campaign{Header: domain.Header{ID: tortured, Title: strconv.Itoa(n)}}
	records, text := 4, strings.Repeat("ماء نظيف ", n%100)
	if large || n%largeEvery == 50 {
		records = 9
	}
	for i := range records {
		m := domain.Message{ID: domain.DerivedID(tortured, strconv.Itoa(i)), Order: strconv.Itoa(i), Title: strconv.Itoa(n)}
		m.Core.Ar = text
		if i >= 4 {
			m.Core.En = noise(n*10+i, 300_000)
		}
		c.Messages = append(c.Messages, m)
	}
	return c
}

// noise is text that does not compress.
func noise(seed, size int) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-"
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	b := make([]byte, size)
	for i := range b {
		b[i] = letters[r.IntN(len(letters))]
	}
	return string(b)
}

func tableID(n int) domain.ID { return domain.DerivedID(tortured, "table"+strconv.Itoa(n)) }

func tableOf(n int) *metric.Table {
	r := rand.New(rand.NewPCG(uint64(n), 2))
	t := &metric.Table{Columns: []metric.Column{{Name: "likes", Metric: "likes"}}}
	for i := range tableRows {
		t.Times = append(t.Times, int64(1_500_000_000+i*600))
		t.Columns[0].Values = append(t.Columns[0].Values, r.Float64()*1000)
	}
	return t
}

func (a *atharStore) last() (int, error) {
	n, torn, err := a.number()
	if err == nil && torn != "" {
		err = fmt.Errorf("torn: %s", torn)
	}
	return n, err
}

// number returns which edit the store holds, and how it differs from that.
func (a *atharStore) number() (n int, torn string, err error) {
	got, err := a.store.Campaign(context.Background(), tortured)
	if domain.CodeOf(err) == domain.ErrNotFound {
		return 0, "", nil
	}
	if err != nil {
		return 0, "", err
	}
	n, err = strconv.Atoi(got.Header.Title)
	if err != nil {
		return 0, "the number is none", nil
	}
	for _, large := range []bool{false, true} {
		changes := domain.Diff(numbered(n, large), got)
		if len(changes) == 0 {
			return n, "", nil
		}
		torn = fmt.Sprintf("%d records are not those of %d", len(changes), n)
	}
	return n, torn, nil
}

func (a *atharStore) write(n int) (int, error) {
	before, err := a.store.Campaign(context.Background(), tortured)
	if err != nil && domain.CodeOf(err) != domain.ErrNotFound {
		return n, err
	}
	commits := []domain.Commit{}
	for range 1 + n%7/6 { // every seventh time two edits are saved at once
		n++
		after := numbered(n, a.order.Large)
		commits = append(commits, a.commit(before, after))
		before = after
	}
	return n, a.store.Commit(context.Background(), commits...)
}

func (a *atharStore) commit(before, after domain.Campaign) domain.Commit {
	at := a.clock.now()
	return domain.Commit{
		ID: domain.DerivedID(tortured, after.Header.Title), Campaign: tortured, At: at, Label: "edit.message.text",
		Changes: domain.Diff(before, after),
		Summary: domain.Summary{ID: tortured, Title: after.Header.Title, Updated: at, Messages: len(after.Messages)},
	}
}

func (a *atharStore) between(n int) error {
	if n%tableEvery != 0 {
		return nil
	}
	err := a.store.PutTable(context.Background(), tableID(n), tableOf(n), nil)
	if err == nil {
		fmt.Println("table", n)
	}
	return err
}

func (a *atharStore) judge(o order) verdict {
	var v verdict
	r := a.store.OpenReport()
	v.Told = len(r.Problems)
	v.Mended = r.Rebuilt || r.Quarantine != "" || r.Replayed > 0 || r.Completed > 0 || r.TornBytes > 0
	v.How = fmt.Sprintf("%+v", r)
	n, torn, err := a.number()
	v.Last, v.Torn = n, torn
	if err != nil {
		v.Code = tell(err)
	}
	for _, n := range o.Tables {
		got, err := a.store.Table(context.Background(), tableID(n))
		if err != nil || !sameTable(got, tableOf(n)) {
			v.Tables = append(v.Tables, n)
		}
		if err != nil && domain.CodeOf(err) != domain.ErrNotFound {
			v.Code = tell(err)
		}
	}
	report, err := a.store.Verify(context.Background(), persistence.VerifyOptions{})
	if v.Found = len(report.Problems); err != nil {
		v.Code = tell(err)
	}
	if o.Backups {
		v.readBackups(filepath.Join(o.Dir, persistence.DirBackups))
	}
	return v
}

// readBackups reads every backup there is as a whole.
func (v *verdict) readBackups(dir string) {
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range files {
		if _, err := persistence.ReadBackup(context.Background(), path, nil); err != nil {
			v.Refused++
		} else {
			v.Backups++
		}
	}
}

func sameTable(a, b *metric.Table) bool {
	return reflect.DeepEqual(a.Times, b.Times) && len(a.Columns) == 1 && reflect.DeepEqual(a.Columns[0].Values, b.Columns[0].Values)
}

func (a *atharStore) close() error { return a.store.Close() }
