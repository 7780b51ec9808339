package main

import (
	"bufio"
	"errors"
	"fmt"
	"image"
	"io"
	"log"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"athar/assets"
	"athar/gui/run"
	"athar/gui/settings"
)

// The benchmarks of the window run this test binary once more, as the end-to-end
// tests do: as Athar itself, or as a program with an empty window to compare it
// with. Athar has no hook for that: it gets an app that puts a pixel on top of
// what the window shows, and the pixel tells when it is painted.

// childVariable says what the binary is run as; begunVariable when it was
// started, in nanoseconds since 1970, by the clock of the process that did.
const (
	childVariable = "ATHAR_BENCH_CHILD"
	begunVariable = "ATHAR_BENCH_BEGUN"
)

// What the binary can be run as.
const (
	childAthar = "athar"
	childEmpty = "empty"
	childChart = "chart"
)

// runMeasured is the first thing TestMain does. It never returns in a process
// that is measured.
func runMeasured() {
	child := os.Getenv(childVariable)
	if child == "" {
		return
	}
	log.SetOutput(io.Discard)
	switch child {
	case childAthar:
		runAthar()
	case childEmpty:
		runEmpty()
	case childChart:
		runChart()
	default:
		panic("unknown child " + child)
	}
	os.Exit(0)
}

// The moments a child tells of, each on a line with the nanoseconds since the
// process was started.
const (
	momentFrame = "frame" // the first frame is drawn
	momentList  = "list"  // the list of campaigns is drawn
)

func tell(moment string) {
	begun, err := strconv.ParseInt(os.Getenv(begunVariable), 10, 64)
	if err != nil {
		panic(err)
	}
	fmt.Println(moment, time.Now().UnixNano()-begun)
}

// mark is a pixel that tells when it was drawn. It belongs to the last things
// that a frame paints.
type mark struct {
	pixel   *canvas.Raster
	painted func() // called while the frame is painted; may be nil
	drawn   func() // called once, when the frame is on the screen; may be nil
	showing bool   // the window is about to be shown
}

func newMark() *mark {
	m := &mark{}
	one := image.NewGray(image.Rect(0, 0, 1, 1))
	m.pixel = canvas.NewRaster(func(int, int) image.Image {
		if m.painted != nil {
			m.painted()
		}
		if !m.showing {
			fyne.Do(m.tell) // the queue comes after the frame and its swap of buffers
		}
		return one
	})
	m.pixel.Resize(fyne.NewSize(1, 1))
	return m
}

func (m *mark) tell() {
	if drawn := m.drawn; drawn != nil {
		m.drawn = nil
		drawn()
	}
}

// object returns the pixel in a container that keeps it as small as it is.
func (m *mark) object() fyne.CanvasObject { return container.NewWithoutLayout(m.pixel) }

// next has f called when the next frame is drawn, and asks for that frame.
func (m *mark) next(f func()) {
	m.drawn = f
	m.pixel.Refresh()
}

// markedApp is an app whose windows have a mark on top of their content.
type markedApp struct {
	fyne.App
	mark *mark
}

func (a markedApp) NewWindow(title string) fyne.Window {
	return markedWindow{a.App.NewWindow(title), a.mark}
}

type markedWindow struct {
	fyne.Window
	mark *mark
}

func (w markedWindow) SetContent(o fyne.CanvasObject) {
	w.Window.SetContent(container.NewStack(o, w.mark.object()))
}

// Show shows the window. Fyne draws the first frame meanwhile; it is on the
// screen when Show returns.
func (w markedWindow) Show() {
	painted := false
	w.mark.painted, w.mark.showing = func() { painted = true }, true
	w.Window.Show()
	w.mark.painted, w.mark.showing = nil, false
	if painted {
		w.mark.tell()
	}
}

// runAthar is Athar's window as runWindow opens it, with a mark in it. It tells
// when the first frame and when the list of campaigns is drawn.
func runAthar() {
	debug.SetMemoryLimit(memoryLimit) // as main does
	in := &invocation{streams: streams{strings.NewReader(""), os.Stderr, os.Stderr}, lang: "en"}
	if err := errors.Join(in.parse(command{}, os.Args[1:]), in.speak()); err != nil {
		panic(err)
	}
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: in.printer.T("app.name"), Version: version})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("Icon.png", assets.Icon))
	m := newMark()
	m.drawn = func() {
		tell(momentFrame)
		go watchList(a, m)
	}
	p := &program{in: in, app: markedApp{a, m}, run: run.New()}
	if err := p.start(); err != nil {
		panic(err)
	}
	a.Run()
	if err := p.stop(); err != nil {
		panic(err)
	}
}

// watchList tells when the list of campaigns is drawn and ends the app when
// standard input does.
func watchList(a fyne.App, m *mark) {
	for shown := false; !shown; time.Sleep(4 * time.Millisecond) {
		fyne.DoAndWait(func() { shown = len(spots(newestTitle)) > 0 })
	}
	fyne.Do(func() { m.next(func() { tell(momentList) }) })
	quitAfterInput(a)
}

func quitAfterInput(a fyne.App) {
	_, _ = bufio.NewReader(os.Stdin).ReadByte()
	fyne.Do(a.Quit)
}

// runEmpty is a program with a window as large as Athar's and nothing in it.
func runEmpty() {
	a := app.NewWithID("io.athar.empty")
	m := newMark()
	m.drawn = func() { tell(momentFrame) }
	w := markedApp{a, m}.NewWindow("Empty")
	w.SetPadded(false)
	w.SetContent(container.NewStack())
	w.Resize(fyne.NewSize(settings.DefaultWidth, settings.DefaultHeight))
	w.Show()
	go quitAfterInput(a)
	a.Run()
}
