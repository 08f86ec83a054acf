package about

import (
	"strings"

	"copydesk/generator/internal/news"
)

// outlets are agencies and media that reports quote as their source, in lower case without "the".
var outlets = lines(`
reuters
thomson reuters
reuters news
associated press
ap
agence france-presse
afp
xinhua
xinhua news agency
itar-tass
tass
interfax
ria novosti
kyodo
kyodo news
yonhap
yonhap news agency
upi
united press international
press association
pa media
dpa
efe
ansa
bloomberg
bloomberg news
dow jones newswires
marketwatch
bbc
bbc news
bbc radio
cnn
cnbc
nbc
nbc news
msnbc
abc news
cbs
cbs news
fox
fox news
fox news channel
fox news sunday
meet the press
face the nation
sky news
al jazeera
al arabiya
npr
national public radio
pbs
new york times
washington post
wall street journal
financial times
usa today
los angeles times
chicago tribune
boston globe
politico
buzzfeed news
breitbart news
huffington post
guardian
daily telegraph
daily mail
daily mirror
times of london
economist
time magazine
der spiegel
le monde
el país
asahi shimbun
global times
people's daily
times of india
hindu
wikinews
wikipedia
twitter
facebook
instagram
youtube
facebook live
getty images
`)

func lines(table string) map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line != "" {
			m[line] = true
		}
	}
	return m
}

// outlet reports whether name is a well-known news agency or medium.
func outlet(name string) bool {
	return outlets[strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(name, "’", "'")), "the ")]
}

// platforms are the outlets on which others publish: they are in the news themselves more often.
var platforms = set("wikipedia twitter facebook instagram youtube")

// calendar are names of days and months, which are no subject even where they look like a name.
var calendar = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
	"october november december christmas easter thanksgiving")

// barred says why e can never be a tag: who reported, a day, a stock exchange's code, a capital that stands for its government
// ("Pyongyang rejected the offer") where the article names the country; "" where nothing bars it.
func barred(a *news.Article, e *news.Entity, w *Weighed) string {
	switch {
	case reporter(a, e):
		return "reported the article"
	case calendar[strings.ToLower(e.Name)]:
		return "a day or a month"
	case ticker(e.Name):
		return "a code of a stock exchange"
	case strings.HasSuffix(e.Name, "Newsroom") || strings.HasSuffix(e.Name, "newsroom"):
		return "a news desk"
	case w.count == 0:
		return "only in the headline"
	case len([]rune(e.Name)) < 2:
		return "a single letter"
	}
	return inPassing(e, w)
}

// inPassing says why the article only touches on e, "" where it may be about it.
func inPassing(e *news.Entity, w *Weighed) string {
	early := w.headline || w.lede
	switch {
	case e.Kind == news.Person && w.asks > 0 && 2*(w.asks+w.sources) >= w.count && !early:
		return "only asks the questions"
	case e.Kind != news.Place && w.Features[taleOnly] == 1:
		return "only in a tale of the past"
	case e.Kind == news.Place && w.Features[example] == 1 && w.count == 1 && !early:
		return "only an example"
	case outlet(e.Name) && !w.headline && (w.speaks+w.sources+w.asks >= w.count || w.count < 4 && !platforms[strings.ToLower(e.Name)]):
		return "a news outlet that is quoted"
	case e.Kind == news.Person && w.comments > 0 && w.paragraphs <= 2 && !early:
		return "only comments"
	case e.Kind == news.Organization && w.employs == w.count && !w.headline:
		return "only says where one who comments works"
	case w.count == 1 && w.Features[former] == 1 && !w.headline:
		return "only in what somebody or something was once"
	case e.Name == homeland && !w.headline && w.count < 3:
		return "a country that most copy takes for granted"
	case w.Features[metonym] == 1 && w.count > 1 && !early:
		return "stands for the government of " + capitals[e.Name]
	}
	return ""
}

// ticker reports whether name is a code such as "BLS.N", "T.N", "RDSa.L" or "0005.HK".
func ticker(name string) bool {
	code, market, ok := strings.Cut(name, ".")
	if !ok || code == "" || market == "" || len(market) > 2 || strings.Contains(name, " ") || market != strings.ToUpper(market) {
		return false
	}
	switch name {
	case "U.S", "U.K", "U.N", "E.U", "D.C", "L.A":
		return false
	}
	return !strings.Contains(market, ".") && (code[0] >= 'A' && code[0] <= 'Z' || code[0] >= '0' && code[0] <= '9')
}

// reporter reports whether the entity is one who wrote, photographed or edited the article.
func reporter(a *news.Article, e *news.Entity) bool {
	for _, list := range [][]news.Author{a.Byline.Authors, a.Byline.Others} {
		for _, author := range list {
			if strings.EqualFold(author.Name, e.Name) {
				return true
			}
		}
	}
	return false
}
