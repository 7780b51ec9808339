package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// harm is a way to damage one file.
type harm struct {
	name string
	do   func(p *plan, path string, f imageFile) error
}

func harms() []harm {
	return []harm{
		{"cut to half", func(_ *plan, path string, f imageFile) error { return os.Truncate(path, int64(len(f.data)/2)) }},
		{"last 5 bytes cut", func(_ *plan, path string, f imageFile) error {
			return os.Truncate(path, max(0, int64(len(f.data))-5))
		}},
		{"emptied", func(_ *plan, path string, _ imageFile) error { return os.Truncate(path, 0) }},
		{"zeroed", func(_ *plan, path string, f imageFile) error { return imageFile{nil, f.size}.write(path) }},
		{"deleted", func(_ *plan, path string, _ imageFile) error { return os.Remove(path) }},
		{"duplicated", func(_ *plan, path string, f imageFile) error {
			ext := filepath.Ext(path)
			return f.write(strings.TrimSuffix(path, ext) + " (1)" + ext)
		}},
	}
}

// damages harms one file of a store in every way, and changes single bits. The
// long form harms each in both stores; the short one in turns, and chance says
// which store begins.
func (p *plan) damages() error {
	first := p.rand.IntN(2)
	for store, from := range []string{"", "killed"} {
		how := map[string]string{"": "closed", "killed": "killed"}[from]
		dir, err := p.copyOf(from, &state{row: &row{}})
		if err != nil {
			return err
		}
		_ = os.RemoveAll(filepath.Dir(dir))
		targets := p.made[p.madeAs(from)].targets()
		for i, name := range targets {
			for j, h := range harms() {
				othersTurn := (first+store+i+j)%2 == 1
				if !p.long && (p.sealed || othersTurn) || p.late() {
					continue
				}
				r := p.row(fmt.Sprintf("%s, store %s", h.name, how))
				if err := p.damage(r, from, name, h); err != nil {
					return err
				}
			}
		}
		r := p.row("one bit changed, store " + how)
		for range p.times(10, 200) {
			if p.late() {
				break
			}
			if err := p.damage(r, from, targets[p.rand.IntN(len(targets))], harm{"flipped", flip}); err != nil {
				return err
			}
		}
	}
	return nil
}

// flip changes one bit of what is not zeros at the end.
func flip(p *plan, path string, f imageFile) error {
	if len(f.data) == 0 {
		return imageFile{[]byte{1}, max(1, f.size)}.write(path)
	}
	data := f.whole()
	bit := p.rand.IntN(len(f.data) * 8)
	data[bit/8] ^= 1 << (bit % 8)
	return os.WriteFile(path, data, 0o600)
}

// targets are the files to harm: the first and the last of each kind.
func (m prepared) targets() (names []string) {
	kinds := map[string][]string{}
	for _, name := range m.image.names() {
		kinds[kindOf(name)] = append(kinds[kindOf(name)], name)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		of := kinds[kind]
		names = append(names, of[0])
		if len(of) > 1 {
			names = append(names, of[len(of)-1])
		}
	}
	return names
}

// kindOf says what sort of file a name is of: store/.sst, data/FORMAT.
func kindOf(name string) string {
	if ext := filepath.Ext(name); ext != "" && ext != ".json" {
		return filepath.Base(filepath.Dir(name)) + "/" + ext
	}
	return filepath.Base(filepath.Dir(name)) + "/" + filepath.Base(name)
}

func (p *plan) damage(r *row, from, name string, h harm) error {
	st := state{row: r}
	dir, err := p.copyOf(from, &st)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(dir))
	made := p.made[p.madeAs(from)]
	if err := h.do(p, filepath.Join(filepath.Dir(dir), name), made.image[name]); err != nil {
		return err
	}
	r.Tries++
	r.Acked += made.acked
	o := order{Role: "check", Dir: dir, Tables: made.tables, Backups: true, Crash: p.rand.IntN(2) == 0}
	for again := range p.times(1, 2) { // what the first start makes of it must be good for the second
		got, err := p.do(o)
		if err != nil {
			return err
		}
		if got.opened.took > 0 {
			r.restarted(got.opened)
		}
		outcome, why := made.outcome(got)
		if again == 0 {
			r.count(outcome)
			r.of(kindOf(name), outcome)
			r.missing(name+" "+h.name, made, got.verdict)
		} else if outcome == outSilent || outcome == outDied {
			r.count(outcome)
			why = "at the second start: " + why
		}
		if outcome == outSilent || outcome == outDied || p.verbose {
			r.note("%s %s: %s, %s", name, h.name, outcome, why)
		}
	}
	return nil
}

// What became of damage.
const (
	outHarmless = "harmless"
	outMended   = "mended"
	outTold     = "told"
	outSilent   = "SILENT"
	outDied     = "DIED"
)

func (r *row) count(outcome string) {
	*map[string]*int{
		outHarmless: &r.Harmless, outMended: &r.Mended, outTold: &r.Told, outSilent: &r.Silent, outDied: &r.Died,
	}[outcome]++
}

// missing counts what is gone although only one file was harmed: what one file
// has, another has, too.
func (r *row) missing(what string, m prepared, v *verdict) {
	if v == nil || v.Code != "" || v.Last >= m.acked && len(v.Tables) == 0 {
		return
	}
	r.Lost += max(0, m.acked-v.Last) + len(v.Tables)
	r.note("%s: %d of %d, without the rows %v; %s", what, v.Last, m.acked, v.Tables, v.How)
}

// of counts an outcome under the kind of file it befell.
func (r *row) of(kind, outcome string) {
	if r.Kinds == nil {
		r.Kinds = map[string]map[string]int{}
	}
	if r.Kinds[kind] == nil {
		r.Kinds[kind] = map[string]int{}
	}
	r.Kinds[kind][outcome]++
}

// outcome says what a start made of a damaged store.
func (m prepared) outcome(r run) (outcome, why string) {
	v := r.verdict
	switch {
	case r.died():
		return outDied, r.how + " " + r.errText
	case v == nil:
		return outTold, r.code
	}
	wrong := v.Torn != "" || v.Past != "" || v.Last < m.acked || v.Last > m.newest || len(v.Tables) > 0
	told := v.Code != "" || v.Told > 0 || v.Found > 0 || v.Refused > 0
	switch {
	case told:
		return outTold, v.String()
	case wrong:
		return outSilent, v.String() + fmt.Sprint(v.Tables, m.acked)
	case v.Mended:
		return outMended, v.How
	}
	return outHarmless, ""
}

// killed prepares a store with everything in it, half in Badger's tables and
// half in its log, whose process was killed.
func (p *plan) killed(st *state, dir string) error {
	if err := p.worked(st, dir); err != nil {
		return err
	}
	c, err := p.start(order{Role: "write", Dir: dir})
	if err != nil {
		return err
	}
	for c.run.acked < st.acked+25 && c.next() {
	}
	c.kill()
	st.take(c.end())
	return nil
}

// look finds out what a store holds when it is opened: what was not acknowledged
// may be there, too. It may be opened only once, so it is not the store itself
// any more afterwards.
func (p *plan) look(dir string, tables []int) (verdict, error) {
	r, err := p.do(order{Role: "check", Dir: dir, Tables: tables})
	if err == nil && r.verdict == nil {
		err = fmt.Errorf("%s %s", r.how, r.code)
	}
	if err != nil {
		return verdict{}, err
	}
	return *r.verdict, nil
}
