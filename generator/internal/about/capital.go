package about

import "strings"

// capitals are the seats of governments by their country: where an article names the country, the capital mostly stands for it or for where
// the report was written.
var capitals = parsePairs(`
Washington	United States
Washington, D.C.	United States
Washington, DC	United States
London	United Kingdom
Paris	France
Berlin	Germany
Rome	Italy
Madrid	Spain
Lisbon	Portugal
Dublin	Ireland
Brussels	Belgium
Amsterdam	Netherlands
The Hague	Netherlands
Vienna	Austria
Bern	Switzerland
Geneva	Switzerland
Copenhagen	Denmark
Oslo	Norway
Stockholm	Sweden
Helsinki	Finland
Warsaw	Poland
Prague	Czech Republic
Budapest	Hungary
Bucharest	Romania
Sofia	Bulgaria
Athens	Greece
Ankara	Turkey
Istanbul	Turkey
Moscow	Russia
Kyiv	Ukraine
Kiev	Ukraine
Minsk	Belarus
Tbilisi	Georgia
Belgrade	Serbia
Zagreb	Croatia
Beijing	China
Shanghai	China
Tokyo	Japan
Seoul	South Korea
Pyongyang	North Korea
Taipei	Taiwan
New Delhi	India
Delhi	India
Mumbai	India
Islamabad	Pakistan
Karachi	Pakistan
Kabul	Afghanistan
Dhaka	Bangladesh
Colombo	Sri Lanka
Bangkok	Thailand
Hanoi	Vietnam
Manila	Philippines
Jakarta	Indonesia
Kuala Lumpur	Malaysia
Canberra	Australia
Sydney	Australia
Wellington	New Zealand
Ottawa	Canada
Toronto	Canada
Mexico City	Mexico
Havana	Cuba
Caracas	Venezuela
Bogotá	Colombia
Lima	Peru
Quito	Ecuador
Santiago	Chile
Buenos Aires	Argentina
Brasília	Brazil
Brasilia	Brazil
Cairo	Egypt
Tripoli	Libya
Tunis	Tunisia
Algiers	Algeria
Rabat	Morocco
Khartoum	Sudan
Addis Ababa	Ethiopia
Nairobi	Kenya
Abuja	Nigeria
Lagos	Nigeria
Accra	Ghana
Pretoria	South Africa
Johannesburg	South Africa
Harare	Zimbabwe
Kinshasa	Democratic Republic of the Congo
Jerusalem	Israel
Tel Aviv	Israel
Beirut	Lebanon
Damascus	Syria
Amman	Jordan
Baghdad	Iraq
Tehran	Iran
Riyadh	Saudi Arabia
Doha	Qatar
Dubai	United Arab Emirates
Abu Dhabi	United Arab Emirates
Sanaa	Yemen
New York	United States
New York City	United States
Los Angeles	United States
`)

func parsePairs(table string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(table) {
		if k, v, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			m[k] = v
		}
	}
	return m
}
