package part

import (
	"athar/domain/journal"
	"athar/gui/kit"
)

// Revision tells how one text became another.
func Revision(before, after string) (parts []kit.Part) {
	for _, s := range journal.Differences(before, after) {
		fate := kit.FateKept
		switch s.Kind {
		case journal.Added:
			fate = kit.FateAdded
		case journal.Removed:
			fate = kit.FateRemoved
		}
		parts = append(parts, kit.Part{Text: s.Text, Fate: fate})
	}
	return parts
}
