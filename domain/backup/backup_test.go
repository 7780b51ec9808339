package backup

import (
	"testing"
	"time"

	"athar/domain"
)

func summary(name string, updated int64) domain.Summary {
	return domain.Summary{ID: domain.DerivedID(domain.NoID, name), Title: name, Updated: time.Unix(updated, 0)}
}

func TestCompareNamesWhatARestoreWouldChange(t *testing.T) {
	now := []domain.Summary{summary("same", 1), summary("edited", 5), summary("new", 6)}
	then := []domain.Summary{summary("same", 1), summary("edited", 2), summary("deleted", 3)}
	then[0].Updated = then[0].Updated.UTC()
	d := Compare(now, then)
	if d.Same != 1 || len(d.Added) != 1 || d.Added[0].Title != "deleted" ||
		len(d.Changed) != 1 || !d.Changed[0].Updated.Equal(time.Unix(2, 0)) ||
		len(d.Missing) != 1 || d.Missing[0].Title != "new" || d.None() {
		t.Errorf("%+v", d)
	}
	if same := Compare(now, now); !same.None() || same.Same != 3 {
		t.Errorf("the same differs: %+v", same)
	}
}
