package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestSearchIsTypedOnAnArabicKeyboard and undoes by words there.
func TestSearchIsTypedOnAnArabicKeyboard(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		w.types("مياه نقية Clean 2026")
		w.reads("مياه نقية Clean 2026")
		w.arabicKeys()
		w.press(keyCtrl, keyF)
		w.until("the field of the search", func() bool { e := w.look(); return e.Area.Width > 0 && e.Text == "" })
		w.types("نقيه clean")
		w.reads("نقيه clean")
		w.expect(w.printer.N("find.hits", 1))
		w.shot("search")
		w.arabicKeys()
		w.press(keyCtrl, keyZ)
		w.reads("نقيه ")
		w.press(keyCtrl, keyY)
		w.reads("نقيه clean")
		w.press(keyEscape) // empties the field
		w.reads("")
		w.press(keyEscape)
		w.reads("مياه نقية Clean 2026") // the title has the keyboard again
	})
}

// TestADialogTakesWhatIsTyped and Enter accepts it.
func TestADialogTakesWhatIsTyped(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		w.arabicKeys()
		w.press(keyCtrl, keyR)
		w.reads("Typing")
		w.press(keyCtrl, keyA)
		w.types("حملة Clean Water (2026)")
		w.reads("حملة Clean Water (2026)")
		w.shot("rename")
		w.press(keyReturn)
		w.expect("حملة Clean Water (2026)")
		w.until("the dialog to be gone", func() bool { return !w.sees(w.printer.T("rename.accept")) })
		w.press(keyCtrl, keyQ)
		w.expectEnd()
		if got := shownIn(t, w.data).Title; got != "حملة Clean Water (2026)" {
			t.Errorf("the title is %q", got)
		}
	})
}

// TestAPathIsTypedWithFoldersOfBothLanguages in the file chooser.
func TestAPathIsTypedWithFoldersOfBothLanguages(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		folder := filepath.Join(os.Getenv("HOME"), "تقارير", "May")
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "نتائج.csv"), []byte("a,b\n1,2\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		w.press(keyCtrl, keyI)
		w.expect(w.printer.T("kit.open"))
		w.click(os.Getenv("HOME"))
		w.reads(os.Getenv("HOME"))
		w.press(keyCtrl, keyA)
		w.types("~/تقارير/May")
		w.reads("~/تقارير/May")
		w.shot("path")
		w.press(keyReturn)
		w.expect("نتائج.csv")
		w.shot("folder")
	})
}
