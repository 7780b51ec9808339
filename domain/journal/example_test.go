package journal_test

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"athar/domain/journal"
)

// Two people change one message while they are offline, exchange their commits,
// and one of them settles what they disagree about.
func Example() {
	campaign := uuid.New()
	message := journal.Ref{Kind: 'M', ID: uuid.New()}

	newDevice := func(author string) (*journal.Device, *journal.State) {
		return &journal.Device{
			ID: uuid.New(), Author: author,
			Now:   time.Now,
			NewID: uuid.New,
			Salt:  func() journal.Salt { return journal.Salt(uuid.New()) }, // the program reads crypto/rand
		}, journal.NewState(campaign, nil)
	}
	set := func(d *journal.Device, s *journal.State, label string, fields journal.Fields) *journal.Commit {
		after := journal.Records{message: fields}
		c, err := d.Write(s, journal.Edit{Label: label, Changes: journal.Diff(s.Records(), after)})
		if err != nil {
			panic(err)
		}
		return c
	}

	sara, hers := newDevice("Sara")
	omar, his := newDevice("Omar")
	first := set(sara, hers, "add", journal.Fields{
		"title": journal.String("Invitation"),
		"core":  journal.Text("Come to the hall on Sunday."),
	})
	omar.Receive(his, first)

	c1 := set(sara, hers, "change", journal.Fields{
		"title": journal.String("You are invited"),
		"core":  journal.Text("Come to the old hall on Sunday."),
	})
	c2 := set(omar, his, "change", journal.Fields{
		"title": journal.String("Welcome"),
		"core":  journal.Text("Come to the hall on Monday."),
	})
	sara.Receive(hers, c2)
	omar.Receive(his, c1)

	fields, _ := hers.Record(message)
	fmt.Println(fields["core"].Text())
	for _, conflict := range hers.Conflicts() {
		fmt.Println(conflict.Field.Path, "in conflict between", len(conflict.Sides), "values")
		changes, err := hers.Resolve(message, conflict.Field, journal.String("You are welcome"))
		if err != nil {
			panic(err)
		}
		c, err := sara.Write(hers, journal.Edit{Label: "resolve", Changes: changes})
		if err != nil {
			panic(err)
		}
		omar.Receive(his, c)
	}
	fields, _ = his.Record(message)
	fmt.Println(fields["title"].Text(), len(his.Conflicts()), string(hers.Encode()) == string(his.Encode()))

	// Output:
	// Come to the old hall on Monday.
	// title in conflict between 2 values
	// You are welcome 0 true
}

func ExampleDifferences() {
	for _, span := range journal.Differences("on Sunday at noon", "on Monday at noon") {
		fmt.Print([]string{"", "-", "+"}[span.Kind], span.Text, "|")
	}
	// Output: on |-Sunday|+Monday| at noon|
}
