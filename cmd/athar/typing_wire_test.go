package main

import (
	"encoding/binary"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"
)

// wire is a keyboard and a mouse plugged into a desktop. It speaks the XTEST
// extension of the X protocol itself: xdotool sets the layout's group anew for
// every key it presses, so a person who changes to the other language with Alt
// and Shift cannot be played with it.
type wire struct {
	t    testing.TB
	conn net.Conn
	test byte // the number of the extension
}

// What XTEST can do to a key or a button, by the numbers of X's events.
const (
	keyDown    = 2
	keyUp      = 3
	buttonDown = 4
	buttonUp   = 5
)

// plug connects to the display; the connection ends with the test.
func (d *desktop) plug() *wire {
	d.t.Helper()
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(d.display, ":"))
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = conn.Close() })
	w := &wire{t: d.t, conn: conn}
	w.send([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}) // little-endian, version 11, no password
	head := w.receive(8)
	w.receive(4 * int(binary.LittleEndian.Uint16(head[6:])))
	if head[0] != 1 {
		d.t.Fatalf("%s refuses the connection", d.display)
	}
	const queryExtension, name = 98, "XTEST"
	w.send(slices.Concat([]byte{queryExtension, 0, 4, 0, byte(len(name)), 0, 0, 0}, []byte(name), []byte{0, 0, 0}))
	answer := w.reply()
	if answer[8] == 0 {
		d.t.Fatalf("%s has no %s", d.display, name)
	}
	w.test = answer[9]
	return w
}

func (w *wire) send(request []byte) {
	w.t.Helper()
	_ = w.conn.SetDeadline(time.Now().Add(patience))
	if _, err := w.conn.Write(request); err != nil {
		w.t.Fatal(err)
	}
}

func (w *wire) receive(n int) []byte {
	w.t.Helper()
	data := make([]byte, n)
	if _, err := io.ReadFull(w.conn, data); err != nil {
		w.t.Fatal(err)
	}
	return data
}

// reply reads the answer to the request sent last. The server tells every client
// of a new layout in between.
func (w *wire) reply() []byte {
	w.t.Helper()
	for {
		switch packet := w.receive(32); packet[0] {
		case 0:
			w.t.Fatalf("X refuses a request with error %d", packet[1])
		case 1:
			return packet
		}
	}
}

// pace is how many milliseconds pass before each movement of a finger: GLFW takes
// a key that is pressed twice in the same one for an echo.
const pace = 2

// act is one movement of a finger.
type act struct {
	kind, detail byte // what, and which key or button
}

// do acts and waits until the server has passed it all on. The
// server keeps only so many events that nobody has taken, hence few at a time.
func (w *wire) do(acts ...act) {
	w.t.Helper()
	const fakeInput, words, atOnce = 2, 9, 32
	for some := range slices.Chunk(acts, atOnce) {
		var all []byte
		for _, a := range some {
			request := make([]byte, 4*words)
			request[0], request[1], request[2] = w.test, fakeInput, words
			request[4], request[5] = a.kind, a.detail
			request[8] = pace
			all = append(all, request...)
		}
		const getInputFocus = 43 // for its answer: requests are answered in turn
		w.send(append(all, getInputFocus, 0, 1, 0))
		w.reply()
	}
}

// chord presses keys one after the other and lets go of them in reverse.
func chord(keys ...byte) []act {
	var acts []act
	for _, k := range keys {
		acts = append(acts, act{keyDown, k})
	}
	for _, k := range slices.Backward(keys) {
		acts = append(acts, act{keyUp, k})
	}
	return acts
}
