package tabular

// want says what an import has to report.
type want struct {
	shape, encoding, separator string
	header                     int
	read, kept                 int
	skipped                    []Skip
	sums                       map[string]float64
	missing                    map[string]int // columns not named have none
	from, to                   string         // RFC 3339, "" for none
	ids                        []string       // nil when the export has none
	warnings                   map[Caution]int
}

// exports are the expected values of every export shape, worked out by hand
// from the files.
func exports() map[string]want {
	promoted := map[string]int{}
	for _, name := range []string{
		"impressions", "engagements", "engagement rate", "retweets", "replies", "likes",
		"user profile clicks", "url clicks", "hashtag clicks", "detail expands", "permalink clicks",
		"app opens", "app installs", "follows", "email tweet", "dial phone", "media views", "media engagements",
	} {
		promoted["promoted "+name] = 3
	}
	return map[string]want{
		"x_tweet_activity_metrics_legacy.csv": {
			shape: "x_tweet_activity", separator: ",", header: 1, read: 3, kept: 3,
			sums: map[string]float64{
				"impressions": 1777 + 4715, "engagements": 5 + 46,
				"engagement rate": 0.0028137310073157004 + 0.00975609756097561,
				"retweets":        7, "replies": 0, "likes": 2 + 5, "url clicks": 1 + 23, "media engagements": 0,
			},
			missing: promoted,
			from:    "2021-03-22T09:05:00Z", to: "2021-11-30T16:00:00Z",
			ids: []string{"1465712230054432768", "1465712230054432769", "1465712230054432770"},
		},
		"x_account_analytics_content_current.csv": {
			shape: "x_content", separator: ",", header: 1, read: 2, kept: 2,
			sums: map[string]float64{
				"Impressions": 17997, "Likes": 370, "Engagements": 700, "Bookmarks": 4, "Shares": 2, "New follows": 4,
				"Replies": 50, "Reposts": 88, "Profile visits": 12, "Detail Expands": 20, "URL Clicks": 66,
			},
			from: "2026-07-12T00:00:00Z", to: "2026-07-14T00:00:00Z",
			ids: []string{"2074000000000000001", "2074000000000000002"},
		},
		"x_account_overview_current.csv": {
			shape: "x_overview", separator: ",", header: 1, read: 1, kept: 1,
			sums: map[string]float64{"Impressions": 12297, "Likes": 120, "Create Post": 1, "Media views": 0},
			from: "2026-07-14T00:00:00Z", to: "2026-07-14T00:00:00Z",
		},
		"meta_facebook_posts.csv": {
			shape: "meta_facebook_posts", separator: ",", header: 1, read: 2, kept: 2,
			sums: map[string]float64{
				"Duration (sec)": 27, "Views": 13200, "Reach": 9740, "Reactions, Comments and Shares": 800,
				"Reactions": 650, "Comments": 59, "Shares": 90, "Total clicks": 302, "Other Clicks": 250,
				"Matched Audience Targeting Consumption (Photo Click)": 52, "Seconds viewed": 5120,
				"Average Seconds viewed": 6.4, "Negative feedback from users": 0,
			},
			missing: map[string]int{
				"Total clicks": 1, "Other Clicks": 1, "Matched Audience Targeting Consumption (Photo Click)": 1,
				"Seconds viewed": 1, "Average Seconds viewed": 1, "Negative feedback from users": 1,
			},
			from: "2025-11-10T21:00:00Z", to: "2026-03-22T06:08:00Z",
			ids: []string{"122158000000000001", ""},
			// 610 + 57 + 88 is 755, and the sum column says 756.
			warnings: map[Caution]int{CautionDamagedIDs: 1, CautionSumUnlikeParts: 1},
		},
		"meta_instagram_posts.csv": {
			shape: "meta_instagram_posts", separator: ",", header: 1, read: 2, kept: 2,
			sums: map[string]float64{
				"Duration (sec)": 44, "Views": 12560, "Reach": 9145, "Likes": 615, "Shares": 91, "Follows": 42,
				"Comments": 59, "Saves": 234,
			},
			from: "2026-03-27T06:08:00Z", to: "2026-10-03T08:31:00Z", // the first row proves that the month stands first
			ids: []string{"18010000000000001", "18010000000000002"},
		},
		"meta_insights_one_metric_utf16le.csv": {
			shape: "meta_chart", encoding: "utf-16le", separator: ",", header: 3, read: 3, kept: 3,
			sums: map[string]float64{"Primary": 8226 + 905 + 27},
			from: "2026-08-22T00:00:00Z", to: "2026-08-24T00:00:00Z",
			warnings: map[Caution]int{CautionPreamble: 1},
		},
		"meta_semicolon_european.csv": {
			shape: "meta_page_days", separator: ";", header: 1, read: 2, kept: 2,
			sums: map[string]float64{"Seiten-Follower": 1500 + 1512, "Reichweite": 12000 + 9850},
			from: "2026-10-01T00:00:00Z", to: "2026-10-02T00:00:00Z",
		},
		"youtube_table_data_by_video.csv": {
			shape: "youtube_table", separator: ",", header: 1, read: 3, kept: 2, skipped: []Skip{{Row: 1, Reason: ReasonTotal}},
			sums: map[string]float64{
				"Duration": 2557, "Views": 620, "Watch time (hours)": 230.5, "Subscribers": 12, "Impressions": 9000,
				"Impressions click-through rate (%)": 5.4,
			},
			missing: map[string]int{"Impressions click-through rate (%)": 1},
			from:    "2025-10-13T00:00:00Z", to: "2026-01-06T00:00:00Z",
			ids:      []string{"-bcDEF12345", "abcDEF12346"},
			warnings: map[Caution]int{CautionTotalLeftOut: 1},
		},
		"youtube_table_data_by_date.csv": {
			shape: "youtube_table", separator: ",", header: 1, read: 3, kept: 2, skipped: []Skip{{Row: 1, Reason: ReasonTotal}},
			sums: map[string]float64{"Views": 620, "Watch time (hours)": 230.5, "Average view duration": 721 + 659},
			from: "2026-10-01T00:00:00Z", to: "2026-10-02T00:00:00Z",
			warnings: map[Caution]int{CautionTotalLeftOut: 1},
		},
		"youtube_totals_new_names.csv": { // nothing but a total: it is kept
			shape: "youtube_table", separator: ",", header: 1, read: 1, kept: 1,
			sums: map[string]float64{
				"Views": 2, "Watch time (hours)": 0.0133, "Subscribers": 0, "Thumbnail impressions": 4,
				"Thumbnail click-through rate (%)": 25,
			},
			ids:      []string{""},
			warnings: map[Caution]int{CautionOnlyTotal: 1},
		},
		"tiktok_overview.csv": {
			shape: "tiktok_overview", separator: ",", header: 1, read: 2, kept: 2,
			sums: map[string]float64{"Video Views": 3551, "Profile Views": 129, "Likes": 88, "Comments": 3, "Shares": 17},
			from: "2025-12-31T00:00:00Z", to: "2026-01-01T00:00:00Z",
			warnings: map[Caution]int{CautionYearAssumed: 2},
		},
		"tiktok_follower_history.csv": {
			shape: "tiktok_followers", separator: ",", header: 1, read: 3, kept: 3,
			sums:    map[string]float64{"Followers": 20845, "Difference in followers from previous day": 29},
			missing: map[string]int{"Followers": 1},
			from:    "2025-12-30T00:00:00Z", to: "2026-01-01T00:00:00Z",
			warnings: map[Caution]int{CautionYearAssumed: 3},
		},
		"tiktok_content.csv": {
			shape: "tiktok_content", separator: ",", header: 1, read: 1, kept: 1,
			sums: map[string]float64{
				"Total likes": 300, "Total comments": 22, "Total shares": 15, "Total views": 5000, "Total play time": 0,
				"Average watch time": 12.5, "Watched full video": 0.31, "Add to favorites": 40,
			},
			missing: map[string]int{"Total play time": 1},
			from:    "2026-10-03T09:10:00Z", to: "2026-10-03T09:10:00Z",
			ids: []string{"7400000000000000001"},
		},
		"linkedin_all_posts_as_csv.csv": {
			shape: "linkedin_posts", separator: ",", header: 2, read: 1, kept: 1,
			sums: map[string]float64{
				"Impressions": 1234, "Views": 0, "Clicks": 45, "Click through rate (CTR)": 0.03646677471636953, "Likes": 30,
				"Comments": 2, "Reposts": 4, "Follows": 0, "Engagement rate": 0.06564019448946515,
			},
			missing: map[string]int{"Views": 1, "Follows": 1},
			from:    "2026-03-15T00:00:00Z", to: "2026-03-15T00:00:00Z",
			ids:      []string{"7000000000000000001"},
			warnings: map[Caution]int{CautionPreamble: 1},
		},
		"crowdtangle_facebook.csv": {
			shape: "crowdtangle", separator: ",", header: 1, read: 1, kept: 1,
			sums: map[string]float64{
				"Likes at Posting": 460935, "Likes": 1264, "Comments": 8, "Shares": 25, "Love": 49, "Wow": 3, "Haha": 1,
				"Sad": 12, "Angry": 2, "Care": 48, "Total Interactions": 1412, "Video Length": 0,
			},
			missing: map[string]int{"Video Length": 1},
			from:    "2020-04-16T13:48:29Z", to: "2020-04-16T13:48:29Z", // EDT is four hours behind
		},
	}
}
