package alias

import "strings"

// roles are nouns that say who a person is, in lower case.
var roles = wordSet(`president minister leader chief chairman chairwoman chairperson chair spokesman spokeswoman spokesperson director founder
cofounder co-founder author writer novelist poet playwright journalist reporter editor columnist publisher historian scholar professor lecturer
teacher headmaster principal student scientist physicist chemist biologist economist analyst strategist researcher engineer architect doctor
physician surgeon nurse psychologist psychiatrist lawyer attorney barrister solicitor prosecutor judge justice magistrate detective officer
inspector constable superintendent sheriff commissioner governor mayor senator representative congressman congresswoman lawmaker legislator
councillor councilman councilwoman politician diplomat ambassador envoy negotiator mediator secretary undersecretary treasurer chancellor premier
king queen prince princess emperor sultan emir sheikh duke duchess general admiral colonel major captain lieutenant sergeant corporal commander
marshal soldier pilot astronaut cosmonaut pope cardinal archbishop bishop priest rabbi imam pastor cleric preacher monk nun missionary actor
actress comedian comic singer songwriter musician guitarist drummer pianist violinist composer conductor rapper dancer choreographer filmmaker
producer screenwriter artist painter sculptor photographer designer model presenter broadcaster host anchor athlete player footballer striker
midfielder defender goalkeeper forward quarterback pitcher batsman bowler golfer boxer wrestler swimmer runner sprinter jockey cyclist driver
skier skater coach manager trainer referee umpire champion medalist medallist captain executive banker financier investor billionaire
millionaire businessman businesswoman entrepreneur industrialist magnate tycoon trader broker owner boss head partner consultant adviser advisor
aide deputy assistant counsel activist campaigner organizer organiser dissident defector refugee rebel guerrilla militant terrorist gunman
suspect defendant victim survivor witness farmer fisherman worker miner resident neighbor neighbour mother father wife husband son daughter
brother sister widow widower uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother fiancé fiancée partner friend
colleague veteran hero dictator ruler monarch heir successor predecessor rival candidate nominee contender incumbent opponent critic chef
explorer mountaineer inventor programmer developer blogger youtuber laureate member philanthropist socialite librarian curator archivist archaeologist
anthropologist sociologist philosopher theologian mathematician statistician meteorologist seismologist astronomer geologist ecologist
epidemiologist virologist veterinarian firefighter paramedic policeman policewoman trooper agent spy negotiator mp mep ceo cfo
vice-president co-chairman co-chair co-owner co-author whistleblower hitman kingpin mobster warlord strongman`)

// noRoles are words that end like roles and are none, in lower case.
var noRoles = wordSet(`number matter letter quarter another further rather whether either neither former latter order summer winter october
november december september center chapter character disaster theater weather computer error factor figure mirror former senior junior
interior superior prior major minor popular similar regular particular russian italian canadian indian iranian egyptian brazilian australian
austrian hungarian ukrainian palestinian norwegian christian syrian libyan larger smaller higher lower longer shorter greater older younger
stronger earlier better bigger river border counter danger finger flavor flavour honor humor labor harbor terror horror tumor vapor motor sector
vector german roman human romanian belgian tunisian algerian nigerian wooden proper under outer inner upper poster dinner shelter manner
transfer tower cancer corner master computer quicker faster`)

// relational are roles that say nothing of a person unless it is said whose, in lower case.
var relational = wordSet(`wife husband mother father son daughter brother sister widow widower uncle aunt nephew niece cousin grandson
granddaughter grandfather grandmother fiancé fiancée friend colleague partner owner head boss member rival nominee candidate contender opponent
critic successor predecessor heir chief leader director founder co-founder cofounder editor representative victim resident survivor suspect
president chairman chairwoman chair captain coach manager player host champion deputy assistant aide counsel spokesman spokeswoman spokesperson
author student worker neighbor neighbour designer producer witness minister secretary executive adviser advisor agent officer driver model
commander winner teacher hero ruler fellow general veteran forward consultant`)

// settlements are nouns that say what a place is, in lower case.
var settlements = wordSet(`village town city capital port suburb district province state region territory island islands county country nation
kingdom republic emirate principality neighborhood neighbourhood borough municipality prefecture oasis resort hamlet enclave peninsula valley
archipelago stronghold metropolis township commune department hub`)

// named are settlements and the like that stand before "of" and their own name: "the village of", but not "the capital of".
var named = wordSet(`village town city port province state region territory island islands county nation kingdom republic emirate principality
municipality prefecture oasis resort hamlet archipelago township commune enclave`)

// bodies are nouns that say what an organisation or another thing is, in lower case.
var bodies = wordSet(`company firm group agency organization organisation party union bank maker manufacturer producer retailer airline carrier
newspaper magazine broadcaster network publisher university college school institute institution center centre charity foundation association
federation league club team band movement militia army force alliance coalition bloc council committee commission court regulator watchdog
think-tank operator supplier developer chain brand unit subsidiary division arm branch parent owner startup start-up brokerage insurer lender
conglomerate consortium venture project program programme system device drug virus disease storm hurricane treaty law bill festival tournament
film book novel album song game river mountain lake bay sea bridge stadium airport prison hospital hotel church mosque temple museum`)

// modifiers may stand between a determiner and a role that directly precedes a name, in lower case.
var modifiers = wordSet(`former then ex acting interim new senior top chief deputy vice assistant associate prime foreign defense defence finance
interior health justice trade labor labour education environment energy transport agriculture police army navy military government state federal
national local city county regional opposition rebel communist socialist conservative liberal republican democratic democrat labour nationalist
company corporate union party church school university college team club band film television tv radio sports business science art music fashion
football soccer basketball baseball cricket tennis golf rugby hockey boxing olympic world human rights civil political religious spiritual
supreme high district general managing executive creative financial operating technical marketing communications press security intelligence
longtime veteran retired late renowned famed celebrated noted famous british american`)

// determiners open a noun phrase, in lower case.
var determiners = wordSet(`the a an`)

// times are units that "last" and "next" stand before, in lower case.
var times = wordSet(`week month year night morning afternoon evening weekend summer spring autumn winter fall season`)

// objects open the object of a verb, in lower case.
var objects = wordSet(`his her its their this that these those him it them`)

// relatives close the phrase before them.
var relatives = wordSet(`who whose whom which that where when`)

// prepositions link a noun phrase to another, in lower case.
var prepositions = wordSet(`of in on at to for from by with as about against between into through after before under over during without within
among since until toward towards near across behind beyond and or but nor than while because if though although said`)

// verbs are common finite verbs: a phrase that holds one is a clause.
var verbs = wordSet(`is are was were be been has have had do does did will would can could may might must shall should said says say told tells
asked asks added adds wrote writes argued argues claimed claims announced announces reported reports called calls gave gives took takes made
makes went goes came comes got gets knew knows thought thinks saw sees found finds left leaves kept keeps began begins became becomes met meets
won wins lost loses held holds led leads ran runs stood stands sat sits fell falls rose rises beat beats died dies killed kills denied denies
agreed agrees warned warns urged urges declined declines refused refuses vowed vows hoped hopes wants wanted expects expected believes believed
plans planned seems seemed appears appeared remains remained continues continued used uses works worked played plays scored scores remain
paid pays spoke wore fought sought brought bought taught caught chose drove flew drew grew threw broke spent built felt heard meant shot stole
shook struck withdrew signed joined visited opened closed proposed proposes rejected accused demanded sent sends put puts set sets hit hits let lets arrived`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
