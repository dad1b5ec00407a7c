package geoparse

import (
	"testing"
)

func TestNamesWithTheirClassWord(t *testing.T) {
	testFound(t, []foundIn{
		{"Aid reached the Nur Shams camp.", "Nur Shams=Nur Shams Camp/PS"},
		{"Fires in the Zamzam and Abu Shouk camps in Sudan.", "Zamzam=Zamzam Camp/SD; Abu Shouk=Abu Shouk Camp/SD; Sudan=Sudan/SD"},
		{"They left the Shatila camp.", "Shatila=Shatila Camp/LB"},
		{"They were taken to a Khartoum hospital.", "Khartoum=Khartoum/SD"},
		{"They were taken to Khartoum hospital.", "Khartoum=Khartoum Teaching Hospital/SD"},
		{"Nur Shams sang in a camp.", ""},
		{"They shelled the Damascus and Aleppo airports.", "Damascus=Damascus International Airport; Aleppo=Aleppo International Airport"},
		{"They shelled the airports of Damascus and Aleppo.", "Damascus=Damascus International Airport; Aleppo=Aleppo International Airport"},
		{"They shelled Damascus and the Aleppo airport.", "Damascus=Damascus; Aleppo=Aleppo International Airport"},
		{"قصفوا مطاري دمشق وحلب.", "دمشق=Damascus International Airport; حلب=Aleppo International Airport"},
		{"قصفوا مدينتي دمشق وحلب.", "دمشق=Damascus; حلب=Aleppo"},
		{"The last rebel district of Homs fell.", "Homs=Homs"},
		{"The district of Homs fell.", "Homs=Homs Governorate"},
		{"They left the northern district of Afrin.", "Afrin=Afrin District"},
		{"Strikes hit the Jabal al-Zawiya region of Idlib.", "Jabal al-Zawiya=Jabal al-Zawiya; Idlib=Idlib Governorate"},
		{"Strikes hit the Waer area of Homs.", "Waer=al-Waer; Homs=Homs"},
		{"نشروا صورا على تلغرام من سراقب.", "سراقب=Saraqib"},
		{"وصلوا إلى كفرزيتا.", "كفرزيتا=Kafr Zita"},
	})
}

func TestOtherRomanisations(t *testing.T) {
	testFound(t, []foundIn{
		{"Drones hit Hadiach.", "Hadiach=Hadyach/UA"},
		{"A train reached Berdiansk in Ukraine.", "Berdiansk=Berdyansk/UA; Ukraine=Ukraine/UA"},
		{"They spoke of Enerkodar.", ""},
	})
}
