package typeset

import (
	"strconv"
	"testing"
)

func TestOnlyWhatWasNotAskedForIsForgotten(t *testing.T) {
	var m memory
	fonts := newFonts(t)
	face, often := fonts.faces[FaceRegular], []byte("often")
	m.put(face, often, []glyphs{{width: 7}})
	for i := range 5 * manyRemembered {
		m.put(face, strconv.AppendInt(nil, int64(i), 10), nil)
		if i%500 == 0 {
			if known, ok := m.get(face, often); !ok || known[0].width != 7 {
				t.Fatalf("forgotten after %d others", i)
			}
		}
	}
	if _, ok := m.get(face, []byte("0")); ok {
		t.Error("what nobody asked for is still known")
	}
	if n := len(m.young) + len(m.old); n > 2*manyRemembered {
		t.Errorf("%d runs are remembered", n)
	}
	if _, ok := m.get(fonts.faces[FaceBold], often); ok {
		t.Error("another face has the same widths")
	}
}

func TestARunIsRememberedByItsSize(t *testing.T) {
	fonts := newFonts(t)
	for _, size := range []float32{14, 28, 14} {
		got := New(fonts, Params{Size: size}, "سلام").Line(0).Width
		if want := New(newFonts(t), Params{Size: size}, "سلام").Line(0).Width; got != want {
			t.Errorf("size %g: %g wide, want %g", size, got, want)
		}
	}
}
