package classify_test

import "testing"

func TestNamesThatMakeOneLongerName(t *testing.T) {
	testPairs(t, []pair{
		{"a race behind its state", "Derby", "They lost the Kentucky Derby.", "", "They left Kentucky for Derby.", "place"},
		{"a paper behind its city", "Post", "They read the Denver Post daily.", "", "They drove from Denver to Post daily.", "place"},
		{"not its state", "Georgia", "They left Athens Georgia early.", "place", "They left Athens Piccadilly early.", "no name"},
		{"nor a town nearby", "Bradford", "They left Leeds Bradford early.", "place", "They left Denver Piccadilly early.", "no name"},
		{"nor a quarter in a table", "al-Waer", "They left Homs al-Waer early.", "place", "They left Homs Piccadilly early.", "no name"},
		{"not over a comma", "Piccadilly", "They left Manchester Piccadilly early.", "", "They left Manchester, Piccadilly and Perth early.", "place"},
		{"a number of people", "Birmingham", "They freed the Birmingham Six.", "", "They freed Birmingham.", "place"},
		{"in capitals", "Birmingham", "They freed the Birmingham Six.", "", "They freed the Birmingham six.", "place"},
		{"that ends the phrase", "Birmingham", "They freed the Birmingham Six.", "", "They left the Birmingham Six Hills.", "place"},
		{"a club of Britain", "Hull City", "They beat Hull City at home.", "", "They beat Gaza City at home.", "no name"},
		{"and none abroad", "Idlib City", "They left Idlib City early.", "place", "They left Norwich City early.", "no name"},
		{"its council is the city's", "Hull City", "They asked Hull City Council.", "place", "They asked Hull City, and lost.", ""},
		{"said to lie somewhere", "Lincoln City", "They left Lincoln City, Oregon, early.", "place", "They left Lincoln Town, early.", "no name"},
		{"a club where English calls the land otherwise", "Bayern", "They heard that Bayern lost.", "", "They heard that Bavaria lost.", "no name"},
		{"not where one is", "Bayern", "They heard that Bayern lost.", "", "They heard that in Bayern it rained.", "place"},
		{"an Arabic name that goes on far away", "ناعور", "أصيب ناعور كفرنبل بالقصف.", "", "أصيب ناعور عمان بالقصف.", "place"},
		{"an airline", "Tanzania", "They flew with Air Tanzania.", "", "They flew over Tanzania.", "place"},
	})
}

func TestRelatives(t *testing.T) {
	testPairs(t, []pair{
		{"a relative's given name", "Chicago", "His daughter Chicago slept.", "person", "His daughter in Chicago slept.", "place"},
		{"of somebody named", "Adelaide", "They met Tom's wife Adelaide.", "person", "They met the wife Adelaide sent.", "place"},
		{"two names of places", "Charleston", "The victim, Madison Charleston, slept.", "person", "In Madison, Charleston and Boston they slept.", "place"},
		{"the first of them", "Madison", "The victim, Madison Charleston, slept.", "person", "The victim, of Madison, slept.", "place"},
		{"a great city is none", "Chicago", "They took the Florence Chicago train.", "place", "They met Florence Durham there.", "no name"},
	})
}

func TestTitledGivenNames(t *testing.T) {
	testPairs(t, []pair{
		{"a capital behind a given name with a title", "Paris", "Then Rev. Houston Paris prayed.", "person", "Then they left Houston for Paris.", "place"},
		{"without the dot", "Paris", "Then Judge Lincoln Paris ruled.", "person", "Then Judge Smith left Paris.", "place"},
		{"a forum", "Doha", "They left the Doha Security Forum.", "organisation", "They left the Doha security zone.", "place"},
	})
}

func TestPersonsWithTheirAge(t *testing.T) {
	testPairs(t, []pair{
		{"of a person of two names", "Bremen", "The suspect, Dallas Bremen, 29, was held.", "person", "The trains to Dallas, Bremen, 29, were held.", "place"},
		{"the first of them", "Dallas", "The suspect, Dallas Bremen, 29, was held.", "person", "The trains to Dallas, 29, were held.", "place"},
		{"between commas", "Verona", "The suspect, Anna Verona, 34, was held.", "person", "Trains left for Verona, 34 of them full.", "place"},
		{"of two digits at most", "Bremen", "The suspect, Dallas Bremen, 7, was found.", "person", "In the towns of Dallas and Bremen, 290, 300 and 400 died.", "place"},
	})
}

func TestWordsOfReligion(t *testing.T) {
	testPairs(t, []pair{
		{"a book", "Qur'an", "They read the Qur'an daily.", "", "They left the village of Qur'an.", "place"},
		{"a law", "Shari'a", "They asked a Shari'a court.", "", "They left the village of Shari'a.", "place"},
	})
}

func TestListedAfterNeighbours(t *testing.T) {
	testPairs(t, []pair{
		{"from a town and its neighbour", "Xenia", "Crews from Dayton and Xenia helped.", "place", "Crews, Dayton and Xenia helped.", "person"},
		{"near it", "Xenia", "Crews from Dayton and Xenia helped.", "place", "Crews from Boston and Xenia helped.", "person"},
	})
}

func TestOrganisationsWithTheirPlace(t *testing.T) {
	testPairs(t, []pair{
		{"at the head of a sentence", "Cork", "Council in Cork has approved it.", "place", "The Council in Cork has approved it.", "organisation"},
	})
}
