package guitest

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"athar/gui/kit"
	"athar/gui/theme"
)

// shotsDir names the environment variable that says where pictures go.
const shotsDir = "ATHAR_SHOTS"

// Shots returns the directory pictures are wanted in. A test that only draws
// pictures is skipped when none is named: people look at them, not machines.
func Shots(t testing.TB) string {
	t.Helper()
	dir := os.Getenv(shotsDir)
	if dir == "" {
		t.Skip("draws pictures to look at; set " + shotsDir + " to a directory")
	}
	return dir
}

// Look is a size of the window, and of its text, to draw pictures of a screen at.
type Look struct{ Width, Height, Scale float32 }

// At returns a look.
func At(width, height, scale float32) Look { return Look{Width: width, Height: height, Scale: scale} }

// Album draws a screen in both languages at several looks. draw builds it in
// env and calls take for each picture, with a name for what is to be seen. The
// test is skipped when no pictures are wanted.
func Album(t *testing.T, screen string, looks []Look, draw func(t *testing.T, env *kit.Env, l Look, take func(what string))) {
	t.Helper()
	dir := Shots(t)
	for _, lang := range Languages() {
		for _, l := range looks {
			at := fmt.Sprintf("%s-%gx%g-%g", lang, l.Width, l.Height, l.Scale)
			t.Run(at, func(t *testing.T) {
				env := EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: l.Scale})
				draw(t, env, l, func(what string) { Picture(t, env, dir, screen+"-"+what+"-"+at) })
			})
		}
	}
}

// Picture writes what the environment's window shows to dir/name.png.
func Picture(t testing.TB, env *kit.Env, dir, name string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, env.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
