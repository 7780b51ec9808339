// Package gui is the shell: the one window with its header, tabs, menu, status
// line, settings and closing. It opens campaigns, gives each tab what it works
// with, and rebuilds the window's content from the state when language, look
// or campaign change.
//
// It must not know a store or a file format: both come through Deps. What a
// tab shows is the tab's business.
package gui
