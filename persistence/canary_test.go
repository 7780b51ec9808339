package persistence

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"

	"athar/domain"
)

// everyText stands in every text of the campaigns of these tests. fill puts it there.
const everyText = "نص "

// theRecorder is the name and the author of a device: two more texts.
const theRecorder = "قلم سارة"

// canaries are the texts as they may stand in a file.
func canaries() map[string][]byte {
	out := map[string][]byte{}
	for _, text := range []string{everyText, theRecorder} {
		var little, big []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			little = append(little, byte(unit), byte(unit>>8))
			big = append(big, byte(unit>>8), byte(unit))
		}
		out[text+"in UTF-8"], out[text+"in UTF-16"], out[text+"in UTF-16, big endian"] = []byte(text), little, big
	}
	return out
}

// canariesIn returns where below a directory the texts can be read, as they are
// or in what can be unpacked. Names of files are looked at too.
func canariesIn(t testing.TB, dir string) (found []string) {
	t.Helper()
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(64<<20))
	if err != nil {
		t.Fatal(err)
	}
	defer unpack.Close()
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || isHeld(d) {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for form, data := range map[string][]byte{
			"": raw, ", named": []byte(path), ", unpacked": zstdFrames(unpack, raw), ", in a table": tableText(raw),
		} {
			for name, text := range canaries() {
				if bytes.Contains(data, text) {
					found = append(found, fmt.Sprintf("%s%s: %s", d.Name(), form, name))
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// zstdFrames returns what can be unpacked of the bytes, wherever it begins.
func zstdFrames(unpack *zstd.Decoder, raw []byte) (out []byte) {
	for at := 0; ; at += 4 {
		i := bytes.Index(raw[at:], []byte{0x28, 0xb5, 0x2f, 0xfd})
		if i < 0 {
			return out
		}
		at += i
		if err := unpack.Reset(bytes.NewReader(raw[at:])); err != nil {
			continue
		}
		part := make([]byte, 1<<20)
		for {
			n, err := unpack.Read(part)
			out = append(out, part[:n]...)
			if err != nil {
				break
			}
		}
	}
}

// tableText returns what can be read of one of Badger's tables without a key:
// by its index, or, where that says nothing, from its beginning.
func tableText(raw []byte) []byte {
	out, _ := unpackSST(raw, nil)
	if first, err := snappy.Decode(nil, raw[:min(len(raw), 4096)]); err == nil {
		out = append(out, first...)
	}
	return out
}

// workWithCanaries does everything that writes: edits with a history, a device
// and its author, rows of a data set, backups, a crash, a rebuild.
func workWithCanaries(t testing.TB, dir string, opts Options) {
	t.Helper()
	opts.segmentLimit = 32 << 10
	s := mustOpen(t, dir, opts)
	w := newWriter(t, theRecorder)
	var c domain.Campaign
	n := 0
	fill(reflect.ValueOf(&c).Elem(), &n)
	c.Header.Stage = domain.StageDraft
	w.keep(t, s, domain.Campaign{}, c)
	for i := range 30 {
		after := withTitle(c, fmt.Sprintf("%s%d", everyText, i))
		w.keep(t, s, c, after)
		c = after
	}
	if err := s.PutDevice(ctx, domain.Device{ID: w.device.ID, Name: theRecorder, Author: theRecorder}); err != nil {
		t.Fatal(err)
	}
	mustPrefer(t, s, "checks", everyText)
	table := newTable(2500)
	table.Columns[0].Name, table.Dims[0].Words[0], table.IDs[7] = everyText, everyText, everyText
	if err := s.PutTable(ctx, tableID(0), table, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(ctx, filepath.Join(dir, DirBackups), BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	w.keep(t, s, c, withTitle(c, everyText+"before a crash"))
	crash(t, s)
	s = mustOpen(t, dir, opts)
	s.distrust()
	mustClose(t, s)
	s = mustOpen(t, dir, opts) // rebuilt; what was there is in quarantine
	if !s.OpenReport().Rebuilt {
		t.Fatal("it was not rebuilt")
	}
	mustClose(t, s)
}

// The control of the next two: the same search finds the texts in what is not
// encrypted, in every kind of file that has them.
func TestCanariesAreFoundInAStoreThatIsNotEncrypted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workWithCanaries(t, dir, plainly())
	found := canariesIn(t, filepath.Dir(dir))
	for _, kind := range []string{".log", ".sst", ".atharbackup"} {
		if !slices.ContainsFunc(found, func(where string) bool { return bytes.Contains([]byte(where), []byte(kind)) }) {
			t.Errorf("the search finds nothing in %s files", kind)
		}
	}
}

func TestNothingOfAnEncryptedStoreCanBeRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workWithCanaries(t, dir, locked(plainly()))
	if found := canariesIn(t, filepath.Dir(dir)); len(found) > 0 {
		t.Errorf("found %v", found)
	}
	mustOpen(t, dir, locked(plainly())) // open, with logs of Badger's under way
	if found := canariesIn(t, filepath.Dir(dir)); len(found) > 0 {
		t.Errorf("while it is open, found %v", found)
	}
}

func TestNothingCanBeReadOfAStoreThatWasEncryptedLater(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	workWithCanaries(t, dir, plainly())
	if done := mustEncrypt(t, dir); len(done.Left) > 0 {
		t.Errorf("left is %v", done.Left)
	}
	if found := canariesIn(t, filepath.Dir(dir)); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}
