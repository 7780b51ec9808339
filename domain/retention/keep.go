package retention

import "time"

// Keep is how long campaigns stay in the trash. The strings are stored.
type Keep string

// The choices. Quarter is what counts until somebody chooses: long enough to
// miss a campaign, short enough not to hold what people asked to be removed.
const (
	Month   Keep = "month"   // 30 days
	Quarter Keep = "quarter" // 90 days
	Year    Keep = "year"    // 365 days
	ForEver Keep = "ever"
)

const day = 24 * time.Hour

// Choices returns every choice, the shortest first.
func Choices() []Keep { return []Keep{Month, Quarter, Year, ForEver} }

// Days returns how many days k is; ends is false for ForEver. Anything that is
// no choice is Quarter.
func (k Keep) Days() (days int, ends bool) {
	switch k {
	case Month:
		return 30, true
	case Year:
		return 365, true
	case ForEver:
		return 0, false
	}
	return 90, true
}

// Or returns k, or Quarter when k is no choice.
func (k Keep) Or() Keep {
	for _, c := range Choices() {
		if k == c {
			return k
		}
	}
	return Quarter
}

func (k Keep) time() (d time.Duration, ends bool) {
	days, ends := k.Days()
	return time.Duration(days) * day, ends
}

// most is the time between two starts that counts at most: a third, so that no
// single reading of the clock can use up more than that.
func (k Keep) most() time.Duration {
	d, ends := k.time()
	if !ends {
		d, _ = Year.time()
	}
	return d / 3
}
