package proofs_test

import (
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/wording"
	"athar/gui/guitest"
	"athar/gui/proofs"
	"athar/gui/run"
)

// room is a room with the queue that stands for the window's goroutine.
type room struct {
	*proofs.Room
	store  *guitest.Memory
	runner *run.Runner
	queue  *run.Queue
	told   []error
}

func open(t *testing.T, books guitest.Dictionaries, store *guitest.Memory) *room {
	t.Helper()
	queue, runner := run.NewQueue()
	r := &room{store: store, runner: runner, queue: queue}
	r.Room = proofs.New(proofs.Deps{
		Background: runner.Background, Preferences: store, Dictionaries: books, Channels: guitest.Channels(t),
		Packs:   func() ([]wording.Pack, error) { return nil, nil },
		Regions: func() []string { return nil },
		Report: func(err error) {
			if err != nil {
				r.told = append(r.told, err)
			}
		},
	})
	return r
}

func (r *room) settle() { r.queue.Settle(r.runner) }

func kept(t *testing.T, store *guitest.Memory) proofing.Choices {
	t.Helper()
	data, err := store.Preference(t.Context(), proofing.Preference)
	if err != nil {
		t.Fatal(err)
	}
	c, err := proofing.ParseChoices(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// wrong reports whether a word of a language is called wrong.
func wrong(r *room, lang, word string) bool {
	m := domain.Message{ID: domain.NewID(), Core: domain.Text{}.With(lang, word)}
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Messages: []domain.Message{m}}
	return slices.ContainsFunc(r.Team().Reader().Read(c, m, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)).Findings, func(f proofing.Finding) bool {
		return f.Rule == "spelling_unknown"
	})
}

func TestSpellingIsCheckedInWrittenLanguagesThatHaveADictionary(t *testing.T) {
	r := open(t, guitest.Dictionaries{"en": {"water"}, "fr": {"eau"}}, guitest.NewMemory())
	r.Write([]string{"ar", "en"})
	r.Begin()
	r.settle()
	if !wrong(r, "en", "watr") || wrong(r, "en", "water") || wrong(r, "ar", "ماءء") || wrong(r, "fr", "ea") {
		t.Error("not as the dictionaries say")
	}
	if r.Used("en") != "en" || r.Used("ar") != "" {
		t.Errorf("used are %q and %q", r.Used("en"), r.Used("ar"))
	}
	r.Write([]string{"fr"})
	r.settle()
	if !wrong(r, "fr", "ea") {
		t.Error("French is written now")
	}
	r.Change(func(c proofing.Choices) proofing.Choices { return c.SpelledWith("en", proofing.NoDictionary) })
	r.settle()
	if wrong(r, "en", "watr") {
		t.Error("English is checked although somebody chose not to")
	}
}

func TestTheNewestChoiceIsTheOneThatIsKept(t *testing.T) {
	store := guitest.NewMemory()
	r := open(t, nil, store)
	r.Begin()
	r.settle()
	heard := 0
	stop := r.OnChange(func() { heard++ })
	for _, word := range []string{"one", "two", "three"} {
		r.Change(func(c proofing.Choices) proofing.Choices { return c.Taught(word, true) })
	}
	r.settle()
	if got := kept(t, store).Words; !slices.Equal(got, []string{"one", "three", "two"}) {
		t.Errorf("kept are %v", got)
	}
	if heard == 0 {
		t.Error("nobody heard of it")
	}
	stop()
	again := open(t, nil, store)
	again.Begin()
	again.settle()
	if !slices.Equal(again.Choices().Words, r.Choices().Words) {
		t.Errorf("the next window has %v", again.Choices().Words)
	}
}

func TestADictionaryThatWasAddedIsUsed(t *testing.T) {
	store := guitest.NewMemory()
	r := open(t, guitest.Dictionaries{}, store)
	r.Write([]string{"so"})
	r.Begin()
	r.settle()
	r.Add("/books/so.dic")
	r.settle()
	if r.Used("so") != "so" || kept(t, store).Spelling["so"] != "so" || !wrong(r, "so", "biyo") || wrong(r, "so", "added") {
		t.Errorf("used is %q", r.Used("so"))
	}
	r.Add("x")
	r.settle()
	if len(r.told) != 1 || domain.CodeOf(r.told[0]) != domain.ErrFileRead {
		t.Errorf("told is %v", r.told)
	}
}

func TestWhatCannotBeReadOrKeptIsTold(t *testing.T) {
	store := guitest.NewMemory()
	if err := store.SetPreference(t.Context(), proofing.Preference, []byte("{")); err != nil {
		t.Fatal(err)
	}
	r := open(t, nil, store)
	r.Begin()
	r.settle()
	if len(r.told) != 1 || r.Team() == nil {
		t.Errorf("told is %v, the team %v", r.told, r.Team())
	}
	store.Fail(domain.Problem(domain.ErrDiskFull, ""))
	r.Change(func(c proofing.Choices) proofing.Choices { return c.Taught("word", true) })
	r.settle()
	if len(r.told) != 2 || !slices.Equal(r.Choices().Words, []string{"word"}) {
		t.Errorf("told is %v, chosen %v", r.told, r.Choices())
	}
}
