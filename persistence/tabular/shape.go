package tabular

import (
	"slices"
	"strings"
	"time"
)

// shape is a kind of export that is known.
type shape struct {
	name string
	// need lists headers, folded, that the export always has; "@likes" stands
	// for a column of that metric and "@time" for one of dates, in any
	// language.
	need []string
	// without lists headers that show it is another export.
	without []string
	// daily: a row is a day of an account. It has no id: two exports of the same
	// days may be of two accounts, so nobody but a person can tell repeats.
	daily bool
	// utc: moments without a zone are in UTC, whatever the account's zone is.
	utc bool
	// parts of sum columns, by folded header; the platform adds them up itself.
	sum   string
	parts []string
}

// generic is the shape of files no platform is known for.
const generic = "generic"

// chartShape is the only export whose title says what its column is.
const chartShape = "meta_chart"

// shapes returns the known exports, the more particular first.
func shapes() []shape {
	return []shape{
		{name: "x_tweet_activity", need: []string{"tweet id", "time", "impressions", "engagements"}, utc: true},
		{name: "x_content", need: []string{"post id", "date", "impressions", "engagements", "bookmarks"}, utc: true},
		{name: "x_overview", need: []string{"date", "impressions", "engagements", "bookmarks"}, without: []string{"post id"}, daily: true, utc: true},
		{name: "x_daily", need: []string{"date", "tweets published", "impressions"}, daily: true, utc: true},
		{
			name: "meta_facebook_posts", need: []string{"post id", "page id", "publish time"},
			sum: "reactions, comments and shares", parts: []string{"reactions", "comments", "shares"},
		},
		{name: "meta_instagram_posts", need: []string{"post id", "account username", "publish time"}},
		{
			name: "uci_facebook", need: []string{"page total likes", "lifetime post total reach", "total interactions"},
			sum: "total interactions", parts: []string{"comment", "like", "share"},
		},
		{name: "facebook_page_insights", need: []string{"post id", "lifetime post total reach"}},
		{
			name: "facebook_live", need: []string{"status_id", "status_type", "num_reactions"},
			sum: "num_reactions", parts: []string{"num_likes", "num_loves", "num_wows", "num_hahas", "num_sads", "num_angrys"},
		},
		{name: "tweet_list", need: []string{"created_at", "text", "retweets", "favorites"}, utc: true},
		{name: "youtube_table", need: []string{"content", "@views", "@watch_time"}},
		{name: "youtube_table", need: []string{"@time", "@views", "@watch_time"}, without: []string{"content"}, daily: true},
		{name: "tiktok_overview", need: []string{"date", "video views", "profile views"}, daily: true},
		{name: "tiktok_followers", need: []string{"date", "followers", "difference in followers from previous day"}, daily: true},
		{name: "tiktok_content", need: []string{"video title", "video link", "post time"}},
		{name: "tiktok_viewers", need: []string{"date", "total viewers", "new viewers"}, daily: true},
		{name: "linkedin_posts", need: []string{"post title", "post link", "created date"}, utc: true},
		{name: "linkedin_metrics", need: []string{"date", "impressions (organic)"}, daily: true, utc: true},
		{name: "crowdtangle", need: []string{"facebook id", "likes at posting"}},
		{name: chartShape, need: []string{"date", "primary"}, daily: true},
		{name: "meta_page_days", need: []string{"@time", "@followers", "@reach"}, without: []string{"post id"}, daily: true},
	}
}

// findShape returns the export that the headers are of.
func findShape(names []string, meanings []meaning) shape {
	have := make(map[string]bool, 2*len(names))
	for i, name := range names {
		have[fold(name)] = true
		switch meanings[i].role {
		case roleFigure:
			have["@"+meanings[i].key] = true
		case roleTime:
			have["@time"] = true
		}
	}
	for _, s := range shapes() {
		if !slices.ContainsFunc(s.need, func(n string) bool { return !have[n] }) &&
			!slices.ContainsFunc(s.without, func(n string) bool { return have[n] }) {
			return s
		}
	}
	return shape{name: generic}
}

// cellZone returns the zone of moments that carry none.
func (s shape) cellZone(o Options) *time.Location {
	if s.utc {
		return time.UTC
	}
	return o.zone()
}

// dayFirst returns how the export writes 03/04/2026: American platforms put the
// month first; a file with semicolons was written where the day comes first.
func (s shape) dayFirst(separator rune) bool {
	american := s.name != generic && !strings.HasPrefix(s.name, "meta_page")
	return separator == ';' && !american
}
