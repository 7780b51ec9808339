package kit

import (
	"testing"

	"athar/domain/text/bidi"
)

// directions is a memory for tests.
type directions map[string]bidi.Direction

func (m directions) Direction(key string, usual bidi.Direction) bidi.Direction {
	if d, ok := m[key]; ok {
		return d
	}
	return usual
}

func (m directions) KeepDirection(key string, d, usual bidi.Direction) {
	delete(m, key)
	if d != usual {
		m[key] = d
	}
}

func TestATextComesBackInTheDirectionThatWasForced(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		memory := directions{}
		env.Directions = memory
		first := NewEditor(env, EditorOptions{Text: "WhatsApp هو", Remember: "1.goal"})
		show(env, Column(first), 400, 200)
		first.box.chooseDirection(bidi.RTL)

		again := NewEditor(env, EditorOptions{Text: "WhatsApp هو", Remember: "1.goal"})
		line := NewField(env, FieldOptions{Text: "WhatsApp هو", Remember: "1.goal"})
		if again.box.layout.Direction(0) != bidi.RTL || line.box.direction != bidi.RTL {
			t.Errorf("it comes back as %v, in a field as %v", again.box.direction, line.box.direction)
		}
		again.box.chooseDirection(bidi.Auto)
		if len(memory) != 0 {
			t.Errorf("what is automatic again is kept as %v", memory)
		}
	})
}

func TestAFieldForManyRecordsTurnsWithEach(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		env.Directions = directions{"2": bidi.RTL, "3": bidi.Auto}
		f := NewField(env, FieldOptions{Direction: bidi.LTR})
		show(env, Column(f), 400, 100)
		for _, c := range []struct {
			key  string
			want bidi.Direction
		}{{"1", bidi.LTR}, {"2", bidi.RTL}, {"3", bidi.Auto}, {"", bidi.LTR}} {
			f.Remember(c.key)
			if got := f.box.direction; got != c.want {
				t.Errorf("the text %q goes %v, want %v", c.key, got, c.want)
			}
		}
		f.Remember("1")
		f.box.chooseDirection(bidi.Auto)
		f.Remember("2")
		f.Remember("1")
		if got := f.box.direction; got != bidi.Auto {
			t.Errorf("what was made automatic goes %v", got)
		}
	})
}

func TestATextWithoutAKeyIsNotRemembered(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		memory := directions{}
		env.Directions = memory
		f := NewField(env, FieldOptions{Text: "a"})
		show(env, Column(f), 400, 100)
		f.box.chooseDirection(bidi.RTL)
		if len(memory) != 0 {
			t.Errorf("kept %v", memory)
		}
	})
}
