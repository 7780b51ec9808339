package journal

import (
	"fmt"
	"strings"
	"testing"
)

// busyWorld is the work of several devices on many records, one after another or
// all offline at once, in all so many commits.
func busyWorld(b *testing.B, devices, records, commits int) *world {
	w := newWorld(devices)
	var start []*Commit
	for i := range records {
		ref := Ref{testKind, ID{1, byte(i >> 8), byte(i)}}
		start = append(start, w.set(b, w.sites[0], ref, Fields{
			"title": String("A title of some words"), "set": Set("a", "b"),
			"core": Text(strings.Repeat("A sentence of a message that is long enough. ", 8)),
		}))
	}
	for _, s := range w.sites {
		s.receive(start...)
		s.log = nil // nobody asks here what authors knew
	}
	for i := range commits {
		s := w.sites[i%devices]
		ref := Ref{testKind, ID{1, byte(i / 7 % records >> 8), byte(i / 7 % records)}}
		old, _ := s.state.Record(ref)
		f := Fields{"n": Int(int64(i))}
		switch i % 3 {
		case 0:
			words := strings.SplitAfter(old["core"].Text(), " ")
			words[i%len(words)] = fmt.Sprintf("word%d ", i)
			f = Fields{"core": Text(strings.Join(words, ""))}
		case 1:
			f = Fields{"set": Set("a", fmt.Sprint(i%9))}
		}
		w.set(b, s, ref, f)
		s.log = nil
	}
	return w
}

// Merging is taking in the commits of another device: they are read from bytes,
// checked, applied, and every record they touch is looked at, conflicts included.
func BenchmarkMerge10000(b *testing.B) {
	w := busyWorld(b, 2, 300, 20_000)
	there := NewState(testScope, nil)
	var theirs [][]byte
	for _, c := range w.all {
		if c.Device == w.sites[0].device.ID {
			there.Add(c)
		} else {
			theirs = append(theirs, c.Encode())
		}
	}
	tips, parts := there.EncodeTips(), encodedRecords(there)
	b.ResetTimer()
	for range b.N {
		s, err := LoadState(there, tips, parts...)
		if err != nil {
			b.Fatal(err)
		}
		commits := make([]*Commit, len(theirs))
		for i, raw := range theirs {
			if commits[i], err = Decode(raw); err != nil {
				b.Fatal(err)
			}
		}
		r := s.Add(commits...)
		if len(r.Applied) != len(theirs) {
			b.Fatalf("%d applied, %d refused", len(r.Applied), len(r.Refused))
		}
		for _, ref := range r.Touched {
			s.Record(ref)
		}
		b.ReportMetric(float64(len(s.Conflicts())), "conflicts")
		b.ReportMetric(float64(len(theirs)), "commits")
	}
}

func encodedRecords(s *State) (parts [][]byte) {
	for ref := range s.records {
		parts = append(parts, s.EncodeRecord(ref))
	}
	return parts
}

// One text that two devices wrote at for a thousand commits each.
func BenchmarkMergeOneText(b *testing.B) {
	w := busyWorld(b, 2, 1, 0)
	ref := Ref{testKind, ID{1}}
	for i := range 2000 {
		s := w.sites[i%2]
		old, _ := s.state.Record(ref)
		words := strings.SplitAfter(old["core"].Text(), " ")
		words[i%2*40+i/2%20] = fmt.Sprintf("word%d ", i)
		w.set(b, s, ref, Fields{"core": Text(strings.Join(words, ""))})
		s.log = nil
	}
	b.ResetTimer()
	for range b.N {
		s := NewState(testScope, nil)
		s.Add(w.all...)
		if f, _ := s.Record(ref); len(s.Conflicts()) > 0 || !strings.Contains(f["core"].Text(), "word1999") {
			b.Fatal("not merged")
		}
	}
}

// One edit of one field, beside campaigns of different sizes: the cost must not
// grow with them.
func BenchmarkOneEdit(b *testing.B) {
	for _, records := range []int{10, 1000} {
		b.Run(fmt.Sprint(records), func(b *testing.B) {
			w := busyWorld(b, 1, records, 0)
			s := w.sites[0]
			ref := Ref{testKind, ID{1}}
			size := 0
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				c, err := s.device.Write(s.state, Edit{Label: "edit.message.change", Changes: []Change{
					{Record: ref, Field: Field{Path: "n"}, After: Int(int64(i))},
				}})
				if err != nil {
					b.Fatal(err)
				}
				size = len(c.Encode())
			}
			b.ReportMetric(float64(size), "B/commit")
		})
	}
}

func BenchmarkUndo(b *testing.B) {
	w := busyWorld(b, 1, 300, 1)
	s := w.sites[0]
	last := w.all[len(w.all)-1]
	b.ResetTimer()
	for range b.N {
		changes, _ := s.state.Undo(last)
		c, err := s.device.Write(s.state, Edit{Label: "edit.undo", Undoes: []ID{last.ID}, Changes: changes})
		if err != nil || c == nil {
			b.Fatal(err)
		}
		last = c
	}
}

// Opening a campaign loads its records and no history.
func BenchmarkLoad300Messages(b *testing.B) {
	w := busyWorld(b, 2, 300, 3000)
	s := w.sites[0].state
	tips, parts := s.EncodeTips(), encodedRecords(s)
	size := 0
	for _, p := range parts {
		size += len(p)
	}
	b.ResetTimer()
	for range b.N {
		if _, err := LoadState(s, tips, parts...); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size/len(parts)), "B/record")
}
