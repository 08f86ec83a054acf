package main

import (
	"fmt"
	"strings"
)

// Patterns of names that the labelled texts have too few of, by the label of the name they make. They teach where such names begin and end:
// the longest name is one, whatever other names stand in it. Slots in braces are filled with plain words.
var namePatterns = map[string][]string{
	"facility": {
		"{last} International Airport", "{city} Airport", "{last} Field", "{person} Correctional Facility", "{city} State Prison", "{last} Prison", "{last} Stadium",
		"{city} Police Headquarters", "Camp {last}", "Fort {last}", "{city} General Hospital", "{person} Hospital", "St. {first}'s Hospital", "Lake {last}", "Mount {last}",
		"{last} Bridge", "{last} Avenue", "{number} {last} Street", "{last} National Park", "{last} Island", "{city} Cathedral", "{city} Central Station", "{last} Theatre",
		"{last} Air Force Base", "{last} Nuclear Power Plant", "{last} Hotel", "{city} Town Hall", "{last} River", "{last} County", "{last} Valley", "northern {country}",
	},
	"body": {
		"University of {city}", "{city} University", "{last} University", "University of {state}", "Ministry of {field}", "Department of {field}", "{people} Ministry of {field}",
		"Institute for {field} and {field}", "{people} Institute of {field}", "Center for {field} Research", "Campaign for {field}", "{people} Association for {field}",
		"National {field} Agency", "National {field} Council", "{country} {field} Authority", "Committee on {field}", "{people} Federation of {field}", "{field} Workers Union",
		"Supreme Court of {country}", "High Court of {country}", "{city} District Court", "Port Authority of {city}", "Embassy of {country}", "{country} Embassy", "{city} City Council",
		"{city} Police Department", "{city} Fire Department", "{state} Department of {field}", "{last} administration", "{last} Administration", "{country} parliament",
		"{people} National Police", "{people} Red Crescent", "{city} School of {field}", "{last} Foundation", "{person} Foundation", "Friends of {city}", "Bank of {country}",
		"{city} Chamber of Commerce", "{city} Symphony Orchestra", "{city} Stock Exchange", "Chamber of Deputies", "{people} Football Association", "Church of {country}",
	},
	"company": {
		"{last} & {last}", "{last} & Sons", "{last}, {last} & {last}", "{last} Inc.", "{last} Corp", "{last} Industries", "{last} Holdings", "{last} Securities", "{last} Capital",
		"{last} Street Bank", "{last} Motors", "{last} Airlines", "{city} Airways", "{city} Steel", "{last} Brothers", "{last} Media", "{last} Records", "{last} Partners LLC",
		"{last} Pharmaceuticals", "{people} Airlines", "Bank of {city}", "{last} and {last} LLP", "{last} Energy", "{city} Electric Power Co", "{people} Telecom", "{last} Group plc",
	},
	"event": {
		"{year} presidential election", "{year} {country} Grand Prix", "{people} Grand Prix", "{city} Marathon", "{city} Film Festival", "{year} {city} Olympics", "Battle of {city}",
		"{city} massacre", "{people} Revolution", "{country} War", "{city} International Book Fair", "{city} Air Show", "{year} FIFA World Cup", "{people} Open", "{city} Open",
		"{year} Winter Olympics", "{city} Jazz Festival", "{state} primary", "{people} Civil War", "{city} Games", "{last} Day", "Siege of {city}", "{city} Summit",
	},
	"storm": {"Hurricane {first}", "Tropical Storm {first}", "Typhoon {first}", "Cyclone {first}"},
	"ship":  {"USS {last}", "HMS {city}", "MV {first} {last}", "USS {person}", "MS {city}", "HMS {last}"},
	"law": {
		"{last} Act", "{last} Amendment", "{field} Act", "{field} Reform Act", "{city} Treaty", "Treaty of {city}", "{city} Convention", "{city} Protocol", "{field} and {field} Act of {year}",
		"Constitution of {country}",
	},
	"award": {"{last} Prize", "{last} Award", "{last} Medal", "Order of {country}", "{city} Prize for {field}"},
	"craft": {"Boeing {three}", "Airbus A{three}", "{people} Airlines Flight {three}", "{city} Airways Flight {three}", "Cessna {three}"},
}

// patternLabels tells which kind of thing the patterns name.
var patternLabels = map[string]string{
	"facility": "LOC", "body": "ORG", "company": "ORG", "event": "EVT", "storm": "EVT", "ship": "OTH", "law": "OTH", "award": "OTH", "craft": "OTH",
}

// fields are what bodies and laws are named for.
var fields = strings.Split("Health,Education,Justice,Trade,Transport,Energy,Agriculture,Defence,Defense,Labor,Environment,Tourism,Culture,Science,Technology,Aviation,"+
	"Nuclear Safety,Consumer Protection,Human Rights,Climate Change,Housing,Development,Investment,Statistics,Migration,Public Health,Foreign Affairs,Finance,Water Resources,Peace,Women,Sports,Fisheries,Security", ",")

var composedLines = []string{
	"{facility} was closed on {d} after the storm.", "The man was taken to {facility} in {city}.", "Police found the car near {facility}, {n} miles from {city}.", "She was held at {facility} until {d}.",
	"Crowds gathered outside {facility} on {d}.", "{body} said on {d} that it would appeal.", "{person}, a professor at {body}, said the figures were a surprise.", "The {body} approved the plan.",
	"A report by the {body} found {n} cases.", "{person}, the head of the {body}, resigned on {d}.", "The {body} and the {body} declined to comment.", "Officials at the {body} told {media} they knew of it.",
	"{company} said it would cut {n} jobs.", "Shares of {company} rose {n} percent.", "{person}, an analyst at {company}, said demand was weak.", "{company} hired {person} from {company}.", "The deal between {company} and {company} is worth ${n} million.",
	"{storm} hit {country} on {d}, killing {n} people.", "Residents of {city} fled before {storm} came ashore.", "The {event} begins in {city} on {d}.", "{person} won the {event}.", "He fought in the {event}.",
	"Thousands came to the {event} on {d}.", "The {ship} left {city} with {n} sailors.", "Divers found the wreck of the {ship} near {facility}.", "He was charged under the {law}.", "The {law} was signed by {country} and {country}.",
	"{person} won the {award} for her novel.", "A {craft} crashed near {city} on {d}.", "{n} people were on board the {craft}.", "{last}, who lives in {city}, said he would sue {company}.", "{person} flew from {facility} to {facility} on a {craft}.",
	"The case was heard by the {body} in {city}.", "{city}-based {company} makes {n} of them a year.", "Mr. {last} joined {company} in {y}.", "{last} told the {body} that {company} owed him ${n} million.",
}

// compose fills the slots of a pattern of names.
func (m *maker) compose(pattern string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		pattern = after
		b.WriteString(m.plain(slot))
	}
}

// plain returns words for a slot of a pattern of names.
func (m *maker) plain(slot string) string {
	switch slot {
	case "number":
		return fmt.Sprint(1 + m.rng.IntN(900))
	case "three":
		return fmt.Sprint(300 + m.rng.IntN(600))
	case "year":
		return fmt.Sprint(1980 + m.rng.IntN(45))
	case "field":
		return pick(m.rng, fields)
	case "people":
		return pick(m.rng, m.names["DEMONYM"])
	case "person":
		return pick(m.rng, m.names["FIRST"]) + " " + pick(m.rng, m.names["LAST"])
	}
	return pick(m.rng, m.names[strings.ToUpper(slot)])
}
