package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	prng "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/persistence"
	"athar/persistence/vault"
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

// atharStore is Athar's store under torture, with the session that the window
// edits through.
type atharStore struct {
	store   *persistence.Store
	order   order
	clock   *jumpingClock
	library *session.Library
	open    *session.Session // nil until the campaign is edited
}

func openAthar(o order) (subject, error) {
	clock := &jumpingClock{days: o.Shift}
	s, err := persistence.Open(o.Dir, o.options(clock))
	if err != nil {
		return nil, err
	}
	a := &atharStore{store: s, order: o, clock: clock}
	a.library = session.NewLibrary(a.deps())
	return a, nil
}

// deps are those of the program, but that nothing waits for a clock.
func (a *atharStore) deps() session.Deps {
	device := domain.DerivedID(tortured, "device:"+a.store.Epoch().String())
	return session.Deps{
		Store: a.store, Now: a.clock.now, NewID: domain.NewID,
		Device: func() *journal.Device {
			return &journal.Device{ID: device, Author: "torture", Now: a.clock.now, NewID: domain.NewID, Salt: salt}
		},
		Summarise: func(c domain.Campaign, updated time.Time) domain.Summary {
			return domain.Summary{ID: c.ID(), Title: c.Header.Title, Updated: updated, Messages: len(c.Messages)}
		},
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}
}

func salt() (s journal.Salt) {
	_, _ = rand.Read(s[:]) // which never fails
	return s
}

// options are those of the program, but for what the order asks.
func (o order) options(clock *jumpingClock) persistence.Options {
	opts := persistence.Options{Now: clock.now, Probe: probe}
	if o.Sealed {
		opts.NewKeys, opts.Keys = keys()
	}
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
	r := prng.New(prng.NewPCG(uint64(seed), 1))
	b := make([]byte, size)
	for i := range b {
		b[i] = letters[r.IntN(len(letters))]
	}
	return string(b)
}

func tableID(n int) domain.ID { return domain.DerivedID(tortured, "table"+strconv.Itoa(n)) }

func tableOf(n int) *metric.Table {
	r := prng.New(prng.NewPCG(uint64(n), 2))
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
	for i := range got.Messages { // the session signs what it saves
		got.Messages[i].Writers = nil
	}
	for _, large := range []bool{false, true} {
		changes := journal.Diff(domain.JournalOf(numbered(n, large)), domain.JournalOf(got))
		if len(changes) == 0 {
			return n, "", nil
		}
		torn = fmt.Sprintf("%d fields are not those of %d", len(changes), n)
	}
	return n, torn, nil
}

// toNumber is the edit after which the campaign is that of a number.
type toNumber struct {
	n     int
	large bool
}

func (e toNumber) Label() string                                  { return "edit.message.text" }
func (e toNumber) MergeKey() string                               { return "" }
func (e toNumber) Apply(domain.Campaign) (domain.Campaign, error) { return numbered(e.n, e.large), nil }

// Some edits are undone and done again before they are saved, and every seventh
// time two are saved at once.
const (
	twiceEvery = 7
	undoEvery  = 11
)

func (a *atharStore) write(n int) (int, error) {
	ctx := context.Background()
	if a.open == nil {
		if n == 0 {
			if err := a.library.Add(ctx, numbered(1, a.order.Large)); err != nil {
				return 0, err
			}
			return 1, nil
		}
		var err error
		if a.open, err = a.library.Open(ctx, tortured); err != nil {
			return n, err
		}
	}
	if a.open.SaveState().Phase == session.Failed { // it still has what it could not save
		return a.flush()
	}
	for range 1 + (n+1)%twiceEvery/(twiceEvery-1) {
		n++
		if err := a.edit(n); err != nil {
			return n, err
		}
	}
	return a.flush()
}

func (a *atharStore) edit(n int) error {
	err := a.open.Apply(toNumber{n, a.order.Large})
	if err == nil && n%undoEvery == 0 {
		if err = a.open.Undo(); err == nil {
			err = a.open.Redo()
		}
	}
	return err
}

// flush saves and returns which edit is safe then.
func (a *atharStore) flush() (int, error) {
	var failed error
	a.open.Flush(func(err error) { failed = err })
	n, err := strconv.Atoi(a.open.Campaign().Header.Title)
	return n, errors.Join(failed, err)
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
	if !r.LostFrom.IsZero() {
		v.Told++
	}
	v.Mended = r.Rebuilt || r.Quarantine != "" || r.Replayed > 0 || r.Completed > 0 || r.TornBytes > 0 || r.Migrated
	v.How = fmt.Sprintf("%+v", r)
	n, torn, err := a.number()
	v.Last, v.Torn = n, torn
	if err == nil && torn == "" {
		v.Past, err = a.past(n)
	}
	if err == nil {
		v.Content, err = a.content()
	}
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
	report, err := a.store.Verify(context.Background(), persistence.VerifyOptions{Deep: true})
	if v.Found = len(report.Problems); v.Found > 0 {
		v.How += fmt.Sprint(report.Problems)
	}
	if err != nil {
		v.Code = tell(err)
	}
	if o.Backups {
		v.readBackups(filepath.Join(o.Dir, persistence.DirBackups), o.options(a.clock).Keys)
	}
	return v
}

// readBackups reads every backup there is as a whole.
func (v *verdict) readBackups(dir string, opened *vault.Keys) {
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range files {
		if _, err := persistence.ReadBackup(context.Background(), path, opened, nil); err != nil {
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
