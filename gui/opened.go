package gui

import (
	"time"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// Opened is what happened when the data was opened that does not happen every
// day. Each field that is not zero is worth a sentence.
type Opened struct {
	Rebuilt    bool      // the store was damaged and made anew
	FromBackup time.Time // from a backup of then; zero when the log alone was enough
	// What was done from LostFrom to LostTo is gone; the second is zero when
	// nobody knows until when. Both are zero when nothing is.
	LostFrom, LostTo time.Time

	Back       int    // edits that were only in the log, and were brought back
	Added      int    // edits that the log lacked, and were written to it
	Torn       bool   // the last write of before was cut short
	Unfinished int    // imports that never finished, and were removed
	Migrated   bool   // the data had the form of an older Athar
	Damaged    int    // places that cannot be read
	Aside      string // the whole path of where what could not be used was put, "" for nowhere
}

// sayOpened says in a sentence what happened when the data was opened, and offers
// the rest.
func (w *Window) sayOpened(o Opened) {
	sentence, tone := w.openedSentence(o)
	if sentence == "" {
		return
	}
	w.banner.Tell(tone, sentence, kit.BannerAction{Label: w.env.T("opened.details"), Do: func() { w.showOpened(o) }})
}

// openedSentence returns what matters most of it, "" when nothing does.
func (w *Window) openedSentence(o Opened) (string, kit.Tone) {
	p := w.env.Printer
	switch {
	case !o.LostFrom.IsZero():
		return w.lostSentence(o), kit.ToneDanger
	case o.Damaged > 0:
		return p.N("opened.damaged", o.Damaged), kit.ToneDanger
	case !o.FromBackup.IsZero():
		return p.N("opened.from_backup", o.Back, "when", w.moment(o.FromBackup)), kit.ToneInfo
	case o.Rebuilt:
		return p.N("opened.rebuilt", o.Back), kit.ToneInfo
	case o.Back > 0:
		return p.N("opened.back", o.Back), kit.ToneInfo
	case o.Unfinished > 0:
		return p.N("opened.unfinished", o.Unfinished), kit.ToneInfo
	case o.Migrated:
		return p.T("opened.migrated"), kit.ToneInfo
	}
	return "", kit.ToneInfo
}

func (w *Window) lostSentence(o Opened) string {
	if o.LostTo.IsZero() {
		return w.env.T("opened.lost_since", "from", w.minute(o.LostFrom))
	}
	return w.env.T("opened.lost", "from", w.minute(o.LostFrom), "to", w.minute(o.LostTo))
}

// minute returns a time to the minute, of whichever day.
func (w *Window) minute(t time.Time) string {
	t = t.Local()
	return w.env.T("opened.at", "date", w.env.Printer.Date(t), "time", w.env.Printer.Clock(t))
}

// showOpened says all of it in words.
func (w *Window) showOpened(o Opened) {
	var rows []fyne.CanvasObject
	for _, sentence := range w.openedDetails(o) {
		rows = append(rows, kit.NewParagraph(w.env, sentence, kit.StyleBody).Selectable())
	}
	if o.Aside != "" {
		rows = append(rows, w.pathRow(o.Aside))
	}
	w.showPage(w.env.T("opened.title"), kit.Column(rows...))
}

func (w *Window) openedDetails(o Opened) (all []string) {
	p := w.env.Printer
	say := func(is bool, sentence string) {
		if is {
			all = append(all, sentence)
		}
	}
	say(!o.LostFrom.IsZero(), w.lostSentence(o))
	say(o.Damaged > 0, p.N("opened.damaged", o.Damaged))
	say(!o.FromBackup.IsZero(), p.N("opened.from_backup", o.Back, "when", w.moment(o.FromBackup)))
	say(o.FromBackup.IsZero() && o.Rebuilt, p.N("opened.rebuilt", o.Back))
	say(o.FromBackup.IsZero() && !o.Rebuilt && o.Back > 0, p.N("opened.back", o.Back))
	say(o.Added > 0, p.N("opened.added", o.Added))
	say(o.Torn, p.T("opened.torn"))
	say(o.Unfinished > 0, p.N("opened.unfinished", o.Unfinished))
	say(o.Migrated, p.T("opened.migrated"))
	say(o.Aside != "", p.T("opened.aside"))
	return all
}
