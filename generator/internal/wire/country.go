package wire

// countryOf gives the country of cities that stand alone in datelines, where no other city of the name is written so.
var countryOf = map[string]string{
	"Seoul": "South Korea", "Pyongyang": "North Korea", "Tokyo": "Japan", "Osaka": "Japan", "Beijing": "China", "Shanghai": "China", "Hong Kong": "China",
	"Taipei": "Taiwan", "Manila": "Philippines", "Jakarta": "Indonesia", "Bangkok": "Thailand", "Hanoi": "Vietnam", "Kuala Lumpur": "Malaysia",
	"New Delhi": "India", "Mumbai": "India", "Bangalore": "India", "Kolkata": "India", "Chennai": "India", "Islamabad": "Pakistan", "Karachi": "Pakistan",
	"Lahore": "Pakistan", "Kabul": "Afghanistan", "Dhaka": "Bangladesh", "Colombo": "Sri Lanka", "Kathmandu": "Nepal", "Tehran": "Iran", "Baghdad": "Iraq",
	"Damascus": "Syria", "Beirut": "Lebanon", "Amman": "Jordan", "Riyadh": "Saudi Arabia", "Dubai": "United Arab Emirates", "Abu Dhabi": "United Arab Emirates",
	"Doha": "Qatar", "Kuwait": "Kuwait", "Sanaa": "Yemen", "Ankara": "Turkey", "Istanbul": "Turkey", "Cairo": "Egypt", "Tripoli": "Libya", "Tunis": "Tunisia",
	"Algiers": "Algeria", "Rabat": "Morocco", "Khartoum": "Sudan", "Addis Ababa": "Ethiopia", "Nairobi": "Kenya", "Mogadishu": "Somalia", "Kampala": "Uganda",
	"Lagos": "Nigeria", "Abuja": "Nigeria", "Accra": "Ghana", "Dakar": "Senegal", "Johannesburg": "South Africa", "Cape Town": "South Africa", "Harare": "Zimbabwe",
	"London": "United Kingdom", "Edinburgh": "United Kingdom", "Belfast": "United Kingdom", "Dublin": "Ireland", "Paris": "France", "Berlin": "Germany",
	"Frankfurt": "Germany", "Munich": "Germany", "Hamburg": "Germany", "Rome": "Italy", "Milan": "Italy", "Madrid": "Spain", "Barcelona": "Spain", "Lisbon": "Portugal",
	"Brussels": "Belgium", "Amsterdam": "Netherlands", "The Hague": "Netherlands", "Zurich": "Switzerland", "Geneva": "Switzerland", "Vienna": "Austria",
	"Prague": "Czech Republic", "Budapest": "Hungary", "Warsaw": "Poland", "Bucharest": "Romania", "Sofia": "Bulgaria", "Athens": "Greece", "Belgrade": "Serbia",
	"Kiev": "Ukraine", "Kyiv": "Ukraine", "Minsk": "Belarus", "Moscow": "Russia", "Stockholm": "Sweden", "Oslo": "Norway", "Copenhagen": "Denmark", "Helsinki": "Finland",
	"Reykjavik": "Iceland", "Washington": "United States", "New York": "United States", "Los Angeles": "United States", "San Francisco": "United States",
	"Chicago": "United States", "Houston": "United States", "Boston": "United States", "Detroit": "United States", "Seattle": "United States", "Miami": "United States",
	"Atlanta": "United States", "Philadelphia": "United States", "Denver": "United States", "Las Vegas": "United States", "Ottawa": "Canada", "Toronto": "Canada",
	"Montreal": "Canada", "Vancouver": "Canada", "Mexico City": "Mexico", "Havana": "Cuba", "Caracas": "Venezuela", "Bogota": "Colombia", "Quito": "Ecuador",
	"Lima": "Peru", "Santiago": "Chile", "Buenos Aires": "Argentina", "Brasilia": "Brazil", "Rio de Janeiro": "Brazil", "Sao Paulo": "Brazil",
	"Sydney": "Australia", "Melbourne": "Australia", "Canberra": "Australia", "Wellington": "New Zealand", "Auckland": "New Zealand",
	"Jerusalem": "", "Singapore": "Singapore", "Monaco": "Monaco",
}
