package persistence

import (
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
)

// epochOf opens the store, whether it is encrypted or not, and returns its epoch.
func epochOf(t testing.TB, dir string) domain.ID {
	t.Helper()
	s := mustOpen(t, dir, asItIs(t, dir))
	defer mustClose(t, s)
	return s.Epoch()
}

func TestTheEpochGoesOnOverEncryptingAndDecrypting(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workedInPlainly(t, dir)
	epoch := epochOf(t, dir)
	mustEncrypt(t, dir)
	if got := epochOf(t, dir); got != epoch {
		t.Fatalf("encrypted, the epoch is %v and was %v", got, epoch)
	}
	done, err := Decrypt(ctx, dir, locked(plainly()), ConvertOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second open reads what the first wrote
		if got := epochOf(t, dir); got != epoch {
			t.Fatalf("decrypted, the epoch is %v and was %v", got, epoch)
		}
	}
	if got := epochOf(t, done.Kept); got == epoch {
		t.Error("the store that was put aside goes on in the same epoch")
	}
	if _, err := Revert(dir, plainly()); err != nil {
		t.Fatal(err)
	}
	if got := epochOf(t, dir); got == epoch {
		t.Error("the store that came back goes on in the same epoch")
	}
}

// A store that was replaced is another one from then on, however it comes back.
func TestAReplacedStoreNeverGoesOnInTheSameEpoch(t *testing.T) {
	for _, step := range []string{"old aside", "new in place", "removing"} {
		t.Run(step, func(t *testing.T) {
			parent := t.TempDir()
			dir, saved := filepath.Join(parent, "data"), filepath.Join(t.TempDir(), "saved")
			workedInPlainly(t, dir)
			epoch := epochOf(t, dir)
			opts := locked(plainly())
			opts.step = func(at string) {
				aside := pathsAside(dir)
				if at != step || len(aside) == 0 {
					return
				}
				newest := aside[len(aside)-1]
				if _, err := os.Stat(filepath.Join(newest, dirJournal)); err != nil {
					return // what is left of it is no store
				}
				if err := os.RemoveAll(saved); err != nil {
					t.Error(err)
				}
				if err := os.CopyFS(saved, os.DirFS(newest)); err != nil {
					t.Error(err)
				}
			}
			if _, err := Encrypt(ctx, dir, opts, ConvertOptions{}); err != nil {
				t.Fatal(err)
			}
			if got := epochOf(t, saved); got == epoch {
				t.Error("it goes on in the epoch of the one that replaced it")
			}
			if got := epochOf(t, dir); got != epoch {
				t.Error("the one that replaced it does not")
			}
		})
	}
}

func TestAStoreThatIsWrittenToMeanwhileIsNotConverted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workedInPlainly(t, dir)
	epoch, c := epochOf(t, dir), newCampaign("meanwhile", 1)
	opts := locked(plainly())
	opts.step = func(step string) {
		if step != "copied" {
			return
		}
		s := mustOpen(t, dir, plainly())
		newWriter(t, "somebody").keep(t, s, domain.Campaign{}, c)
		mustClose(t, s)
	}
	_, err := Encrypt(ctx, dir, opts, ConvertOptions{})
	wantCode(t, err, domain.ErrAlreadyOpen)
	s := mustOpen(t, dir, plainly())
	wantCampaign(t, s, c)
	if s.Epoch() != epoch {
		t.Error("the epoch is another one")
	}
}
