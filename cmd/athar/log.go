package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
)

// maxLog is how big the log may be before it begins anew.
const maxLog = 1 << 20

// logger writes to athar.log in the data directory: what failed and where,
// never what anybody wrote.
func (p *program) logger() *slog.Logger {
	if p.log != nil {
		return slog.New(slog.NewTextHandler(p.log, nil))
	}
	if p.store.Reading() != "" {
		return slog.New(slog.DiscardHandler)
	}
	name := filepath.Join(p.store.Dir(), "athar.log")
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(name); err == nil && info.Size() > maxLog {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(name, flags, 0o600)
	if err != nil {
		return slog.New(slog.DiscardHandler)
	}
	p.log = f
	return slog.New(slog.NewTextHandler(f, nil))
}

func (p *program) closeLog() {
	if p.log != nil {
		_ = p.log.Close()
		p.log = nil
	}
}

// silence takes the place of package log's output. The one thing it says is why
// there is no window: Fyne logs that and then ends the process.
type silence struct{ in *invocation }

func (s silence) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte("window creation error")) {
		s.in.complain("cli.window.failed")
	}
	return len(b), nil
}
