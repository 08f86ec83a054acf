package token

import "unicode/utf8"

// IsAbbreviation reports whether w, written without its last full stop, is an abbreviation that is written with one: a title ("Mr"),
// a form ("Inc"), a month ("Jan"), an initial ("J") or letters with stops between ("U.S").
func IsAbbreviation(w string) bool {
	return titles[w] || forms[w] || isInitials(w) || numbers[w]
}

// isInitials reports whether w is single letters with full stops between: "J", "U.S", "a.m".
func isInitials(w string) bool {
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRuneInString(w[i:])
		if r >= utf8.RuneSelf || ascii[byte(r)] != letter {
			return false
		}
		i += size
		if i == len(w) {
			return i > 1 || upperASCII(w[0])
		}
		if w[i] != '.' {
			return false
		}
		i++
	}
	return false
}

// titles are abbreviations that stand before a name or a number, so that no sentence ends with them.
var titles = wordSet(`Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Rev Fr Hon Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Sen Sens Rep Reps Gov
	Govs Pres Supt Det Insp Atty Asst Ste Mt Ft Sra Srta vs Vs Fig Figs pp cf viz ca approx`)

// numbers are abbreviations only where a number follows, as in "No. 5".
var numbers = wordSet(`No Nos Art Sec`)

// forms are abbreviations that may end a sentence.
var forms = wordSet(`Jr Sr Esq Inc Ltd Co Cos Corp Bros Bhd Plc Pty Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec St Ave Blvd Rd Dept Univ Assn Assoc Calif Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
	Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ariz Ark Ala Colo Ont Que Alta Sask etc al Ph Ph.D M.Sc B.Sc`)

// starters are words that, capitalised after an abbreviation, begin a new sentence.
var starters = wordSet(`The A An He She It They We I You In On At But And Or So If As By For From When While After Before Since Then There This That
	These Those His Her Its Their Our My Mr Mrs Ms Dr Some Many Most Both Each Such Other Others One Two Three Under Over About Also
	Although However Earlier Later Last Next Now Not No Yes What Who Why How Where Which Asked Because Despite During Meanwhile Nor
	To Until With Without Within Among According Today Yesterday Police Officials`)
