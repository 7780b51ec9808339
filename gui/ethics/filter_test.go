package ethics

import (
	"slices"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

func TestFilterLeavesWhatIsLeftToDo(t *testing.T) {
	c := with(said(domain.FactFunded), "e01", domain.AnswerYes, "") // e05 (AI) does not apply
	items, _, _ := guitest.Checklist(t).State(c).In("A")
	for _, tt := range []struct {
		name  string
		f     filter
		shown []string
		want  []string
	}{
		{"all, what does not apply at the end", filterAll, nil, []string{"e01", "e02", "e03", "e04", "e06", "e05"}},
		{"open musts", filterMusts, nil, []string{"e02", "e03"}},
		{"open", filterOpen, nil, []string{"e02", "e03", "e04", "e06"}},
		{"one just settled stays", filterMusts, []string{"e01", "e02", "e03"}, []string{"e01", "e02", "e03"}},
		{"one that no longer applies stays", filterMusts, []string{"e05"}, []string{"e02", "e03", "e05"}},
	} {
		if got := ids(arrange(items, tt.f, tt.shown)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestNextOpenItemGoesRoundTheChecklist(t *testing.T) {
	c := said()
	for _, item := range guitest.Checklist(t).Items {
		if item.ID != "e04" && item.ID != "e07" && item.ID != "e40" {
			c = with(c, item.ID, domain.AnswerYes, "")
		}
	}
	s := guitest.Checklist(t).State(c)
	for _, tt := range []struct {
		f           filter
		after, want string
	}{
		{filterAll, "", "e04"},
		{filterAll, "e04", "e07"},
		{filterAll, "e07", "e40"},
		{filterAll, "e40", "e04"},
		{filterMusts, "", "e07"},
		{filterMusts, "e07", "e07"},
		{filterOpen, "e50", "e04"},
	} {
		if got, ok := nextOpen(s, tt.f, tt.after); !ok || got.Item.ID != tt.want {
			t.Errorf("%s after %q: %q, want %q", tt.f, tt.after, got.Item.ID, tt.want)
		}
	}
	c = with(with(with(c, "e04", domain.AnswerYes, ""), "e07", domain.AnswerYes, ""), "e40", domain.AnswerYes, "")
	if got, ok := nextOpen(guitest.Checklist(t).State(c), filterAll, "e01"); ok {
		t.Errorf("nothing is open, but %s came", got.Item.ID)
	}
}
