package position

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

// TestPairs: each rule with a text in which it finds a position, and one as similar as possible
// without one.
func TestPairs(t *testing.T) {
	for _, tt := range []struct{ rule, text, want, none string }{
		{"a hemisphere before numbers", "It stood at N 35.13 E 36.75 today.", "N 35.13 E 36.75", "It stood at N block E today, 35.13 and 36.75 long."},
		{"hemispheres in words", "It stood at north 35.13, east 36.75 today.", "north 35.13, east 36.75", "It lies north 35.13 km, east 36.75 km."},
		{"south", "They sailed to S 12.5 W 29.2 in May.", "S 12.5 W 29.2", "They sailed S 12.5 miles in May."},
		{"south in words", "They sailed to south 12.5 west 29.2 in May.", "south 12.5 west 29.2", "They sailed south 12.5 miles and west 29.2."},
		{"degrees and decimal minutes", "It sank at 34 12.5N 35 20.1E at dawn.", "34 12.5N 35 20.1E", "It sank 34 or 12.5 miles out at dawn."},
		{"whole degrees with their sign", "It sank at 34°N 35°E at dawn.", "34°N 35°E", "It was 34°C and then 35°C at dawn."},
		{"the sign of a masculine ordinal", "It sank at 34º12'N 35º20'E at dawn.", "34º12'N 35º20'E", "The 34º and the 35º were lost at dawn."},
		{"an ordinal with seconds", "wreck at 34º12'10\"N 35º20'20\"E", "34º12'10\"N 35º20'20\"E", "wreck at 34º12 and 35º20"},
		{"a hemisphere tied to its number", "It sank at N35.1320 E36.7501 today.", "N35.1320 E36.7501", "It took the N35 and the E36 today."},
		{"a ring above", "It sank at 34˚12'N 35˚20'E at dawn.", "34˚12'N 35˚20'E", "They heated it to 34˚ and 35˚ at dawn."},
		{"the word degrees", "It sank at 34 degrees 12 minutes north, 35 degrees 20 minutes east at dawn.", "34 degrees 12 minutes north, 35 degrees 20 minutes east", "It was 34 degrees in the north, 35 degrees in the east at dawn."},
		{"degrees with a capital", "At 34 Degrees 12 Minutes North, 35 Degrees 20 Minutes East it sank.", "34 Degrees 12 Minutes North, 35 Degrees 20 Minutes East", "At 34 Degrees Street, 35 Minutes Road it sank."},
		{"deg", "It sank at 34 deg 12 min N, 35 deg 20 min E at dawn.", "34 deg 12 min N, 35 deg 20 min E", "It sank with 34 dogs, 12 minks and 35 deer at dawn."},
		{"Arabic degrees", "غرقت عند 34 درجة 12 دقيقة شمالا و35 درجة 20 دقيقة شرقا.", "34 درجة 12 دقيقة شمالا و35 درجة 20 دقيقة شرقا", "بلغت الحرارة 34 درجة في الشمال و35 درجة في الشرق اليوم."},
		{"Arabic hemispheres", "غرقت عند 34.12 شمالا 35.2 شرقا.", "34.12 شمالا 35.2 شرقا", "غرقت عند 34 سفينة شمالا."},
		{"Arabic south", "غرقت عند 12.5 جنوبا 35.2 شرقا.", "12.5 جنوبا 35.2 شرقا", "غرقت 12 جنوبا."},
		{"Arabic hemispheres behind whole degrees", "غرقت عند 34 شمالا 35.2 شرقا.", "", "غرقت عند 34 شخصا 35.2 كم شرقا."},
		{"latitude and longitude by name", "It sank at latitude 34.12, longitude 35.2 at dawn.", "latitude 34.12, longitude 35.2", "It sank at a latitude of storms, 34.12 and 35.2 metres high."},
		{"Arabic latitude", "غرقت عند خط عرض 34.12 وخط طول 35.2.", "عرض 34.12 وخط طول 35.2", "غرقت بعد عرض كبير."},
		{"a minus sign", "Place: −12.5012, −29.2034", "−12.5012, −29.2034", "Place: −12.5012 and more"},
		{"a plus sign", "Place: +12.5012, +29.2034", "+12.5012, +29.2034", "Place: +12.5, +29.2"},
		{"a hyphen in a word is no minus", "Its coordinates: post-12.5012, 29.2034", "12.5012, 29.2034", "Post-12.5012 and 29.2034 it was."},
		{"a minus that begins the text", "-12.5012, 29.2034", "-12.5012, 29.2034", "-12.5, 29.2"},
		{"square brackets", "A convoy stood there [35.1318, 36.7578] at noon.", "35.1318, 36.7578", "A convoy stood there [35.131, 36.757] at noon."},
		{"a text of nothing else", "35.1318, 36.7578", "35.1318, 36.7578", "35.131, 36.757"},
		{"numbers in running text", "They met near 35.131, 36.757.", "35.131, 36.757", "They sold 35.131, 36.757."},
		{"two digits behind a preposition", "They met near 35.131, 36.757 (a hill).", "35.131, 36.757", "They met near 35.13, 36.75 (a hill)."},
		{"what they count", "They dug in at 35.1318, 36.7578.", "35.1318, 36.7578", "They dug in at 35.1318, 36.7578 metres."},
		{"when behind them", "It fell at 33.5138, 36.2765 at dawn.", "33.5138, 36.2765", "It fell at 33.5138, 36.2765 dollars at dawn."},
		{"when, behind fewer digits", "It fell at 33.5138, 36.2765 at dawn.", "33.5138, 36.2765", "It fell at 33.513, 36.276 at dawn."},
		{"a currency behind", "Place: 35.1318, 36.7578", "35.1318, 36.7578", "Place: 35.1318, 36.7578 €"},
		{"a word for coordinates before", "Coordinates of the depot at sea: 35.13, 36.75 was hit.", "35.13, 36.75", "Hosts of the depot at sea: 35.13, 36.75 was hit."},
		{"shortly before", "The coordinates that the navy gave: 35.13, 36.75 today.", "35.13, 36.75", "The coordinates that the navy of the country gave to us: 35.13, 36.75 today."},
		{"in the same sentence", "It has coordinates 35.13, 36.75 today.", "35.13, 36.75", "It has coordinates. 35.13, 36.75 today."},
		{"a word for coordinates behind", "It noted 35.1318, 36.7578 as coordinates.", "35.1318, 36.7578", "It noted 35.1318, 36.7578 as losses. Coordinates followed."},
		{"behind, of four digits", "It noted 35.1318, 36.7578 as coordinates.", "35.1318, 36.7578", "It noted 35.131, 36.757 as coordinates."},
		{"figures around", "It stood there (35.1318, 36.7578) at noon.", "35.1318, 36.7578", "It stood at a rate (35.1318, 36.7578) at noon."},
		{"figures in another sentence", "The dollar rose. It stood there (35.1318, 36.7578). The euro fell.", "35.1318, 36.7578", "The dollar rose and it stood (35.1318, 36.7578) there."},
		{"a grid reference of few digits", "Grid 37S BU 957 899 was hit.", "37S BU 957 899", "Flight 37S BU 957 899 was hit."},
		{"a grid reference of many digits", "Flight 37S BU 9573 8996 was hit.", "37S BU 9573 8996", "Flight 37S BU was hit."},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			in := func(source string) (first string) {
				for _, at := range In(geoparsetest.Text(t, source)) {
					first += source[at.Start:at.End]
				}
				return first
			}
			if got := in(tt.text); got != tt.want {
				t.Errorf("%s\n got %q\nwant %q", tt.text, got, tt.want)
			}
			if got := in(tt.none); got != "" {
				t.Errorf("%s\n got %q, want none", tt.none, got)
			}
		})
	}
}
