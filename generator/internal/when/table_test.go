package when

import "testing"

// TestValues checks sentences in copy of Tuesday, 18 July 2017, unless another day stands first. Each want is "surface = value".
func TestValues(t *testing.T) {
	tests := []struct{ published, text, want string }{
		// Weekdays by tense.
		{"", "The council met on Monday.", "on Monday = 2017-07-17"},
		{"", "The council will meet on Friday.", "on Friday = 2017-07-21"},
		{"", "The team hoped to send an envoy on Friday to discuss terms, she said on Monday.", "on Friday = 2017-07-21; on Monday = 2017-07-17"},
		{"", "Officials said on Monday that the vote would be held on Thursday.", "on Monday = 2017-07-17; on Thursday = 2017-07-20"},
		{"", "The report, due on Wednesday, is long.", "on Wednesday = 2017-07-19"},
		{"", "The trial is scheduled for Thursday.", "Thursday = 2017-07-20"},
		{"", "On Sunday, thousands marched.", "On Sunday = 2017-07-16"},
		{"", "On Sunday, thousands will march.", "On Sunday = 2017-07-23"},
		{"", "The shop opens Saturday.", "Saturday = 2017-07-22"},
		{"", "A court may rule as early as Friday.", "Friday = 2017-07-21"},
		{"", "The mayor spoke on Tuesday.", "on Tuesday = 2017-07-18"},
		{"", "The mayor was speaking on Thursday night.", "on Thursday night = 2017-07-13"},
		{"", "Friday's storm killed three.", "Friday = 2017-07-14"},
		{"", "The minister is meeting bankers on Thursday.", "on Thursday = 2017-07-20"},
		{"", "Workers have until Friday.", "until Friday = 2017-07-21"},
		{"", "He was told to appear in court on Friday.", "on Friday = 2017-07-14"},
		{"", "The fair begins on Saturday, organizers said.", "on Saturday = 2017-07-22"},
		{"", "“We will decide on Monday,” he said.", "on Monday = 2017-07-24"},
		{"", "She failed to arrive on Sunday.", "on Sunday = 2017-07-16"},
		{"", "The bill is expected to pass on Wednesday.", "on Wednesday = 2017-07-19"},
		{"", "Talks were set for Thursday in Geneva.", "Thursday = 2017-07-20"},
		{"", "The price has risen since Friday.", "since Friday = 2017-07-14"},
		// Relative weekdays.
		{"", "She resigned last Friday.", "last Friday = 2017-07-14"},
		{"", "She resigned last Tuesday.", "last Tuesday = 2017-07-11"},
		{"", "The vote comes next Monday.", "next Monday = 2017-07-24"},
		{"", "The vote comes next Thursday.", "next Thursday = 2017-07-27"},
		{"", "The vote is this Friday.", "this Friday = 2017-07-21"},
		{"", "They won this past Sunday.", "this past Sunday = 2017-07-16"},
		{"", "Repairs will undo the damage from Friday’s quake.", "Friday = 2017-07-14"},
		{"", "He will play on Saturday nights.", ""},
		{"2017-07-16", "Data this week are expected to show growth.", "this week = 2017-07-17"},
		// Names that are no dates.
		{"", "Black Friday sales rose.", ""},
		{"", "The Sunday Times said so.", ""},
		{"", "Theresa May spoke.", ""},
		{"", "Prices may fall.", ""},
		{"", "The March for Science drew crowds.", ""},
		// Month and day.
		{"", "The society proposed an Aug. 1 meeting.", "Aug. 1 = 2017-08-01"},
		{"", "The shop closed on Oct. 20.", "on Oct. 20 = 2016-10-20"},
		{"", "The shop will close on April 3.", "on April 3 = 2018-04-03"},
		{"", "He arrived on July 4.", "on July 4 = 2017-07-04"},
		{"2016-07-27", "The last briefing was held on Dec. 4.", "on Dec. 4 = 2015-12-04"},
		{"2017-01-05", "The rules changed on Dec. 30.", "on Dec. 30 = 2016-12-30"},
		{"2017-12-20", "The rules will change on Jan. 2.", "on Jan. 2 = 2018-01-02"},
		{"", "The poll was taken June 17-20.", "June 17-20 = 2017-06-17"},
		{"", "She died on Monday, July 17.", "on Monday, July 17 = 2017-07-17"},
		{"", "It was built on the 3rd of May, 1901.", "3rd of May, 1901 = 1901-05-03"},
		{"", "The attacks of Sept. 11, 2001, changed that.", "Sept. 11, 2001 = 2001-09-11"},
		{"", "He fought after the Sept. 11 attacks.", "Sept. 11 = 2001-09-11"},
		// Full dates.
		{"", "It opened on July 18, 2014.", "on July 18, 2014 = 2014-07-18"},
		{"", "It opened on 18 July 2014.", "on 18 July 2014 = 2014-07-18"},
		{"", "It opened on 18th July 2014.", "on 18th July 2014 = 2014-07-18"},
		{"", "It opened on 2014-07-18.", "on 2014-07-18 = 2014-07-18"},
		{"", "It opened on 18/7/2014.", "on 18/7/2014 = 2014-07-18"},
		{"", "It opened on 7/18/2014.", "on 7/18/2014 = 2014-07-18"},
		{"", "It opened on 3/4/2014.", ""},
		{"", "It opened on Friday, 18 July 2014.", "on Friday, 18 July 2014 = 2014-07-18"},
		{"none", "It opened on July 18, 2014, and closed on Monday.", "on July 18, 2014 = 2014-07-18"},
		{"none", "It opened in May 2016 and closed last year.", "in May 2016 = 2016-05"},
		// Months.
		{"", "He spoke in Berlin this month.", "this month = 2017-07"},
		{"", "They met at the end of June.", "at the end of June = 2017-06"},
		{"", "The offer came in a May 2016 speech.", "May 2016 = 2016-05"},
		{"", "It was tested in January 2016.", "in January 2016 = 2016-01"},
		{"", "Sales fell in October.", "in October = 2016-10"},
		{"", "Sales will fall in October.", "in October = 2017-10"},
		{"", "He won last May.", "last May = 2017-05"},
		{"", "He won last August.", "last August = 2016-08"},
		{"", "She will run next March.", "next March = 2018-03"},
		{"", "Prices have doubled since April.", "since April = 2017-04"},
		{"", "Voters chose a mayor in early May.", "in early May = 2017-05"},
		{"", "Arrests fell last month.", "last month = 2017-06"},
		{"2017-01-10", "Arrests fell last month.", "last month = 2016-12"},
		{"", "It begins early next month.", "early next month = 2017-08"},
		{"", "The line was cut in 2016 after a test in January of that year.", "in 2016 = 2016; in January of that year = 2016-01"},
		// Years.
		{"", "The last such talks were held in 2015.", "in 2015 = 2015"},
		{"", "It grew between 2014 and 2016.", "2014 = 2014; 2016 = 2016"},
		{"", "The 2008 campaign was long.", "2008 = 2008"},
		{"", "It will double by 2020.", "by 2020 = 2020"},
		{"", "About 2000 people came.", ""},
		{"", "They hired 2000 workers.", ""},
		{"", "The fee is $2000 a year.", ""},
		{"", "It ran Windows 2000 for years.", ""},
		{"", "He edited it from 1941-1942.", "from 1941-1942 = 1941"},
		{"", "The war of 1950-53 split the land.", "1950-53 = 1950"},
		{"", "He led in the campaign last year.", "last year = 2016"},
		{"", "It was sold earlier this year.", "earlier this year = 2017"},
		{"", "The auction comes early next year.", "early next year = 2018"},
		{"", "They parted in the 1950s.", "in the 1950s = 1950"},
		{"", "Music of the late 1960s filled the hall.", "the late 1960s = 1960"},
		{"", "He was a star in the ’90s.", "90s = 1990"},
		{"", "Many are in their 80s or older.", ""},
		{"", "The deficit for fiscal year 2025 is large.", "fiscal year 2025 = 2025"},
		{"", "They will finish by the end of the year.", "by the end of the year = 2017"},
		{"", "Sales fell in the second half of 2009.", "in the second half of 2009 = 2009"},
		{"", "The fair, which concludes Saturday, is free.", "Saturday = 2017-07-22"},
		{"", "It may open by year’s end.", "by year’s end = 2017"},
		{"", "He retired two years ago.", "two years ago = 2015"},
		{"", "He retired 10 years ago.", "10 years ago = 2007"},
		{"", "They will have it in two years.", "in two years = 2019"},
		{"", "It was the best result in two years.", ""},
		{"", "It could be the worst fire in 25 years.", ""},
		{"", "It will last for the next year or two.", ""},
		{"", "They tweeted #Vote2016 all day.", ""},
		{"", "Trade has grown over the past year.", ""},
		// Days, weeks, quarters, seasons.
		{"", "The ship sailed yesterday.", "yesterday = 2017-07-17"},
		{"", "It returns tomorrow morning.", "tomorrow morning = 2017-07-19"},
		{"", "Police searched the house today.", "today = 2017-07-18"},
		{"", "“The world today is small,” he said.", ""},
		{"", "Rain fell last night.", "last night = 2017-07-17"},
		{"", "The council votes next week.", "next week = 2017-07-24"},
		{"", "They met last week.", "last week = 2017-07-10"},
		{"", "The fire broke out three days ago.", "three days ago = 2017-07-15"},
		{"", "The weekend match was lost last weekend.", "last weekend = 2017-07-15"},
		{"", "The fair will open this weekend.", "this weekend = 2017-07-22"},
		{"", "Profit rose in the first quarter.", "in the first quarter = 2017-01"},
		{"", "Profit rose in the fourth quarter of 2015.", "in the fourth quarter of 2015 = 2015-10"},
		{"", "The line will open in spring 2018.", "in spring 2018 = 2018-03"},
		{"", "It rained in the summer of 2012.", "in the summer of 2012 = 2012-06"},
		{"", "She left last fall.", "last fall = 2016-09"},
		{"", "He bought it on Valentine’s Day 2009.", "on Valentine’s Day 2009 = 2009-02-14"},
		{"", "He was hired in 1986 and left three years later.", "in 1986 = 1986; three years later = 1989"},
		{"", "She spoke on Sunday and again the day before.", "on Sunday = 2017-07-16; the day before = 2017-07-15"},
	}
	for _, test := range tests {
		published := test.published
		switch published {
		case "":
			published = "2017-07-18"
		case "none":
			published = ""
		}
		a, sentences := article(test.text, published)
		got := ""
		for _, d := range Find(a, sentences) {
			if got != "" {
				got += "; "
			}
			got += d.Surface + " = " + d.Value
		}
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
