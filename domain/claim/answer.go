package claim

import (
	"slices"
	"strings"
	"unicode"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/text"
	"athar/domain/text/prose"
)

// The rules on a message whose purpose is to answer. What is repeated is remembered, so
// the fact stands first and last, and the rumour once, after a warning (Lewandowsky, Cook
// and others, "The Debunking Handbook 2020").
const (
	RuleAnswerUnlinked = "claim_answer_unlinked" // no claim says what the rumour is
	RuleAnswerOrder    = "claim_answer_order"    // Args: steps ([]string of Steps), and id of the claim if there is one
)

// The steps that an answer can lack. The strings stand in the catalogs.
const (
	stepFact    = "fact"    // nothing true stands before the rumour
	stepWarning = "warning" // nobody is warned before it
	stepOnce    = "once"    // it is said more than once
	stepAgain   = "again"   // nothing stands after it
)

// Steps lists what an answer can lack, in the order of the text.
func Steps() []string { return []string{stepFact, stepWarning, stepOnce, stepAgain} }

// Myth is a rumour that a message answers.
type Myth struct {
	Claim domain.ID // that says so, NoID where none does
	Text  domain.Text
}

// Myths returns what a message answers, none if that is not its purpose: the claims
// linked to it that were found false, and the rumour of the core message where that was
// built as an answer.
func Myths(c domain.Campaign, m domain.Message) []Myth {
	if m.Purpose != answering {
		return nil
	}
	var out []Myth
	for _, k := range c.ClaimsOf(m.ID) {
		if k.Verdict == domain.VerdictFalse && !k.Text.Empty() {
			out = append(out, Myth{k.ID, k.Text})
		}
	}
	if core := c.Core(); core.Framework == rumourFramework {
		if myth := core.Field("myth"); !myth.Empty() {
			out = append(out, Myth{domain.NoID, myth})
		}
	}
	return out
}

// rumourFramework is the framework of the core message that is an answer to a rumour.
const rumourFramework = "fact-myth-fact"

// Unlinked returns that a message answers something of which nobody has noted what it is.
func Unlinked(m domain.Message, myths []Myth) []check.Finding {
	if m.Purpose != answering || len(myths) > 0 || m.Core.Empty() || m.Status == domain.MessageIdea {
		return nil
	}
	return []check.Finding{{Rule: RuleAnswerUnlinked, Level: check.Suggestion, Kind: check.Claim}}
}

// Order returns where a text leaves the order fact, warning, rumour once, fact. The
// rumour is looked for by its words, in whatever sentence; where it is not found nothing
// is said, for a text may well do without it. What is true cannot be told from the words:
// any sentence that does not warn counts as the fact.
func Order(written, lang string, myths []Myth) []check.Finding {
	var sentences []sentence
	var out []check.Finding
	for _, myth := range myths {
		words := stems(myth.Text.Of(lang))
		if len(words) == 0 {
			continue
		}
		if sentences == nil {
			sentences = sentencesOf(written, lang)
		}
		if f, lacking := order(sentences, words, lang); lacking {
			if myth.Claim != domain.NoID {
				f.Args["id"] = myth.Claim
			}
			out = append(out, f)
		}
	}
	return out
}

// sentence is a sentence as far as it matters here.
type sentence struct {
	prose.Sentence
	text  string
	stems map[string]bool
	warns bool
}

func sentencesOf(written, lang string) []sentence {
	var out []sentence
	for _, s := range prose.Sentences(written, lang) {
		own := sentence{Sentence: s, text: s.In(written), stems: map[string]bool{}}
		for _, stem := range stems(own.text) {
			own.stems[stem] = true
		}
		own.warns = warns(own.text)
		out = append(out, own)
	}
	return out
}

// order judges a text by one rumour.
func order(sentences []sentence, myth []string, lang string) (f check.Finding, lacking bool) {
	at := saying(sentences, myth)
	if len(at) == 0 {
		return f, false
	}
	first, last := at[0], at[len(at)-1]
	isFact := func(s sentence) bool { return !s.warns }
	var steps []string
	if !slices.ContainsFunc(sentences[:first], isFact) {
		steps = append(steps, stepFact)
	}
	base, _, _ := strings.Cut(lang, "-")
	warned := sentences[first].warns || first > 0 && sentences[first-1].warns
	if (base == "ar" || base == "en") && !warned { // how other languages warn is not known
		steps = append(steps, stepWarning)
	}
	if len(at) > 1 {
		steps = append(steps, stepOnce)
	}
	if last == len(sentences)-1 {
		steps = append(steps, stepAgain)
	}
	if len(steps) == 0 {
		return f, false
	}
	shown := sentences[first]
	if steps[0] == stepOnce || steps[0] == stepAgain {
		shown = sentences[last] // the first one stands where it should
	}
	return check.Finding{
		Rule: RuleAnswerOrder, Level: check.Suggestion, Kind: check.Claim,
		Start: shown.From, End: shown.To, Passage: shown.text, Args: map[string]any{"steps": steps},
	}, true
}

// A sentence says a rumour if it has most of its words or most of what they tell, 1 being
// all of it; and so does each that has nearly the same of it.
const (
	most = 0.6
	same = 0.75
)

// saying returns the sentences that say the rumour. A word tells the less the more
// sentences have it: what the text is about is in the facts too, but what makes the
// rumour one is not.
func saying(sentences []sentence, myth []string) []int {
	weight, whole := make([]float64, len(myth)), 0.0
	for i, word := range myth {
		n := 0
		for _, s := range sentences {
			if s.stems[word] {
				n++
			}
		}
		weight[i] = 1 / float64(max(n, 1))
		whole += weight[i]
	}
	best, told, words := -1, 0.0, 0
	for i, s := range sentences {
		has, n := 0.0, 0
		for j, word := range myth {
			if s.stems[word] {
				has, n = has+weight[j], n+1
			}
		}
		if has > told {
			best, told, words = i, has, n
		}
	}
	if words < min(2, len(myth)) || told < most*whole && float64(words) < most*float64(len(myth)) {
		return nil
	}
	var at []int
	for i, s := range sentences {
		has := 0.0
		for j, word := range myth {
			if s.stems[word] && sentences[best].stems[word] {
				has += weight[j]
			}
		}
		if has >= same*told {
			at = append(at, i)
		}
	}
	return at
}

// stems returns the words of a text that carry something, each once, without what is
// attached to them.
func stems(s string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if carriesNothing[word] {
			continue
		}
		if stem := stemOf(word); len([]rune(stem)) > 1 && !slices.Contains(out, stem) {
			out = append(out, stem)
		}
	}
	return out
}

// stemOf takes off what is most often attached to a word. Both texts that are compared
// are treated alike, so it need not be right, only the same.
func stemOf(word string) string {
	least := 3 // runes that are left
	cut := func(s string, ok bool, rest string) string {
		if ok && len([]rune(rest)) >= least {
			return rest
		}
		return s
	}
	for _, before := range attachedBefore {
		if rest, ok := strings.CutPrefix(word, before); ok {
			word = cut(word, ok, rest)
			break
		}
	}
	for _, after := range attachedAfter {
		if rest, ok := strings.CutSuffix(word, after); ok {
			word = cut(word, ok, rest)
			break
		}
	}
	return word
}

// warns reports whether a sentence says that something is not so.
func warns(s string) bool {
	folded := " " + strings.Join(strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	return slices.ContainsFunc(warnings, func(w string) bool { return strings.Contains(folded, w) })
}

// The words of this check; all of them are constant.
var (
	attachedBefore = foldedAll("وال بال فال كال لل ال و ف ب ل")
	attachedAfter  = foldedAll("ات ين ون ها هم ة ه ing ed es s")

	carriesNothing = set(`the a an and or but of to in on at by for from with as is are was were be been do does did has have had will would can could
		that this these those it its they them their there he she his her we you your our who which what not no
		إن أن إنها أنها إنه أنه هو هي هم على في من إلى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت قد لا ما لم لن ثم أو كل`)

	// warnings begin a word, or are one, with what may be attached in front.
	warnings = func() []string {
		var out []string
		for _, w := range strings.Fields(`false wrong untrue incorrect misleading fake hoax rumour rumor rumours rumors myth lie lies not_true no_truth beware
			خطأ خاطئ خاطئة الخاطئة الخطأ كاذب كاذبة الكاذبة كذب مضلل مضللة المضللة إشاعة شائعة الإشاعة الشائعة إشاعات شائعات زائف زائفة مفبرك مفبركة
			باطل باطلة غير_صحيح غير_صحيحة ليس_صحيحا ليست_صحيحة لا_صحة لا_أساس احذروا حذار`) {
			out = append(out, " "+text.Fold(strings.ReplaceAll(w, "_", " "))+" ")
		}
		return out
	}()
)

func foldedAll(words string) []string {
	out := strings.Fields(words)
	for i, w := range out {
		out[i] = text.Fold(w)
	}
	return out
}
