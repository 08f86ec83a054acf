package keyphrase

import "strings"

// stopWords are the words of the closed classes and those that only link, quote or count: no phrase begins, ends or passes over them.
var stopWords = set(`
a an the this that these those some any no every each either neither both all half such same other another own much many more most
few fewer less least several enough i me my mine myself you your yours he him his himself she her hers herself it its itself we us our
ours they them their theirs themselves who whom whose which what whatever whoever where when why how and or nor but yet so if unless
until while because although though since whether as than like of in on at by for from with without within into onto upon about
above below under over between among amid against across along around behind beside beyond before after during through throughout
to toward towards up down out off near past per via despite except including according regarding concerning be am is are was were
been being have has had having do does did done doing will would shall should may might must can could cannot ought not never n't
there here then now just only also too very even still already again ever often always usually sometimes perhaps maybe quite
rather almost nearly really actually however therefore thus meanwhile moreover nonetheless nevertheless instead otherwise
one two three four five six seven eight nine ten eleven twelve hundred thousand million billion trillion first second third dozen
said says say saying told tell tells asked ask asks added adds add get gets got getting go goes went gone going come comes came
coming make makes made making take takes took taken taking give gives gave given let lets put set see seen saw know known knew
think thought want wanted wants need needs needed use used uses try tried keep kept left like likely able unable
yes ok okay etc mr mrs ms dr jr sr inc corp co ltd plc llc st
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
december jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday tonight
don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't it's he's she's that's
there's they're we're you're i'm i've we've they've you've i'll we'll they'll you'll i'd he'd she'd we'd they'd you'd let's what's who's
`)

// vagueWords are nouns and adjectives that hold no subject of their own; inside a longer phrase they may stand.
var vagueWords = set(`
people person man woman year month week day hour minute time date years months weeks days hours minutes times morning afternoon evening
night century decade thing way lot number part side case fact point kind sort type bit piece example issue matter question problem
reason result end start beginning area place group member official officials spokesman spokeswoman spokesperson statement report reporter
source comment remark interview news story article photo picture image video page website email reader staff editor author
new old big small large great good bad better best worse worst high low higher lower long short early late later last next recent
current former major main key top possible different important certain clear due sure full whole general special particular
several various own public private percent per cent dollar dollars cent pound euro amount level rate total average
move step decision plan effort work job role use set term line order list view idea sense feeling name title word
mile miles kilometer kilometers metre metres foot feet inch inches ton tons degree degrees
chief head leader director manager chairman executive vice deputy assistant senior secretary minister professor expert analyst
man men women guy guys someone something anything everything nothing everyone anyone nobody
`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
