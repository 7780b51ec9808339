package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence"
)

var errUnknownRole = errors.New("unknown role")

// child does what it is told and says so line by line; see proc.next.
func child(args []string) int {
	began := time.Now()
	var o order
	if err := json.Unmarshal([]byte(strings.Join(args, " ")), &o); err != nil {
		fmt.Println("error", err)
		return 1
	}
	if err := o.obey(began); err != nil {
		fmt.Println("error", tell(err))
		return 1
	}
	fmt.Println("done")
	return 0
}

// tellOpened says how long opening took, and how much of that the processor
// worked, those of the child's own children included, in microseconds.
func tellOpened(began time.Time) {
	fmt.Printf("open %d %d\n", time.Since(began).Microseconds(), processorTime().Microseconds())
}

// tell returns the code of an error where it has one.
func tell(err error) string {
	if code := domain.CodeOf(err); code != "" {
		return string(code)
	}
	return "without code: " + firstLine(err.Error())
}

func (o order) obey(began time.Time) error {
	switch o.Role {
	case "write":
		return o.write(began)
	case "check":
		return o.check(began)
	case "backup":
		return o.backup()
	case "restore":
		_, err := persistence.Restore(context.Background(), o.Dir, o.File, o.options(&jumpingClock{}),
			persistence.RestoreOptions{})
		return err
	case "revert":
		_, err := persistence.Revert(o.Dir, o.options(&jumpingClock{}))
		return err
	case "probe":
		key, err := io.ReadAll(os.Stdin)
		if err != nil {
			return err
		}
		return persistence.ProbeStore(context.Background(), o.Dir, key)
	}
	return errUnknownRole
}

// open opens the store as the order says.
func (o order) open() (subject, error) {
	switch o.Engine {
	case engineAthar:
		return openAthar(o)
	case engineBolt:
		return openBolt(o.Dir)
	case engineSQLite:
		return openSQLite(o.Dir)
	case engineBadger:
		return openBadger(o.Dir)
	}
	return nil, errUnknownRole
}

// write writes numbered edits, on from where the store has got to, and says
// each number once it is acknowledged.
func (o order) write(began time.Time) error {
	s, err := o.open()
	if err != nil {
		return err
	}
	tellOpened(began)
	n, err := s.last()
	if err != nil {
		return err
	}
	for end := n + o.Limit; o.Limit == 0 || n < end; {
		next, err := s.write(n)
		switch {
		case err != nil && !o.Calm:
			return err
		case err != nil:
			fmt.Println("refused", tell(err))
			continue
		}
		n = next
		fmt.Println("ack", n)
		if err := s.between(n); err != nil && !o.Calm {
			return err
		}
	}
	if o.Crash {
		return nil
	}
	return s.close()
}

// check opens the store and says what it holds.
func (o order) check(began time.Time) error {
	s, err := o.open()
	if err != nil {
		return err
	}
	tellOpened(began)
	text, err := json.Marshal(s.judge(o))
	if err != nil {
		return err
	}
	fmt.Println("verdict", string(text))
	if o.Crash {
		return nil
	}
	return s.close()
}

// backup makes backups until it is killed, or as many as it is told.
func (o order) backup() error {
	s, err := persistence.Open(o.Dir, o.options(&jumpingClock{}))
	if err != nil {
		return err
	}
	for i := 0; o.Limit == 0 || i < o.Limit; i++ {
		dir := filepath.Join(o.Dir, persistence.DirBackups)
		info, err := s.Backup(context.Background(), dir, persistence.BackupOptions{Reason: backup.Working, Version: "torture"})
		if err != nil {
			return err
		}
		fmt.Println("backup", info.Path)
		if err := s.RotateBackups(context.Background(), dir); err != nil {
			return err
		}
	}
	return s.Close()
}
