package domain

import (
	"athar/domain/journal"
	"athar/domain/text"
)

// FieldsOf returns what a record holds, by path, as the journal keeps and
// merges it. What is empty is left out: "", 0, no, the zero time, an empty set.
// An answered fact, the figure of a reading and the sum of a column are values
// even when they are no or 0. A nil record holds nothing.
//
// FieldsOf(RecordOf(FieldsOf(r))) equals FieldsOf(r): the record in between is
// the canonical form of r, in which texts are in the form they are stored in,
// sets are sorted, times are in UTC, and what is absent is nil.
//
// The paths are stored for ever and listed in docs/format-store.md, "Fields".
// Never rename one, and never use one again for something else.
func FieldsOf(r Record) journal.Fields {
	f := journal.Fields{}
	switch r := r.(type) {
	case Header:
		write(f, headerParts(&r))
		writeFacts(f, r.Facts)
	case Segment:
		write(f, segmentParts(&r))
	case Message:
		write(f, messageParts(&r))
		writeBases(f, r.Bases)
		writeVariants(f, r.Variants)
	case Core:
		write(f, coreParts(&r))
		writeCoreFields(f, r.Fields)
	case Media:
		write(f, mediaParts(&r))
	case Alternative:
		write(f, alternativeParts(&r))
	case Pretest:
		write(f, pretestParts(&r))
	case Comment:
		write(f, commentParts(&r))
	case Claim:
		write(f, claimParts(&r))
	case Evidence:
		write(f, evidenceParts(&r))
	case Answer:
		write(f, answerParts(&r))
	case Indicator:
		write(f, indicatorParts(&r))
	case Reading:
		write(f, readingParts(&r))
	case DataSet:
		write(f, dataSetParts(&r))
		writeColumns(f, r.Columns)
	}
	return f
}

// RecordOf returns the record that holds the fields, in canonical form. Paths
// that are not known, from a newer Athar, and values of another type than
// expected are passed over; only an unknown kind is an error.
func RecordOf(kind Kind, id ID, f journal.Fields) (Record, error) {
	switch kind {
	case KindHeader:
		return readRecord(Header{ID: id, Facts: readFacts(f)}, headerParts, f), nil
	case KindCore:
		return readRecord(Core{ID: id, Fields: readCoreFields(f)}, coreParts, f), nil
	case KindSegment:
		return readRecord(Segment{ID: id}, segmentParts, f), nil
	case KindMessage:
		return readRecord(Message{ID: id, Variants: readVariants(f), Bases: readBases(f)}, messageParts, f), nil
	case KindMedia:
		return readRecord(Media{ID: id}, mediaParts, f), nil
	case KindAlternative:
		return readRecord(Alternative{ID: id}, alternativeParts, f), nil
	case KindPretest:
		return readRecord(Pretest{ID: id}, pretestParts, f), nil
	case KindComment:
		return readRecord(Comment{ID: id}, commentParts, f), nil
	case KindClaim:
		return readRecord(Claim{ID: id}, claimParts, f), nil
	case KindEvidence:
		return readRecord(Evidence{ID: id}, evidenceParts, f), nil
	case KindAnswer:
		return readRecord(Answer{ID: id}, answerParts, f), nil
	case KindIndicator:
		return readRecord(Indicator{ID: id}, indicatorParts, f), nil
	case KindReading:
		return readRecord(Reading{ID: id}, readingParts, f), nil
	case KindDataSet:
		return readRecord(DataSet{ID: id, Columns: readColumns(f)}, dataSetParts, f), nil
	}
	return nil, Problem(ErrUnknownValue, "kind")
}

func readRecord[R Record](r R, parts func(*R) []part, f journal.Fields) Record {
	read(f, parts(&r))
	return r
}

// RefOf returns the name by which the journal knows a record.
func RefOf(kind Kind, id ID) journal.Ref { return journal.Ref{Kind: journal.Kind(kind), ID: id} }

// JournalOf returns all records of a campaign as the journal keeps them.
// Records without an ID are left out, as in Diff.
func JournalOf(c Campaign) journal.Records {
	out := journal.Records{}
	for _, r := range c.Records() {
		if r.RecordID() != NoID {
			out[RefOf(r.Kind(), r.RecordID())] = FieldsOf(r)
		}
	}
	return out
}

func write(f journal.Fields, parts []part) {
	for _, p := range parts {
		if p.text != nil {
			writeText(f, p.path, *p.text)
			continue
		}
		put(f, p.path, p.get())
	}
}

func read(f journal.Fields, parts []part) {
	for _, p := range parts {
		if p.text != nil {
			*p.text = readText(f, p.path)
			continue
		}
		p.set(f[p.path])
	}
}

// maxFieldName is the length in bytes up to which the journal takes a path or
// an element of a set. Only damaged or forged data can hold longer names.
const maxFieldName = 1 << 10

// put adds a value unless there is none, or the journal would not take its path.
func put(f journal.Fields, path string, v journal.Value) {
	if !v.Empty() && isPath(path) {
		f[path] = v
	}
}

// isPath reports whether a path with a name in it is one that Athar writes.
// Reading must refuse the others: written again, two could become one.
func isPath(path string) bool {
	return len(path) <= maxFieldName && text.Canonical(path) == path
}
