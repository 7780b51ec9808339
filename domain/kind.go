package domain

// Kind says which record a change is about. The letters are stored: never
// reuse one.
type Kind byte

// The kinds of records a campaign is made of. The store has other tables with
// letters of their own (persistence/keys.go): D F G J K O S T U W Y are taken.
const (
	KindHeader    Kind = 'C'
	KindSegment   Kind = 'A'
	KindMessage   Kind = 'M'
	KindAnswer    Kind = 'E'
	KindIndicator Kind = 'N'
	KindReading   Kind = 'R'
	KindDataSet   Kind = 'I'

	KindCore        Kind = 'H'
	KindMedia       Kind = 'P'
	KindAlternative Kind = 'B'
	KindPretest     Kind = 'Q'
	KindComment     Kind = 'X'
	KindClaim       Kind = 'L'
	KindEvidence    Kind = 'V'
)

// Kinds returns every kind, header first.
func Kinds() []Kind {
	return []Kind{
		KindHeader, KindCore, KindSegment, KindMessage, KindMedia, KindAlternative, KindPretest, KindComment,
		KindClaim, KindEvidence, KindAnswer, KindIndicator, KindReading, KindDataSet,
	}
}

// Word names the kind in keys and files; "other" for a kind that this Athar does
// not know.
func (k Kind) Word() string {
	switch k {
	case KindHeader:
		return "campaign"
	case KindSegment:
		return "segment"
	case KindMessage:
		return "message"
	case KindAnswer:
		return "answer"
	case KindIndicator:
		return "indicator"
	case KindReading:
		return "reading"
	case KindDataSet:
		return "data_set"
	case KindCore:
		return "core"
	case KindMedia:
		return "media"
	case KindAlternative:
		return "alternative"
	case KindPretest:
		return "pretest"
	case KindComment:
		return "comment"
	case KindClaim:
		return "claim"
	case KindEvidence:
		return "evidence"
	}
	return "other"
}
