package alias

// titles are words before a person's name that are not part of it, and what they tell of the person, folded.
var titles = map[string]gender{
	"mr": male, "mister": male, "mrs": female, "ms": female, "miss": female, "mx": unknown, "dr": unknown, "doctor": unknown, "prof": unknown,
	"professor": unknown, "sir": male, "dame": female, "lord": male, "lady": female, "baroness": female, "baron": male, "count": male,
	"countess": female, "duke": male, "duchess": female, "earl": male, "viscount": male, "king": male, "queen": female, "prince": male,
	"princess": female, "emperor": male, "empress": female, "emir": male, "sheikh": male, "sheik": male, "sultan": male, "pope": male,
	"cardinal": male, "archbishop": unknown, "bishop": unknown, "rabbi": unknown, "imam": male, "ayatollah": male, "mullah": male,
	"rev": unknown, "reverend": unknown, "pastor": unknown, "father": male, "fr": male, "sister": female, "brother": male, "mother": female,
	"president": unknown, "vice": unknown, "deputy": unknown, "premier": unknown, "chancellor": unknown, "prime": unknown, "minister": unknown,
	"foreign": unknown, "defense": unknown, "defence": unknown, "finance": unknown, "interior": unknown, "health": unknown, "justice": unknown,
	"chief": unknown, "judge": unknown, "magistrate": unknown, "sen": unknown, "senator": unknown, "rep": unknown, "representative": unknown,
	"congressman": male, "congresswoman": female, "gov": unknown, "governor": unknown, "lt": unknown, "lieutenant": unknown, "gen": unknown,
	"general": unknown, "maj": unknown, "major": unknown, "col": unknown, "colonel": unknown, "capt": unknown, "captain": unknown,
	"cmdr": unknown, "commander": unknown, "admiral": unknown, "adm": unknown, "marshal": unknown, "sgt": unknown, "sergeant": unknown,
	"staff": unknown, "cpl": unknown, "corporal": unknown, "pvt": unknown, "private": unknown, "pfc": unknown, "constable": unknown, "pc": unknown,
	"detective": unknown, "det": unknown, "inspector": unknown, "insp": unknown, "supt": unknown, "superintendent": unknown, "officer": unknown,
	"sheriff": unknown, "secretary": unknown, "attorney": unknown, "ambassador": unknown, "amb": unknown, "consul": unknown, "envoy": unknown,
	"mayor": unknown, "councillor": unknown, "councilman": male, "councilwoman": female, "cllr": unknown, "chairman": unknown, "chairwoman": female,
	"chair": unknown, "director": unknown, "manager": unknown, "coach": unknown, "speaker": unknown, "leader": unknown, "spokesman": male,
	"spokeswoman": female, "analyst": unknown, "economist": unknown, "actor": unknown, "actress": female, "singer": unknown, "author": unknown,
	"ex": unknown, "expresident": unknown, "exprime": unknown, "former": unknown, "hon": unknown, "honourable": unknown, "honorable": unknown,
	"monsieur": male, "madame": female, "mme": female, "mlle": female, "señor": male, "senor": male, "senora": female, "don": male, "herr": male,
	"frau": female, "saint": unknown, "ceo": unknown, "cfo": unknown, "tsar": male, "czar": male, "dictator": unknown, "warlord": unknown,
	"comrade": unknown, "agent": unknown, "special": unknown, "acting": unknown, "interim": unknown, "vp": unknown, "pres": unknown,
	"mp": unknown, "nurse": unknown, "administrator": unknown, "executive": unknown, "commissioner": unknown, "undersecretary": unknown, "treasurer": unknown, "counsel": unknown, "prosecutor": unknown, "lawyer": unknown, "warden": unknown,
}

// honorifics are titles that only people have, folded.
var honorifics = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "mx": true}

// givenTitles are titles that are also given names or stage names, folded; inside a name they are kept.
var givenTitles = map[string]bool{"sultan": true, "don": true, "king": true, "queen": true, "prince": true, "princess": true, "earl": true,
	"duke": true, "baron": true, "count": true, "marshal": true, "lady": true, "lord": true, "private": true, "staff": true, "special": true}

// generations follow a person's name, folded.
var generations = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "esq": true, "junior": true, "mp": true, "mep": true,
	"phd": true, "md": true, "qc": true, "kc": true, "obe": true, "mbe": true,
	"cbe": true, "dbe": true, "kbe": true, "ra": true, "frs": true}

// descents are the generations that a name is filed with: father and son are two.
var descents = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// legalForms end the registered names of companies, folded; no company is told from another by them.
var legalForms = map[string]bool{"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "ltd": true, "limited": true,
	"llc": true, "llp": true, "lp": true, "plc": true, "ag": true, "sa": true, "nv": true, "bv": true, "se": true, "spa": true, "gmbh": true,
	"kgaa": true, "ab": true, "asa": true, "oyj": true, "oy": true, "as": true, "kk": true, "bhd": true, "sdn": true, "pty": true, "pte": true,
	"ao": true, "oao": true, "pjsc": true, "jsc": true, "srl": true, "sas": true, "cos": true, "cia": true, "sab": true, "hldgs": true, "ltdplc": true, "plcltd": true}

// public words open the names of bodies of the state, whose "Corporation" belongs to the name, folded.
var public = map[string]bool{"federal": true, "national": true, "public": true, "overseas": true}

// companyForms are those legal forms that nothing but a company's name ends in, folded.
var companyForms = map[string]bool{"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "ltd": true, "limited": true,
	"llc": true, "llp": true, "plc": true, "gmbh": true, "ag": true, "nv": true, "spa": true, "kgaa": true, "asa": true, "oyj": true, "bhd": true,
	"pjsc": true, "cos": true}

// spelt spells out what stands before other words of an organisation's name, as written.
var spelt = map[string][]string{"US": {"united", "states"}, "U.S.": {"united", "states"}, "UN": {"united", "nations"}, "U.N.": {"united", "nations"},
	"UK": {"united", "kingdom"}, "U.K.": {"united", "kingdom"}, "EU": {"european", "union"}, "E.U.": {"european", "union"}}

// abbreviations inside names that are compared in full, folded.
var abbreviations = map[string]string{"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "dept": "department", "univ": "university",
	"intl": "international", "natl": "national", "govt": "government", "assn": "association", "defence": "defense", "labor": "labour",
	"centre": "center", "organisation": "organization", "theatre": "theater", "bros": "brothers", "and": "and", "&": "and"}

// small are words that initials may leave out, folded.
var small = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "at": true, "to": true, "a": true, "an": true,
	"de": true, "la": true, "del": true, "des": true, "du": true, "y": true, "e": true, "et": true, "und": true, "against": true, "with": true,
	"by": true, "from": true, "as": true, "et al": true, "da": true, "di": true, "les": true, "le": true, "para": true, "pour": true}

// nicknames of English given names, folded, and what they are short for.
var nicknames = map[string]string{"bill": "william", "billy": "william", "will": "william", "willie": "william", "bob": "robert", "bobby": "robert",
	"rob": "robert", "robbie": "robert", "dick": "richard", "rick": "richard", "rich": "richard", "richie": "richard", "jim": "james",
	"jimmy": "james", "jamie": "james", "joe": "joseph", "joey": "joseph", "mike": "michael", "mick": "michael", "mickey": "michael",
	"tom": "thomas", "tommy": "thomas", "tony": "anthony", "dan": "daniel", "danny": "daniel", "dave": "david", "davy": "david", "ed": "edward",
	"eddie": "edward", "ted": "edward", "teddy": "edward", "chuck": "charles", "charlie": "charles", "ben": "benjamin", "benny": "benjamin",
	"chris": "christopher", "matt": "matthew", "nick": "nicholas", "steve": "stephen", "steven": "stephen", "sam": "samuel", "sammy": "samuel",
	"ken": "kenneth", "kenny": "kenneth", "ron": "ronald", "ronnie": "ronald", "don": "donald", "donnie": "donald", "greg": "gregory",
	"jeff": "jeffrey", "geoff": "geoffrey", "jerry": "gerald", "gerry": "gerald", "larry": "lawrence", "andy": "andrew", "drew": "andrew",
	"pat": "patrick", "paddy": "patrick", "pete": "peter", "phil": "philip", "phillip": "philip", "ray": "raymond", "tim": "timothy",
	"walt": "walter", "zach": "zachary", "alex": "alexander", "sandy": "alexander", "al": "albert", "bert": "albert", "fred": "frederick",
	"freddie": "frederick", "jack": "john", "johnny": "john", "jon": "jonathan", "hank": "henry", "harry": "henry", "liz": "elizabeth",
	"beth": "elizabeth", "betty": "elizabeth", "lizzie": "elizabeth", "kate": "katherine", "kathy": "katherine", "katie": "katherine",
	"cathy": "catherine", "peggy": "margaret", "maggie": "margaret", "meg": "margaret", "sue": "susan", "susie": "susan", "deb": "deborah",
	"debbie": "deborah", "barb": "barbara", "jenny": "jennifer", "jen": "jennifer", "jess": "jessica", "becky": "rebecca", "vicky": "victoria",
	"mandy": "amanda", "cindy": "cynthia", "jan": "janet", "terry": "terence", "gus": "augustus", "lou": "louis", "leo": "leonard",
	"len": "leonard", "abe": "abraham", "stan": "stanley", "vince": "vincent", "wes": "wesley", "hal": "harold", "gabe": "gabriel",
	"nate": "nathaniel", "mitch": "mitchell", "doug": "douglas", "gene": "eugene", "marty": "martin", "manny": "manuel", "pepe": "jose"}

// surnames that come first in a name: Korean, Chinese, Vietnamese and Hungarian ones that reports leave in their own order, folded.
var surnames = map[string]bool{
	"kim": true, "lee": true, "park": true, "choi": true, "choe": true, "jung": true, "jeong": true, "chung": true, "kang": true, "cho": true,
	"jo": true, "yoon": true, "yun": true, "jang": true, "chang": true, "lim": true, "im": true, "han": true, "oh": true, "seo": true, "suh": true,
	"shin": true, "sin": true, "kwon": true, "hwang": true, "ahn": true, "an": true, "song": true, "ryu": true, "yoo": true, "yu": true, "hong": true,
	"jeon": true, "jun": true, "ko": true, "koh": true, "moon": true, "mun": true, "yang": true, "son": true, "sohn": true, "bae": true, "baek": true,
	"paek": true, "heo": true, "hur": true, "nam": true, "sim": true, "shim": true, "roh": true, "noh": true, "ha": true, "kwak": true, "cha": true,
	"joo": true, "ju": true, "woo": true, "koo": true, "min": true, "ri": true, "pak": true, "chon": true, "ro": true, "thae": true, "hyon": true,
	"ban": true, "bang": true, "pyo": true, "jin": true, "eom": true, "na": true, "ra": true, "ji": true, "chu": true, "choo": true, "kye": true,
	"wang": true, "li": true, "zhang": true, "liu": true, "chen": true, "huang": true, "zhao": true, "wu": true, "zhou": true,
	"xu": true, "sun": true, "ma": true, "zhu": true, "hu": true, "guo": true, "he": true, "lin": true, "gao": true, "luo": true, "zheng": true,
	"liang": true, "xie": true, "tang": true, "feng": true, "deng": true, "cao": true, "peng": true, "zeng": true, "xiao": true,
	"tian": true, "dong": true, "pan": true, "yuan": true, "cai": true, "jiang": true, "du": true, "ye": true, "cheng": true, "wei": true,
	"lu": true, "ding": true, "ren": true, "shen": true, "yao": true, "cui": true, "tan": true, "fan": true, "wen": true, "bo": true, "xi": true,
	"mao": true, "hua": true, "ai": true, "qin": true, "shi": true, "gu": true, "meng": true, "bai": true, "qi": true, "zou": true, "xiong": true,
	"mo": true, "fang": true, "hao": true, "kong": true, "tsai": true, "chiang": true, "hsieh": true, "tsang": true, "leung": true, "lam": true,
	"chan": true, "wong": true, "cheung": true, "tung": true, "yeung": true, "lau": true, "kwok": true, "ng": true, "chow": true, "soong": true,
	"hsu": true, "lien": true, "yeh": true, "yen": true, "chien": true, "goh": true, "ong": true, "teo": true,
	"nguyen": true, "tran": true, "le": true, "pham": true, "hoang": true, "phan": true, "vu": true, "vo": true, "dang": true, "bui": true, "do": true,
	"ho": true, "ngo": true, "duong": true, "ly": true, "dinh": true, "truong": true, "phung": true, "luong": true, "dao": true, "trinh": true,
	"orban": true, "nagy": true, "kovacs": true, "szabo": true, "horvath": true,
}

// polities stand before "of" and a place's name, folded.
var polities = map[string]bool{"city": true, "state": true, "republic": true, "kingdom": true, "commonwealth": true, "province": true, "island": true,
	"town": true, "village": true, "sultanate": true, "emirate": true}

// common are words that many organisations' names begin with, folded: alone they name none of them.
var common = map[string]bool{"national": true, "american": true, "united": true, "new": true, "first": true, "international": true, "european": true,
	"federal": true, "royal": true, "general": true, "north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true,
	"eastern": true, "western": true, "central": true, "world": true, "global": true, "public": true, "state": true, "city": true, "county": true,
	"department": true, "ministry": true, "office": true, "bureau": true, "university": true, "college": true, "bank": true, "house": true,
	"court": true, "supreme": true, "high": true, "union": true, "party": true, "democratic": true, "republican": true, "social": true,
	"council": true, "committee": true, "commission": true, "association": true, "institute": true, "school": true, "center": true, "museum": true,
	"church": true, "people": true, "peoples": true, "free": true, "great": true, "saint": true, "san": true, "santa": true, "los": true, "la": true,
	"el": true, "the": true, "le": true, "red": true, "black": true, "white": true, "blue": true, "green": true, "old": true, "air": true, "associated": true, "premier": true}

// descriptors say what sort of organisation a name stands for, folded: "Ford Motor Company" is "Ford".
var descriptors = map[string]bool{"group": true, "company": true, "companies": true, "bank": true, "bancorp": true, "bancshares": true,
	"financial": true, "industries": true, "international": true, "holdings": true, "holding": true, "motor": true, "motors": true,
	"airlines": true, "airline": true, "airways": true, "air": true, "technologies": true, "technology": true, "systems": true, "system": true,
	"communications": true, "energy": true, "electric": true, "oil": true, "gas": true, "petroleum": true, "pharmaceuticals": true,
	"pharmaceutical": true, "pharma": true, "laboratories": true, "stores": true, "services": true, "insurance": true, "telecom": true,
	"telecommunications": true, "entertainment": true, "pictures": true, "records": true, "studios": true, "brothers": true, "sons": true, "son": true, "associates": true, "steel": true,
	"chemical": true, "chemicals": true, "electronics": true, "securities": true, "capital": true, "partners": true, "management": true,
	"university": true, "college": true, "fc": true, "afc": true, "cf": true, "sc": true, "rugby": true, "football": true, "club": true,
	"united": true, "city": true, "town": true, "rovers": true, "wanderers": true, "athletic": true, "albion": true, "hotspur": true,
	"party": true, "movement": true, "medical": true, "controls": true, "foods": true, "mining": true, "mines": true, "resources": true,
	"exploration": true, "corporation": true, "engineering": true, "aerospace": true, "aircraft": true, "automotive": true, "trust": true,
	"investments": true, "investors": true, "properties": true, "realty": true, "software": true, "computer": true, "computers": true,
	"networks": true, "wireless": true, "mobile": true, "cable": true, "broadcasting": true, "publishing": true, "paper": true, "foundry": true,
	"enterprises": true, "products": true, "brands": true, "restaurants": true, "hotels": true, "resorts": true, "cruises": true, "lines": true,
	"shipping": true, "railway": true, "railroad": true, "power": true, "light": true, "utilities": true, "water": true, "life": true,
	"mutual": true, "savings": true, "healthcare": true, "health": true, "biotech": true, "sciences": true, "instruments": true,
	"semiconductor": true, "devices": true, "machines": true, "tools": true, "tire": true, "rubber": true, "tobacco": true, "brewing": true,
	"breweries": true, "beverages": true, "police": true, "investment": true, "manufacturing": true, "building": true, "society": true}

// parts are words that make another thing of a name before them, folded: "NBC News" is not "NBC".
var parts = map[string]bool{"news": true, "awards": true, "sports": true, "studies": true, "games": true, "series": true, "championships": true,
	"championship": true, "press": true, "files": true, "papers": true, "sales": true, "ships": true, "sanctions": true, "elections": true,
	"business": true, "congress": true, "class": true, "arts": true, "affairs": true, "politics": true, "forces": true, "foundation": true,
	"research": true, "library": true, "libraries": true, "museum": true, "institute": true, "school": true, "hospital": true, "prize": true,
	"award": true, "court": true, "house": true, "arena": true, "stadium": true, "ranch": true, "radio": true, "television": true,
	"magazine": true, "journal": true, "theatre": true, "festival": true, "league": true, "division": true, "council": true, "committee": true,
	"commission": true, "parliament": true, "senate": true, "government": true, "administration": true, "army": true, "navy": true,
	"police": true, "province": true, "county": true, "district": true, "campaign": true, "center": true, "conference": true, "summit": true,
	"express": true, "mission": true, "office": true, "maps": true, "online": true, "channel": true, "network": true,
	"union": true, "association": true, "federation": true, "students": true, "workers": true, "supporters": true, "family": true,
	"project": true, "fund": true, "academy": true, "band": true, "cabinet": true, "assembly": true, "embassy": true, "consulate": true,
	"exchange": true, "index": true, "team": true, "insider": true, "plus": true, "republicans": true, "democrats": true,
	"composite": true, "authority": true, "community": true, "guidelines": true, "expressway": true, "highway": true, "turnpike": true, "road": true,
	"trail": true}

// tails end what a company or another thing does, folded: "Moody's Investors Service" is "Moody's".
var tails = map[string]bool{"service": true, "telescope": true, "banking": true, "solutions": true, "consulting": true, "advisors": true,
	"advisers": true, "logistics": true, "interactive": true, "worldwide": true, "comunicaciones": true, "retail": true, "contest": true}

// units are descriptors that often tell a part of a company from the whole, folded: "UBS Securities" is part of UBS.
var units = map[string]bool{"capital": true, "securities": true, "financial": true, "bank": true, "insurance": true, "management": true,
	"investments": true, "investment": true, "investors": true, "partners": true, "mobile": true, "wireless": true, "health": true,
	"healthcare": true, "software": true, "services": true, "trust": true, "energy": true, "power": true, "mortgage": true}

// heads are nouns that, in capitals, stand for the one body of the article whose name they open: "the Church" of "Church of Scientology", folded.
var heads = map[string]bool{"society": true, "church": true, "court": true, "department": true, "government": true, "congress": true,
	"parliament": true, "charter": true, "constitution": true, "convention": true, "council": true, "committee": true, "commission": true,
	"ministry": true, "university": true, "institute": true, "federation": true, "union": true, "association": true, "organization": true,
	"academy": true, "museum": true, "board": true, "office": true, "bureau": true, "agency": true, "administration": true, "house": true,
	"lodge": true, "order": true, "league": true, "campaign": true, "coalition": true, "assembly": true, "chamber": true, "treaty": true}

// features end the names of places that are also called by the words before, folded.
var features = map[string]bool{"city": true, "sea": true, "ocean": true, "region": true, "desert": true, "mountains": true,
	"rainforest": true, "valley": true, "canal": true, "islands": true, "island": true, "archipelago": true, "prefecture": true, "province": true, "oblast": true}

// sites end the names of buildings and streets, folded: a company is not short for one, nor called by it.
var sites = map[string]bool{"building": true, "tower": true, "towers": true, "bridge": true, "airport": true, "stadium": true, "station": true,
	"street": true, "avenue": true, "park": true, "plaza": true, "hall": true, "hotel": true, "mall": true}

// landforms are nouns that, in capitals, stand for the one place of the article that has them in its name, folded.
var landforms = map[string]bool{"gulf": true, "strait": true, "channel": true, "empire": true, "strip": true, "peninsula": true, "territory": true,
	"bay": true, "cape": true, "caribbean": true, "archipelago": true, "plateau": true, "basin": true, "delta": true}

// compass words make another thing of a name after them, folded: "East Stirling" is not "Stirling".
var compass = map[string]bool{"new": true, "east": true, "west": true, "north": true, "south": true, "eastern": true, "western": true,
	"northern": true, "southern": true, "anti": true}

// storms stand before the name of a storm, folded.
var storms = map[string]bool{"hurricane": true, "storm": true, "typhoon": true, "cyclone": true}

// particles open surnames of several words, folded: "van" of "Vincent van Gogh".
var particles = map[string]bool{"van": true, "von": true, "de": true, "al": true, "el": true, "bin": true, "ben": true, "ibn": true, "abu": true,
	"da": true, "di": true, "du": true, "del": true, "della": true, "der": true, "den": true, "dos": true, "la": true, "le": true, "mac": true,
	"saint": true, "ter": true, "ten": true, "bint": true, "um": true, "dalla": true}

// continents may stand for a company's part there, folded: "GM Europe" is not "GM".
var continents = map[string]bool{"europe": true, "asia": true, "africa": true, "america": true, "americas": true, "pacific": true}
