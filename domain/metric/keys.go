package metric

// The metric keys. A key says what a column counts, whatever the platform
// calls it; the strings are stored, so they never change their meaning. Names
// for people stand in the content pack metrics.json.
const (
	Reach            = "reach"
	Impressions      = "impressions"
	Views            = "views"
	VideoViews       = "video_views"
	MediaViews       = "media_views"
	Viewers          = "viewers"
	Engagements      = "engagements"
	Reactions        = "reactions"
	Likes            = "likes"
	Loves            = "loves"
	Wows             = "wows"
	Hahas            = "hahas"
	Sads             = "sads"
	Angrys           = "angrys"
	Cares            = "cares"
	Comments         = "comments"
	Shares           = "shares"
	Reposts          = "reposts"
	Replies          = "replies"
	Quotes           = "quotes"
	Saves            = "saves"
	Clicks           = "clicks"
	LinkClicks       = "link_clicks"
	OtherClicks      = "other_clicks"
	HashtagClicks    = "hashtag_clicks"
	PermalinkClicks  = "permalink_clicks"
	DetailExpands    = "detail_expands"
	ProfileVisits    = "profile_visits"
	Follows          = "follows"
	Unfollows        = "unfollows"
	FollowerChange   = "follower_change"
	Followers        = "followers"
	PageLikes        = "page_likes"
	EngagedUsers     = "engaged_users"
	NegativeFeedback = "negative_feedback"
	Posts            = "posts"
	WatchTime        = "watch_time"
	SecondsViewed    = "seconds_viewed"
	ViewDuration     = "view_duration"
	Length           = "length"
	EngagementRate   = "engagement_rate"
	ClickRate        = "click_rate"
	WatchedFull      = "watched_full"
	Revenue          = "revenue"
)

// Known returns every metric key, in the order in which people look for them.
func Known() []string {
	return []string{
		Reach, Impressions, Views, VideoViews, MediaViews, Viewers, Engagements, Reactions, Likes, Loves, Wows, Hahas, Sads, Angrys, Cares, Comments, Shares, Reposts, Replies, Quotes, Saves, Clicks, LinkClicks, OtherClicks, HashtagClicks, PermalinkClicks, DetailExpands, ProfileVisits, Follows, Unfollows, FollowerChange, Followers, PageLikes, EngagedUsers, NegativeFeedback, Posts, WatchTime, SecondsViewed, ViewDuration, Length, EngagementRate, ClickRate, WatchedFull, Revenue,
	}
}

// Kind says what may be done with the figures of a metric.
type Kind string

// The kinds.
const (
	KindCount    Kind = "count"    // things that happened: they add up
	KindAmount   Kind = "amount"   // hours, money: they add up
	KindChange   Kind = "change"   // a gain or a loss: they add up, and may be negative
	KindStock    Kind = "stock"    // a level, such as followers: the newest counts
	KindRate     Kind = "rate"     // a share of something: has to be made anew from its base
	KindDuration Kind = "duration" // seconds of one thing: only a mean has a meaning
)

// KindOf returns the kind of a metric; an unknown key is a count.
func KindOf(key string) Kind {
	switch key {
	case Followers, PageLikes:
		return KindStock
	case EngagementRate, ClickRate, WatchedFull:
		return KindRate
	case ViewDuration, Length:
		return KindDuration
	case WatchTime, SecondsViewed, Revenue:
		return KindAmount
	case FollowerChange:
		return KindChange
	}
	return KindCount
}

// The keys of dimensions. Like metric keys they are stored.
const (
	DimType     = "type"
	DimWeekday  = "weekday"
	DimHour     = "hour"
	DimMonth    = "month"
	DimPaid     = "paid"
	DimCategory = "category"
	DimLanguage = "language"
	DimPlatform = "platform"
)
