package checks

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/proofing"
	"athar/domain/session"
	"athar/gui/kit"
	"athar/gui/proofs"
)

// Session is what checks need of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Apply(domain.Edit) error
	OnChange(func(session.Event)) (stop func())
	Author() string
}

// Deps is what checks work with; all fields are required.
type Deps struct {
	Env      *kit.Env
	Session  Session
	NewID    func() domain.ID
	Now      func() time.Time
	Report   func(error)        // shows an error to the person; nil is ignored
	GoTo     func(domain.Place) // takes the person to a field
	Channels channel.Catalog
	Room     *proofs.Room
	Resized  func()                  // the list may need another height
	Reveal   func(fyne.CanvasObject) // scrolls to something
	ShowList func()                  // brings the list into view
}

// Checks are the checks of the messages of one open campaign.
type Checks struct {
	deps    Deps
	panel   *panel
	brief   *kit.Button
	counter *counter
	editors map[proofing.Text]*kit.Editor // by the text without its words
	stops   []func()

	campaign domain.Campaign // as last shown
	message  domain.Message
	before   map[proofing.Text]string // words of the latest result

	team    *proofing.Team
	reader  *proofing.Reader // of the team; the work that is under way has it
	turn    uint64           // counts what is shown: the newest text
	running bool

	result proofing.Result
	at     map[entryKey]int  // the places of entries to which somebody went on
	words  map[word][]string // what may have been meant, of words that no dictionary has
	asking bool
}

// word is a word in a language.
type word struct{ lang, word string }

// New makes checks that show nothing yet. Reading what the workspace chose begins.
func New(d Deps) *Checks {
	k := &Checks{deps: d, editors: map[proofing.Text]*kit.Editor{}, words: map[word][]string{}, at: map[entryKey]int{}}
	k.panel = newPanel(d.Env, k)
	k.brief = kit.NewButton(d.Env, kit.ButtonOptions{
		Text: " ", Kind: kit.ButtonQuiet, Hint: d.Env.T("checks.brief_hint"), OnTapped: d.ShowList,
	})
	k.counter = newCounter(d)
	k.stops = []func(){d.Room.OnChange(k.teamChanged), d.Session.OnChange(k.counter.changed)}
	d.Room.Write(d.Session.Campaign().Header.WrittenIn())
	d.Room.Begin()
	k.counter.all()
	return k
}

// Content returns the list of findings: the same each time.
func (k *Checks) Content() fyne.CanvasObject { return k.panel.content }

// Brief returns a button that says how much there is to say, and leads to the list.
func (k *Checks) Brief() fyne.CanvasObject { return k.brief }

// Close stops listening.
func (k *Checks) Close() {
	for _, stop := range k.stops {
		stop()
	}
}

// Watch marks in an editor what is found in a text of the message that is shown.
// The words of t do not matter. An editor takes the place of the one before; nil
// ends it.
func (k *Checks) Watch(t proofing.Text, e *kit.Editor) {
	t.Words = ""
	if e == nil {
		delete(k.editors, t)
		return
	}
	k.editors[t] = e
	k.mark(t, e)
}

// Count returns how much there is to say of a message, and whether that is known.
func (k *Checks) Count(id domain.ID) (proofing.Count, bool) {
	n, ok := k.counter.known[id]
	return n, ok
}

// OnCounted has f called with the messages of which Count says something else now.
func (k *Checks) OnCounted(f func(ids []domain.ID)) { k.counter.onCounted = f }

// Show shows what there is to say of a message as it is now, as soon as that is
// known.
func (k *Checks) Show(c domain.Campaign, m domain.Message) {
	other := m.ID != k.message.ID
	k.campaign, k.message = c, m
	k.turn++
	if other {
		k.counter.show(m.ID)
		k.result, k.before = proofing.Result{}, nil
		clear(k.at)
		for t, e := range k.editors {
			k.mark(t, e)
		}
		k.brief.SetText(k.deps.Env.T("checks.reading_begins"))
		k.panel.show(model{})
	}
	k.check()
}

func (k *Checks) teamChanged() {
	k.counter.all()
	k.turn++
	k.words = map[word][]string{}
	k.check()
}

// check reads the message, one reading after the other. What was found in a text
// that is not the newest any more is thrown away, and the newest is read.
func (k *Checks) check() {
	team := k.deps.Room.Team()
	if k.running || team == nil || k.message.ID == domain.NoID {
		return
	}
	if team != k.team {
		k.team, k.reader = team, team.Reader()
	}
	k.running = true
	turn, reader, c, m, today := k.turn, k.reader, k.campaign, k.message, k.deps.Now()
	var result proofing.Result
	background(k.deps.Env, func() { result = reader.Read(c, m, today) }, func() {
		k.running = false
		if turn != k.turn {
			k.check()
			return
		}
		k.apply(result)
	})
}

func background(env *kit.Env, work, done func()) {
	if env.Background == nil {
		work()
		done()
		return
	}
	env.Background(work, done)
}

// apply shows what was found.
func (k *Checks) apply(r proofing.Result) {
	k.counter.put(r.Message, r.Count())
	r = withoutUnfinished(r, k.before)
	k.before = map[proofing.Text]string{}
	for _, t := range r.Texts {
		words := t.Words
		t.Words = ""
		k.before[t] = words
	}
	k.result = r
	k.show()
	k.suggest()
}

// show shows the latest result.
func (k *Checks) show() {
	for t, e := range k.editors {
		k.mark(t, e)
	}
	m := k.present()
	k.brief.SetText(m.Summary)
	k.panel.show(m)
}

// mark marks the comments and the findings in an editor. What was found in other words
// than those that stand there is left out: the newest are on their way.
func (k *Checks) mark(t proofing.Text, e *kit.Editor) {
	all := k.comments(t, e.Text())
	if k.result.Message == k.message.ID {
		words := e.Text()
		for _, f := range k.result.Findings {
			same := f.Text
			same.Words = ""
			if same == t && f.Text.Words == words && f.Start < f.End {
				all = append(all, k.highlight(f))
			}
		}
	}
	e.SetHighlights(all)
}

// suggest asks what may have been meant by words that no dictionary has, which
// takes longer than finding them.
func (k *Checks) suggest() {
	const most = 20
	var ask []word
	for _, f := range k.result.Findings {
		w := word{f.Text.Lang, f.Passage}
		if _, known := k.words[w]; isUnknownWord(f) && !known && len(ask) < most && !slices.Contains(ask, w) {
			ask = append(ask, w)
		}
	}
	if len(ask) == 0 || k.asking {
		return
	}
	k.asking = true
	team, found := k.team, make([][]string, len(ask))
	background(k.deps.Env, func() {
		for i, w := range ask {
			found[i] = team.Suggest(w.word, w.lang)
		}
	}, func() {
		k.asking = false
		if team != k.team {
			return
		}
		if len(k.words) > maxWords {
			clear(k.words)
		}
		for i, w := range ask {
			k.words[w] = found[i]
		}
		k.show()
		k.suggest()
	})
}

// maxWords is of how many words it is remembered what may have been meant.
const maxWords = 500
