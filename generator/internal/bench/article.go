package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// What made-up articles are made of.
var (
	towns   = [...]string{"Lindmark", "Alesund", "Porthaven", "Riverton", "Kestrel Bay", "Marlow", "Tarnby", "Eastmoor", "Solberg", "Grayling"}
	firsts  = [...]string{"Elena", "Tom", "Ann", "Ravi", "Ingrid", "Omar", "Clara", "Pavel", "Noor", "Hugh"}
	lasts   = [...]string{"Marsh", "Bell", "Howe", "Menon", "Dahl", "Farouk", "Weiss", "Orlov", "Aziz", "Pryce"}
	bodies  = [...]string{"Harbor Board", "Ferry Authority", "Water Commission", "School Council", "Transport Union", "Fisheries Agency"}
	matters = [...]string{"ferry fares", "harbor dredging", "school meals", "flood barriers", "night trains", "fishing quotas", "bus strikes", "water prices"}
)

// sentences are patterns for a town, a person's first and last name, a body and a matter.
var sentences = [...]string{
	"The %[4]s of %[1]s voted on Tuesday to look at %[5]s again before the summer.",
	"“We have waited a long time for an answer on %[5]s,” said %[2]s %[3]s, who speaks for the %[4]s.",
	"%[3]s said that the plan would cost 14 million dollars and that work could begin in March 2031.",
	"People in %[1]s, where %[5]s divide old neighbors, filled the hall and two rooms beside it.",
	"Last year the %[4]s put the question off, and nobody in %[1]s expected an answer before the vote.",
	"A report to the %[4]s counts 1,200 households that %[5]s concern in one way or another.",
	"“It is a start,” %[2]s %[3]s told reporters in %[1]s, “but a start is not a ferry.”",
	"Officials declined to say what becomes of %[5]s if the talks in %[1]s fail.",
}

// Article returns the made-up article of that number: some 450 words, the same each time.
func Article(number int) string {
	r := rand.New(rand.NewPCG(uint64(number), 1))
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	town, body, matter := pick(towns[:]), pick(bodies[:]), pick(matters[:])
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, number%2000)
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %s Weighs %s, Part %d\n\n%s\n\n%s — ", body, town, matter, number, day.Format("January 2, 2006"), strings.ToUpper(town))
	for range 9 {
		for range 3 {
			fmt.Fprintf(&b, sentences[r.IntN(len(sentences))], town, pick(firsts[:]), pick(lasts[:]), body, matter)
			b.WriteByte(' ')
			if r.IntN(4) == 0 {
				town, matter = pick(towns[:]), pick(matters[:])
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}
