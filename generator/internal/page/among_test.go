package page

import (
	"testing"
	"time"

	"copydesk/generator/internal/topic"
)

// TestRank: what is new leads what is always written about; without either, the most written about of late does.
func TestRank(t *testing.T) {
	today := time.Date(2024, 5, 31, 0, 0, 0, 0, time.UTC)
	named := func(slug string, days ...int) *topic.Topic {
		t := &topic.Topic{Slug: slug}
		for _, ago := range days { // newest first
			t.Appearances = append(t.Appearances, topic.Appearance{Article: &topic.Article{Dated: today.AddDate(0, 0, -ago)}, About: true})
		}
		return t
	}
	list := []*topic.Topic{
		named("often", 1, 2, 3, 4, 20, 30, 40, 50, 60, 70, 80),
		named("fresh", 1, 1, 2, 12),
		named("late", 20, 21, 22, 23, 24),
		named("two", 1, 2),
		named("old", 400, 401, 402),
	}
	m := among(&topic.Corpus{Today: today, Topics: list}, Options{})
	for i, slug := range []string{"fresh", "often", "late", "two", "old"} {
		for _, x := range list {
			if x.Slug == slug && m.busy[x] != i+1 {
				t.Errorf("%s is number %d, want %d", slug, m.busy[x], i+1)
			}
		}
	}
}
