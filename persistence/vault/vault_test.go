package vault

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
)

// quick makes trying a secret nearly free. Nothing but the time depends on it.
var quick = Params{Time: 1, Memory: 8, Threads: 1}

const (
	phrase  = "olive lantern ferry 48"
	another = "قنديل زيتون عبّارة ٤٨"
)

func newFile(t testing.TB) (*File, *Keys, string) {
	t.Helper()
	f, keys, code, err := Create([]byte(phrase), quick)
	if err != nil {
		t.Fatal(err)
	}
	return f, keys, code
}

func wantCode(t testing.TB, err error, code domain.Code) {
	t.Helper()
	if got := domain.CodeOf(err); got != code {
		t.Fatalf("the error is %q (%v), want %q", got, err, code)
	}
}

// reread returns the file as it comes back from its text.
func reread(t testing.TB, f *File) *File {
	t.Helper()
	out, err := Parse(f.Text())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(a, b *Keys) bool { return bytes.Equal(a.Subkey(ForJournal), b.Subkey(ForJournal)) }

func TestPassphraseAndRecoveryCodeOpenTheSameKeys(t *testing.T) {
	f, keys, code := newFile(t)
	for _, secret := range []string{phrase, code, strings.ToLower(code), strings.ReplaceAll(code, "-", " ")} {
		got, err := reread(t, f).Open([]byte(secret))
		if err != nil || !same(got, keys) || got.ID() != keys.ID() {
			t.Errorf("%q does not open the keys: %v", secret, err)
		}
	}
}

func TestNothingElseOpensTheKeys(t *testing.T) {
	f, _, code := newFile(t)
	_, _, other := newFile(t)
	for _, secret := range []string{"", " ", phrase + " ", strings.ToUpper(phrase), other, code[:len(code)-6], strings.Repeat("x", 5000)} {
		_, err := f.Open([]byte(secret))
		wantCode(t, err, domain.ErrWrongPassphrase)
	}
}

func TestAPassphraseIsTheSameHoweverASystemWritesIt(t *testing.T) {
	composed, apart := "caf\u00e9 \u0622بار الجبل", "cafe\u0301 \u0627\u0653بار الجبل"
	f, keys, _, err := Create([]byte(composed), quick)
	if err != nil {
		t.Fatal(err)
	}
	got, err := f.Open([]byte(apart))
	if err != nil || !same(got, keys) {
		t.Fatalf("the same letters, written apart, do not open it: %v", err)
	}
}

func TestAChangedPassphraseKeepsTheKeysAndTheCode(t *testing.T) {
	f, keys, code := newFile(t)
	changed, err := f.NewPassphrase(keys, []byte(another), quick)
	if err != nil {
		t.Fatal(err)
	}
	changed = reread(t, changed)
	for _, secret := range []string{another, code} {
		if got, err := changed.Open([]byte(secret)); err != nil || !same(got, keys) {
			t.Errorf("%q does not open it: %v", secret, err)
		}
	}
	_, err = changed.Open([]byte(phrase))
	wantCode(t, err, domain.ErrWrongPassphrase)
	if _, err := f.Open([]byte(phrase)); err != nil {
		t.Errorf("the file before it was touched: %v", err)
	}
}

func TestANewRecoveryCodeReplacesTheOldOne(t *testing.T) {
	f, keys, old := newFile(t)
	f, code, err := f.NewRecoveryCode(keys, quick)
	if err != nil || code == old {
		t.Fatal(err)
	}
	if got, err := f.Open([]byte(code)); err != nil || !same(got, keys) {
		t.Errorf("the new one does not open it: %v", err)
	}
	_, err = f.Open([]byte(old))
	wantCode(t, err, domain.ErrWrongPassphrase)
}

func TestKeysOfAnotherFileChangeNothing(t *testing.T) {
	f, _, _ := newFile(t)
	_, keys, _ := newFile(t)
	_, err := f.NewPassphrase(keys, []byte(another), quick)
	wantCode(t, err, domain.ErrKeyOther)
	_, _, err = f.NewRecoveryCode(keys, quick)
	wantCode(t, err, domain.ErrKeyOther)
}

func TestWipedKeysGiveNothing(t *testing.T) {
	f, keys, _ := newFile(t)
	data := keys.data
	keys.Wipe()
	keys.Wipe()
	if slices.ContainsFunc(data, func(b byte) bool { return b != 0 }) {
		t.Error("the data key is still in memory")
	}
	if keys.Subkey(ForBadger) != nil {
		t.Error("a subkey came of it")
	}
	_, err := keys.Sealer(ForJournal)
	wantCode(t, err, domain.ErrLocked)
	_, err = keys.NewStreamWriter(&bytes.Buffer{}, ForBackup, nil)
	wantCode(t, err, domain.ErrLocked)
	_, err = f.NewPassphrase(keys, []byte(another), quick)
	wantCode(t, err, domain.ErrLocked)
}

func TestPassphrasesAreWiped(t *testing.T) {
	pass := []byte(phrase)
	f, keys, _, err := Create(pass, quick)
	if err != nil {
		t.Fatal(err)
	}
	typed, wrong, changed, weak := []byte(phrase), []byte("not the passphrase"), []byte(another), []byte("short")
	_, _ = f.Open(typed)
	_, _ = f.Open(wrong)
	_, _ = f.NewPassphrase(keys, changed, quick)
	_, _, _, _ = Create(weak, quick)
	for _, b := range [][]byte{pass, typed, wrong, changed, weak} {
		if len(bytes.Trim(b, "\x00")) > 0 {
			t.Errorf("%q was left", b)
		}
	}
}

func TestEveryUseHasAKeyOfItsOwn(t *testing.T) {
	_, keys, _ := newFile(t)
	seen := map[string]Use{}
	for _, use := range []Use{ForBadger, ForJournal, ForBackup, ForAudit} {
		key := string(keys.Subkey(use))
		if other, twice := seen[key]; twice || len(key) != keySize {
			t.Errorf("%s has the key of %s", use, other)
		}
		seen[key] = use
	}
}

func TestWeakPassphrasesAreRefused(t *testing.T) {
	for pass, code := range map[string]domain.Code{
		"":                        domain.ErrWeakPassphrase,
		"nine char":               domain.ErrWeakPassphrase,
		"aaaaaaaaaaaaaaaa":        domain.ErrWeakPassphrase,
		"121212121212":            domain.ErrWeakPassphrase,
		"e\u0301e\u0301abcdef":    domain.ErrWeakPassphrase, // eight characters in ten code points
		"ten chars!":              "",
		"عشر كلمات":               domain.ErrWeakPassphrase,
		"قنديل زيتون":             "",
		strings.Repeat("ab", 513): domain.ErrTooLong,
	} {
		if got := domain.CodeOf(CheckPassphrase([]byte(pass))); got != code {
			t.Errorf("%q: %q, want %q", pass, got, code)
		}
	}
}

func TestTunedParametersNeverAskForLessOrTooMuch(t *testing.T) {
	for _, machine := range []time.Duration{0, time.Nanosecond, 10 * time.Millisecond, 80 * time.Millisecond, 400 * time.Millisecond, 5 * time.Second} {
		p := Tuned(func(p Params) time.Duration {
			return machine * time.Duration(p.Time) * time.Duration(p.Memory) / (3 * 64 << 10)
		})
		std := StandardParams()
		if p.Time < std.Time || p.Memory < std.Memory || p.Memory > tunedMost || !p.valid() {
			t.Errorf("a machine that takes %v gets %+v", machine, p)
		}
		took := machine * time.Duration(p.Time) * time.Duration(p.Memory) / (3 * 64 << 10)
		if took > tunedFor && p != std {
			t.Errorf("a machine that takes %v takes %v with %+v", machine, took, p)
		}
	}
}

// enemy returns the file with its first slot changed, and a sum that fits.
func enemy(t *testing.T, f *File, change func(*slot)) []byte {
	t.Helper()
	var w wireFile
	if err := json.Unmarshal(f.Text(), &w); err != nil {
		t.Fatal(err)
	}
	change(&w.Slots[0])
	w.Sum = w.sum()
	return w.text()
}

func TestAFileThatAsksForTooMuchIsRefusedUntried(t *testing.T) {
	f, _, _ := newFile(t)
	for name, change := range map[string]func(*slot){
		"memory":        func(s *slot) { s.Memory = mostMemory + 1 },
		"passes":        func(s *slot) { s.Time = mostTime + 1 },
		"both together": func(s *slot) { s.Memory, s.Time = mostMemory, 9 },
		"lanes":         func(s *slot) { s.Threads, s.Memory = mostThreads+1, 1024 },
		"no passes":     func(s *slot) { s.Time = 0 },
		"no lanes":      func(s *slot) { s.Threads = 0 },
		"no memory":     func(s *slot) { s.Memory = 7 },
		"a short salt":  func(s *slot) { s.Salt = s.Salt[1:] },
		"another hash":  func(s *slot) { s.KDF = "md5" },
		"another kind":  func(s *slot) { s.Kind = "rubber stamp" },
		"a short key":   func(s *slot) { s.Wrapped = s.Wrapped[1:] },
	} {
		if _, err := Parse(enemy(t, f, change)); domain.CodeOf(err) != domain.ErrKeyDamaged {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChangedParametersDoNotOpen(t *testing.T) {
	f, _, _, err := Create([]byte(phrase), Params{Time: 3, Memory: 64, Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*slot){
		"fewer passes": func(s *slot) { s.Time = 1 },
		"less memory":  func(s *slot) { s.Memory = 32 },
		"fewer lanes":  func(s *slot) { s.Threads = 1 },
		"another salt": func(s *slot) { s.Salt[0] ^= 1 },
		"another kind": func(s *slot) { s.Kind = kindRecovery },
	} {
		changed, err := Parse(enemy(t, f, change))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := changed.Open([]byte(phrase)); domain.CodeOf(err) != domain.ErrWrongPassphrase {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Even where the key of the slot is the same: the parameters are authenticated.
	s := f.slots[0]
	key := s.derive([]byte(phrase), s.Salt)
	lower := s
	lower.Time = 1
	if _, err := aead(key).Open(nil, s.Nonce, s.Wrapped, s.about(f.id)); err != nil {
		t.Fatal(err)
	}
	if _, err := aead(key).Open(nil, s.Nonce, s.Wrapped, lower.about(f.id)); err == nil {
		t.Error("lowered parameters pass with the right key")
	}
}

func TestEveryChangedBitOfAKeyFileIsSeen(t *testing.T) {
	f, keys, _ := newFile(t)
	text := f.Text()
	for bit := range len(text) * 8 {
		bad := bytes.Clone(text)
		bad[bit/8] ^= 1 << (bit % 8)
		got, err := Parse(bad)
		switch domain.CodeOf(err) {
		case domain.ErrKeyDamaged, domain.ErrStoreNewer:
		case "": // it reads as the same: white space, or a name in another case
			if !got.Same(f) {
				t.Fatalf("bit %d of byte %d made another file", bit%8, bit/8)
			}
			if opened, err := got.Open([]byte(phrase)); err != nil || !same(opened, keys) {
				t.Fatalf("bit %d of byte %d: %v", bit%8, bit/8, err)
			}
		default:
			t.Fatalf("bit %d of byte %d: %v", bit%8, bit/8, err)
		}
	}
}

func TestANewerKeyFileIsToldApart(t *testing.T) {
	_, err := Parse([]byte(`{"app":"athar keys","version":2,"anything":"else"}`))
	wantCode(t, err, domain.ErrStoreNewer)
}

func FuzzParse(f *testing.F) {
	file, _, _ := newFile(f)
	f.Add(file.Text())
	f.Add([]byte(`{"app":"athar keys","version":1,"slots":[{}]}`))
	f.Add([]byte(`{"app":"athar keys","version":-1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := Parse(text)
		if err != nil {
			if code := domain.CodeOf(err); code != domain.ErrKeyDamaged && code != domain.ErrStoreNewer {
				t.Fatalf("code %q", code)
			}
			return
		}
		if again, err := Parse(got.Text()); err != nil || !again.Same(got) {
			t.Fatalf("what was read does not come back: %v", err)
		}
		for _, s := range got.slots {
			if !s.valid() {
				t.Fatal("a slot that must not be tried was read")
			}
		}
	})
}
