package main

import (
	"context"
	"path/filepath"
	"testing"

	"athar/domain"
	"athar/persistence"
	"athar/persistence/vault"
)

// guarded is a program without a window, with data to protect.
func guarded(t *testing.T) guard {
	t.Helper()
	store, err := persistence.Open(filepath.Join(t.TempDir(), "data"), persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := &program{store: store}
	t.Cleanup(func() { _ = p.store.Close() })
	return guard{p, func() vault.Params { return vault.Params{Time: 1, Memory: 8, Threads: 1} }}
}

func TestTheWindowsDataIsProtectedAndUnprotected(t *testing.T) {
	g := guarded(t)
	ctx, first, second := context.Background(), "olive lantern ferry 48", "قنديل زيتون عبّارة"
	if _, err := g.Encrypt(ctx, []byte("short"), nil); domain.CodeOf(err) != domain.ErrWeakPassphrase || g.Encrypted() {
		t.Fatalf("a weak passphrase: %v", err)
	}
	made, err := g.Encrypt(ctx, []byte(first), nil)
	code := made.Code
	if err != nil || g.p.failed != nil || !g.Encrypted() || g.p.store.Keys() == nil {
		t.Fatal(err, g.p.failed)
	}
	if len(made.Removed) == 0 || len(made.Readable) > 0 {
		t.Errorf("it removed %v and left %v", made.Removed, made.Readable)
	}
	if err := g.Try([]byte(first)); err != nil {
		t.Errorf("the passphrase: %v", err)
	}
	if err := g.Try([]byte(code)); err != nil {
		t.Errorf("the recovery code: %v", err)
	}
	if err := g.ChangePassphrase(ctx, []byte("not the passphrase"), []byte(second)); domain.CodeOf(err) != domain.ErrWrongPassphrase {
		t.Errorf("changed by somebody who does not know it: %v", err)
	}
	if err := g.ChangePassphrase(ctx, []byte(first), []byte(second)); err != nil {
		t.Fatal(err)
	}
	if err := g.Try([]byte(first)); domain.CodeOf(err) != domain.ErrWrongPassphrase {
		t.Errorf("the old passphrase: %v", err)
	}
	again, err := g.NewRecoveryCode(ctx, []byte(second))
	if err != nil || again == code || g.Try([]byte(again)) != nil || g.Try([]byte(code)) == nil {
		t.Errorf("a new recovery code: %v", err)
	}
	if err := g.Decrypt(ctx, []byte(first), nil); domain.CodeOf(err) != domain.ErrWrongPassphrase || !g.Encrypted() {
		t.Errorf("decrypted by somebody who does not know it: %v", err)
	}
	if err := g.Decrypt(ctx, []byte(second), nil); err != nil || g.Encrypted() || g.p.store.Keys() != nil {
		t.Errorf("decrypted: %v", err)
	}
	if _, err := g.p.store.Summaries(ctx); err != nil {
		t.Errorf("the data is not open: %v", err)
	}
}
