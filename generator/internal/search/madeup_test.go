package search

import (
	"time"

	"copydesk/generator/internal/news"
)

func date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// madeUpDocs are briefings of places that do not exist.
func madeUpDocs() []Doc {
	return []Doc{
		{
			Path: "/2021/03/harbor-board-backs-a-deeper-channel/", Title: "Harbor Board Backs a Deeper Channel", Date: date("2021-03-04"),
			Description: "The board of Lindmark’s port voted to let the channel be dredged to 14 meters.",
			Body:        "LINDMARK — The board of Lindmark’s port voted to let the channel be dredged to 14 meters. Fishermen object.",
			Tags:        []string{"Port of Lindmark"},
		},
		{
			Path: "/2022/07/ferry-crews-in-alesund-call-off-a-strike/", Title: "Ferry Crews in Alesund Call Off a Strike", Date: date("2022-07-19"),
			Description: "Ferry crews returned to work after a night of talks.",
			Body:        "ÅLESUND — Ferry crews returned to work after a night of talks. Ålesund's mayor, O'Dowd, thanked them.",
			Tags:        []string{"Ålesund"},
		},
		{
			Path: "/2022/11/polar-agency-lists-its-first-claims/", Title: "Polar Agency Lists Its First Claims", Date: date("2022-11-02"),
			Description: "Nine mineral claims were entered in the register <b>in one day</b>.",
			Body:        "Nine mineral claims were entered in the register in one day, the P.A.M. said.",
			Tags:        []string{"Polar Agency for Minerals"},
		},
	}
}

func madeUpTopics() []Topic {
	return []Topic{
		{Path: "/topics/port-of-lindmark/", Name: "Port of Lindmark", Aliases: []string{"Lindmark Harbour"}, Kind: news.Place, Articles: 1},
		{Path: "/topics/alesund/", Name: "Ålesund", Kind: news.Place, Articles: 4},
		{Path: "/topics/polar-agency-for-minerals/", Name: "Polar Agency for Minerals", Aliases: []string{"PAM"}, Kind: news.Organization, Articles: 2},
	}
}
