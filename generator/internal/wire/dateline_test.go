package wire

import (
	"fmt"
	"testing"
)

func TestReadDateline(t *testing.T) {
	for _, c := range []struct{ text, place, country, more, agency, rest string }{
		{"SEOUL, South Korea — The board met.", "Seoul", "South Korea", "", "", "The board met."},
		{"GENEVA, March 1 (Reuters) - The board met.", "Geneva", "Switzerland", "", "Reuters", "The board met."},
		{"WASHINGTON (AP) — The board met.", "Washington", "United States", "", "AP", "The board met."},
		{"SEOUL/TOKYO -- The board met.", "Seoul", "South Korea", "Tokyo", "", "The board met."},
		{"NEW DELHI: The board met.", "New Delhi", "India", "", "", "The board met."},
		{"Paris (AFP) - The board met.", "Paris", "France", "", "AFP", "The board met."},
		{"Geneva, 1 March (Xinhua) -- The board met.", "Geneva", "Switzerland", "", "Xinhua", "The board met."},
		{"PORT-AU-PRINCE, Haiti, Jan. 3 (UPI) -- The board met.", "Port-au-Prince", "Haiti", "", "UPI", "The board met."},
		{"ST. LOUIS (AP) -- The board met.", "St. Louis", "", "", "AP", "The board met."},
		{"N’DJAMENA, Chad – The board met.", "N’Djamena", "Chad", "", "", "The board met."},
		{"BEIJING, July 18 (Xinhua) -- The board met.", "Beijing", "China", "", "Xinhua", "The board met."},
		{"MOSCOW, July 18. /TASS/. The board met.", "Moscow", "Russia", "", "TASS", "The board met."},
		{"BERLIN, 18 July 2017 (dpa) - The board met.", "Berlin", "Germany", "", "dpa", "The board met."},
		{"TEL AVIV, Israel (JTA) — The board met.", "Tel Aviv", "Israel", "", "JTA", "The board met."},
		{"(Reuters) - The board met.", "", "", "", "Reuters", "The board met."},
		{"Toronto, March 16 - The board met.", "Toronto", "Canada", "", "", "The board met."},
		{"Dec 29 (Reuters) - The board met.", "", "", "", "Reuters", "The board met."},
		{"(CNN) -- The board met.", "", "", "", "CNN", "The board met."},
		{"LONDON, July 18, 2017 /PRNewswire/ -- The board met.", "London", "United Kingdom", "", "PRNewswire", "The board met."},
		{"LONDON--(BUSINESS WIRE)--The board met.", "London", "United Kingdom", "", "BUSINESS WIRE", "The board met."},
		{"TOKYO, July 18, Kyodo - The board met.", "Tokyo", "Japan", "", "Kyodo", "The board met."},
		{"UNITED NATIONS — The board met.", "United Nations", "", "", "", "The board met."},
		{"WASHINGTON, D.C. — The board met.", "Washington", "D.C.", "", "", "The board met."},
		// no datelines
		{"UPDATE — The board met.", "", "", "", "", "UPDATE — The board met."},
		{"The board met — and went home.", "", "", "", "", "The board met — and went home."},
		{"Election Day, Nov. 8 — The board met.", "", "", "", "", "Election Day, Nov. 8 — The board met."},
		{"Q: Did the board meet?", "", "", "", "", "Q: Did the board meet?"},
		{"NATO-led troops met.", "", "", "", "", "NATO-led troops met."},
		{"", "", "", "", "", ""},
	} {
		d, n := readDateline(c.text)
		more := ""
		if len(d.More) > 0 {
			more = d.More[0]
		}
		got := fmt.Sprintf("%q", []string{d.Place, d.Country, more, d.Agency, c.text[n:]})
		if want := fmt.Sprintf("%q", []string{c.place, c.country, c.more, c.agency, c.rest}); got != want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, want)
		}
	}
}

func TestIsHeadline(t *testing.T) {
	for line, want := range map[string]bool{
		"GRAIN SALES UP - MINISTRY":           true,
		"Harbour Board Votes for a New Ferry": true,
		"OSLO - THE BOARD MET":                false,
		"BERGEN (AP) - THE BOARD MET":         false,
		"BERGEN - The board met":              false,
		"* * *":                               false,
	} {
		if got := isHeadline(line); got != want {
			t.Errorf("isHeadline(%q) = %v", line, got)
		}
	}
}
