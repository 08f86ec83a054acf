package about

// bland are words that only place a thing in time or rank: "new governor", "upcoming race", "lender last year".
var bland = set("new former recent upcoming so-called latest current next last past previous future early late late-night average typical total " +
	"full first second third final several many few more most such other another same different key main major top big bigger biggest large " +
	"larger largest small smaller smallest high higher highest low lower lowest good better best bad worse worst worst-ever great strong " +
	"stronger strongest weak weaker weakest long longer longest short shorter old older oldest young younger youngest fastest growing rising falling senior junior veteran leading year years month months week weeks day days " +
	"core entire broader broad effective extraordinary extensive outright overall significant massive huge sharp steep sharper steeper sharpest tight tighter underlying aggressive beaten-down percent " +
	"second-biggest second-largest third-biggest third-largest tough real important possible likely potential certain special particular strange own additional further alleged")

// hollow are head words that leave a phrase without a subject, whatever stands before them: "intentional act", "troop presence".
var hollow = set("worth assurance readiness inclination reaction trend act presence front issue point question matter way case thing situation status condition basis level side chance hope fear " +
	"sense kind sort type example reason fact view idea approach move decision statement comment remark response effort attempt step part " +
	"number amount rate share sum performance persistence increase decrease change difference role job name word person people man woman body " +
	"executive minister operator economist executive spokesman adviser aide analyst observer subscriber customer alleges strategist meteorologist quarter panel request image production visitor patient")

// halves are words that begin no phrase: what belongs before them is missing, as in "estate loans" and "zone debt crisis".
var halves = set("estate zone level percent quarter term century worth aged based led pct per half")

// solid are plurals that stand before another noun.
var solid = set("sports jobs sales earnings arms savings securities goods rights drugs futures options derivatives commodities equities communications " +
	"services operations systems customs elections women weapons resources awards parts supplies bonds vehicles news politics economics human-rights")

// generic are words that say nothing without the story: "condition", "company". None is a subject by itself.
var generic = set(`
return cent partner proposal package product adult client supplier speed business record department progress review mission bounce
goal scheme adoption transfer commission cut plant price judge drill pct
shape copy paper newspaper attention break message chance hope fear motion panel request image production visitor patient coast recorder sequence
deal economist negotiator trader insider observer critic officer participant device interview release candidate president
governor executive minister operator analyst adviser director official chief expert author attack act sale increase decrease
share company firm group condition complaint point front situation state country nation city town event trend thing
subscriber replacement unit market store office presence member leader supporter worker employee resident customer user
program programme system process project idea issue problem question answer response reaction comment reason result effect
impact effort attempt step measure action activity circumstance case example kind level rate amount sum value size term
period date season morning weekend era age future past history source spokesman website page post statement letter document
report list view opinion scene area region part side place site location room building house home door street road car body
hand head face eye name man woman people person friend guy life way work job team game play world end start beginning top
line word decline index launch challenge judgment administration development bureau woe language number figure half percent dollar euro
`)
