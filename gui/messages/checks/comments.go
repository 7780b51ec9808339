package checks

import (
	"strings"

	"athar/domain"
	"athar/domain/proofing"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// comments returns what open comments on a text are about, quieter than findings: they
// are dealt with where the message is reviewed.
func (k *Checks) comments(t proofing.Text, words string) []kit.Highlight {
	if t.Item != "" {
		return nil
	}
	var all []kit.Highlight
	env, path := k.deps.Env, pathOf(t)
	for _, c := range k.campaign.CommentsOf(k.message.ID) {
		if c.Field != path || c.Anchor.Empty() || !c.Open() {
			continue
		}
		start, end, found := c.Anchor.Find(words)
		if !found {
			continue
		}
		all = append(all, kit.Highlight{
			Start: start, End: end, Tone: kit.ToneNeutral, Note: k.commentNote(c),
			Items: []kit.MenuItem{{Label: env.T("checks.see_comment"), Action: func() {
				k.deps.GoTo(domain.Place{Kind: domain.KindMessage, ID: c.Message, Field: "comment", Item: c.ID.String()})
			}}},
		})
	}
	return all
}

func (k *Checks) commentNote(c domain.Comment) string {
	env, who := k.deps.Env, i18n.Isolate(c.Author)
	if strings.TrimSpace(c.Author) == "" {
		who = env.T("review.somebody")
	}
	return env.T("review.note", "who", who, "body", i18n.Isolate(c.Body))
}

// pathOf returns how a comment names a text: "core/ar", "variant/x/title/en".
func pathOf(t proofing.Text) string { return strings.ReplaceAll(t.Field, ".", "/") + "/" + t.Lang }
