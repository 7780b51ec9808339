package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// leaf is a section that writes down what it is told.
type leaf struct {
	env   *kit.Env
	name  string
	shown domain.Place
	left  int
	open  bool
}

func (l *leaf) Content() fyne.CanvasObject { return kit.NewLabel(l.env, l.name, kit.StyleBody) }
func (l *leaf) Show(p domain.Place)        { l.shown = p }
func (l *leaf) Place() domain.Place        { return l.shown }
func (l *leaf) Leave()                     { l.left++ }
func (l *leaf) Close()                     { l.open = false }

func TestAPlaceLeadsToTheSectionOfItsKind(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		plan, claims := &leaf{env: env, name: "plan"}, &leaf{env: env, name: "claims"}
		made := func(l *leaf) func() screen {
			return func() screen {
				if l.open {
					t.Errorf("%s is made twice", l.name)
				}
				l.open = true
				return l
			}
		}
		s := newSections(
			env, "", "messages",
			section{"messages", []domain.Kind{domain.KindMessage, domain.KindMedia}, made(plan)},
			section{"claims", []domain.Kind{domain.KindClaim}, made(claims)},
		)
		guitest.Show(env, s.Content(), 800, 600)
		p := guitest.NewPerson(t, env)
		if !p.Sees("plan") || p.Sees("claims") || claims.open {
			t.Fatalf("shown: %q", guitest.Texts(s.Content()))
		}
		to := domain.Place{Kind: domain.KindClaim, ID: domain.NewID()}
		s.Show(to)
		if !p.Sees("claims") || p.Sees("plan") || s.Place() != to || plan.left != 1 || s.pages.Value() != "claims" {
			t.Errorf("after going to a claim: %q, %+v", guitest.Texts(s.Content()), plan)
		}
		s.Show(domain.Place{Kind: domain.KindIndicator}) // of no section here
		s.turn("messages")
		s.Show(domain.Place{Kind: domain.KindMedia})
		if !p.Sees("plan") || plan.shown.Kind != domain.KindMedia || claims.left != 1 {
			t.Errorf("back: %q, %+v", guitest.Texts(s.Content()), plan)
		}
		s.Close()
		if plan.open || claims.open {
			t.Error("a section stays open")
		}
	})
}
