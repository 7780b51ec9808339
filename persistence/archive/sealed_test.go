package archive

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"athar/domain"
	"athar/persistence/vault"
)

const testPhrase = "olive lantern ferry 48"

func newKeys(t testing.TB) (*vault.File, *vault.Keys) {
	t.Helper()
	file, keys, _, err := vault.Create([]byte(testPhrase), vault.Params{Time: 1, Memory: 8, Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	return file, keys
}

func sealedBackup(t testing.TB, file *vault.File, keys *vault.Keys, entries ...Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := NewSealedWriter(&b, head(), file, keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := w.Entry(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Finish(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestASealedBackupIsOpenedWithWhatIsInItsHead(t *testing.T) {
	file, keys := newKeys(t)
	data := sealedBackup(t, file, keys, some(5000)...)
	src, err := Look(bytes.NewReader(data), int64(len(data)))
	if err != nil || src.Keys == nil {
		t.Fatalf("its head: %v", err)
	}
	opened, err := src.Keys.Open([]byte(testPhrase))
	if err != nil {
		t.Fatal(err)
	}
	h, entries, err := readWith(opened, data)
	if err != nil || len(entries) != 5000 || fmt.Sprint(h) != fmt.Sprint(head()) {
		t.Fatalf("%d entries, %+v, %v", len(entries), h, err)
	}
	if inside, err := src.Reveal(opened); err != nil || fmt.Sprint(inside) != fmt.Sprint(head()) {
		t.Fatalf("revealed: %+v, %v", inside, err)
	}
}

func TestTheHeadOfASealedBackupSaysNothingOfWhatIsInside(t *testing.T) {
	file, keys := newKeys(t)
	data := sealedBackup(t, file, keys, Entry{'K', []byte("key"), []byte("ماء نظيف")})
	src, err := Look(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if src.Head.Counts != nil || src.Head.Sum != "" || src.Head.Seq != head().Seq {
		t.Errorf("it says %+v", src.Head)
	}
	if bytes.Contains(data, []byte("ماء")) || bytes.Contains(data, []byte(magic)) {
		t.Error("what is inside can be read")
	}
}

func TestASealedBackupNeedsItsKeys(t *testing.T) {
	file, keys := newKeys(t)
	_, others := newKeys(t)
	data := sealedBackup(t, file, keys, some(3)...)
	for name, tt := range map[string]struct {
		keys *vault.Keys
		code domain.Code
	}{"none": {nil, domain.ErrLocked}, "other": {others, domain.ErrKeyOther}, "the right": {keys, ""}} {
		if _, _, err := readWith(tt.keys, data); domain.CodeOf(err) != tt.code {
			t.Errorf("%s keys: %v", name, err)
		}
	}
	keys.Wipe()
	if _, _, err := readWith(keys, data); domain.CodeOf(err) != domain.ErrLocked {
		t.Errorf("wiped keys: %v", err)
	}
}

func TestNoCutOrChangedBitOfASealedBackupIsSilent(t *testing.T) {
	file, keys := newKeys(t)
	whole := sealedBackup(t, file, keys, some(40)...)
	for n := range whole {
		if _, _, err := readWith(keys, whole[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d of %d bytes: %v", n, len(whole), err)
		}
	}
	for bit := range len(whole) * 8 {
		bad := bytes.Clone(whole)
		bad[bit/8] ^= 1 << (bit % 8)
		if _, _, err := readWith(keys, bad); err == nil {
			t.Fatalf("bit %d of byte %d changed and nothing noticed", bit%8, bit/8)
		}
	}
	for _, tail := range []string{"\x00", string(whole), endMagic} {
		if _, _, err := readWith(keys, append(bytes.Clone(whole), tail...)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes more: %v", len(tail), err)
		}
	}
}

func TestHeadsOfSealedBackupsCannotBeExchanged(t *testing.T) {
	file, keys := newKeys(t)
	a := sealedBackup(t, file, keys, some(2)...)
	changed, err := file.NewPassphrase(keys, []byte("another passphrase"), vault.Params{Time: 1, Memory: 8, Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	b := sealedBackup(t, changed, keys, some(2)...)
	at := func(data []byte) int {
		src, err := Look(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		return len(src.raw)
	}
	mixed := append(bytes.Clone(b[:at(b)]), a[at(a):]...)
	if _, _, err := readWith(keys, mixed); !errors.Is(err, ErrDamaged) {
		t.Errorf("a body with the head of another: %v", err)
	}
}

func FuzzSealedReader(f *testing.F) {
	file, keys := newKeys(f)
	whole := sealedBackup(f, file, keys, some(20)...)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte(sealedMagic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := readWith(keys, data); err == nil && bytes.HasPrefix(data, []byte(sealedMagic)) && !bytes.Equal(data, whole) {
			t.Fatal("something else than what was sealed was read")
		}
	})
}
