package tagger

import "strings"

// class is a set of things a word can be by its own.
type class uint32

// The classes, from the lists below.
const (
	title     class = 1 << iota // stands before a person's name
	role                        // says what a person does
	speech                      // says that someone says something
	orgWord                     // part of names of organizations
	placeWord                   // part of names of places
	eventWord                   // part of names of events
	where                       // preposition of place
	link                        // joins the parts of a name
	calendar                    // a day or month
	company                     // ends a company's name
	sport                       // speaks of games
	kin                         // a relative
	media                       // part of names of newspapers and broadcasters
	opener                      // begins sentences, hardly ever names
	tail                        // ends names in lower case ("US presidential election")
	honorific                   // never part of a person's name
	outfit                      // says what sort of organization a name beside it names
	holding                     // what organizations have
	work                        // says what sort of work or thing a name behind it names
	classes   = iota
)

// words holds the classes of the words that have any, in lower case.
var words = vocabulary(map[class]string{
	title: `mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady dame baroness president vice-president senator sen. sens. rep. reps.
		representative governor gov. general gen. colonel col. captain capt. major maj. lieutenant lt. sergeant sgt. admiral
		adm. commander cmdr. private corporal constable minister chancellor premier king queen prince princess duke duchess earl pope
		cardinal bishop archbishop rev. reverend father rabbi imam judge justice secretary congressman congresswoman councillor councilman
		mayor sheikh sheik sultan emir ayatollah saint st. inspector detective sheriff marshal coach professor doctor
		ambassador attorney deputy mp mep chairman chairwoman chairperson speaker lawmaker`,
	honorific: `mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir president senator sen. rep. gov. gen. col. capt. maj. lt. sgt. adm. cmdr. rev. professor
		congressman congresswoman minister chancellor premier governor secretary spokesman spokeswoman chairman coach mufti captain inspector detective
		pope queen king prince princess emperor empress mayor cardinal archbishop bishop judge justice swami emeritus`,
	outfit: `newspaper daily weekly magazine tabloid broadsheet journal publication periodical publisher website site blog portal forum broadcaster channel network station newswire
		company firm maker manufacturer automaker carmaker chipmaker retailer supermarket chain airline carrier operator lender bank brokerage bookmaker brewer builder developer
		insurer utility startup start-up subsidiary conglomerate giant consultancy contractor supplier charity nonprofit non-profit ngo nongovernmental organization
		organisation group agency think-tank thinktank watchdog regulator union association party movement militia faction network militants rebels gang cartel band duo trio
		quartet label club team side squad rivals champions university college school hospital ministry department institute foundation coalition alliance`,
	holding: `shares stock employees workers executives spokesman spokeswoman spokesperson ceo headquarters customers shareholders investors earnings profits
		subsidiary unit affiliate franchise fans supporters members officials lawmakers troops forces fighters militants players defender striker midfielder goalkeeper coach manager`,
	work: `film movie documentary song single album novel book memoir play musical opera sitcom series show drama comedy thriller sequel game app ship vessel
		frigate destroyer submarine ferry yacht tanker trawler spacecraft satellite probe rover rocket missile jet airliner helicopter drug vaccine poem
		painting sculpture hymn anthem programme program console smartphone virus disease syndrome species genus`,
	role: `spokesman spokeswoman spokesperson director chief executive ceo cfo manager analyst economist lawyer solicitor barrister prosecutor
		leader founder co-founder owner author writer novelist poet journalist reporter editor columnist actor actress singer musician
		rapper comedian filmmaker producer striker midfielder defender goalkeeper winger forward quarterback pitcher batsman bowler
		skipper captain driver rider boxer golfer winger swimmer sprinter cyclist astronaut scientist researcher historian activist
		candidate nominee incumbent officer adviser advisor aide strategist commissioner engineer architect artist
		photographer banker trader investor billionaire businessman businesswoman dictator ruler warlord rebel guitarist drummer vocalist
		teammate coach manager trainer umpire referee`,
	speech: `said says say told tells added adds asked wrote writes argued warned insisted tweeted replied explained noted stated testified
		recalled announced claimed denied declared admitted commented confirmed acknowledged suggested believes thinks
		predicted joked concluded`,
	orgWord: `group company corporation bank university college institute ministry department committee commission council agency association
		organization organisation party union court parliament congress senate assembly bureau federation league club united
		board authority foundation society hospital school church army navy force forces airlines airways trust office
		administration government alliance front movement securities motors systems technologies industries international services service
		holdings partners capital fund funds energy airline oil gas steel pharmaceuticals laboratories labs software electronics entertainment
		studios records orchestra police guard corps brigade brigades battalion regiment coalition conference cabinet treasury
		exchange reserve insurance telecom communications network networks stores foods brewery republicans democrats
		conservatives liberals rangers rovers athletic wanderers albion hotspur city town fc afc cf sc academy secretariat tribunal
		senate registry initiative project campaign center centre institution lab resources media ventures brothers`,
	placeWord: `street avenue road lane boulevard highway river lake mount mountain mountains island islands bay sea ocean peninsula valley
		desert province county district region prefecture state states republic kingdom emirates airport bridge park square beach
		coast border strait gulf gorge forest village town city canal cape hill hills creek falls port harbor harbour heights
		springs territory territories oblast governorate parish borough plaza station stadium arena tower palace castle cathedral temple hotel
		hall museum theatre theater prison jail camp base zone basin plateau glacier reef isle north south east west northern southern
		eastern western central upper lower`,
	eventWord: `war wars olympics olympic games cup championship championships summit festival election elections referendum conference revolution
		uprising marathon tour series grand prix open derby final finals crisis hurricane typhoon cyclone earthquake tsunami operation
		battle siege massacre holocaust ceasefire intifada pandemic day anniversary ceremony awards convention expo fair exhibition bowl
		storm genocide coup rebellion conflict primary primaries trophy treaty accord accords agreement`,
	where:    `in at near from across throughout outside inside around into to toward towards via`,
	link:     `of the and for & de la le du del della di da dos das do van von der den bin ibn al el ul y e in on at to et und - ' / : 's . , ! + arap bint abu ud ur ou zu zur zum op aan`,
	calendar: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. gmt est edt pst utc am pm a.m. p.m.`,
	company:  `inc inc. corp corp. co co. ltd ltd. llc plc ag nv sa s.a. gmbh pty bhd holdings incorporated limited & spa s.p.a. oyj asa ab kk`,
	sport: `beat defeated defeat lost won win wins draw drew match season league goal goals scored points game games coach playoff playoffs
		final semifinal quarterfinal half-time innings wicket wickets runs set sets round rounds host hosts side team teams club clubs
		striker midfielder squad fans titles title inning hitter pitcher quarterback touchdown vs v`,
	tail: `election elections presidential government administration party family scale pandemic season station amendment district primary
		primaries police parliament dynasty airport movement congress city national federal central senate court team plant attacks bombing
		disaster rally virus territory region county province state railway general midterm parliamentary regime cartel network group
		war conflict crisis agreement accords code field census act convention scandal stadium bridge`,
	kin:    `wife husband son daughter brother sister father mother uncle aunt nephew niece cousin widow girlfriend boyfriend fiancee partner friend colleague`,
	media:  `times post news press journal tribune herald network television tv radio daily weekly gazette chronicle guardian telegraph mail sun mirror magazine review broadcasting globe observer independent standard examiner inquirer dispatch sentinel star wire agency online today`,
	opener: `the a an he she it they we you i his her its their our my this that these those there here in on at by for from with without of to but and or so if as when while after before since because although though despite during until about over under between among against according however meanwhile what who why how where which not no yes all some many most more few both each every another other such only even also now then today yesterday tomorrow one two three four five`,
})

// vocabulary returns the classes of every word in the lists.
func vocabulary(lists map[class]string) map[string]class {
	table := map[string]class{}
	for c, list := range lists {
		for w := range strings.FieldsSeq(list) {
			table[w] |= c
		}
	}
	return table
}
