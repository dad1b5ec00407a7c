package geoparse

import "testing"

// TestTranscribedVillages: what the text calls a village is a place of the tables whose spelling
// differs only by conventions of transcription, not one that merely sounds alike.
func TestTranscribedVillages(t *testing.T) {
	testFound(t, []foundIn{
		{"They took the villages of Saraqib, Tel Mardeekh and Maardibsah.", "Saraqib=Saraqib; Tel Mardeekh=Ebla; Maardibsah=Maar Dibsah"},
		{"They took the villages of Saraqib, Tal Merdash and Maardibsah.", "Saraqib=Saraqib; Tal Merdash=?; Maardibsah=Maar Dibsah"},
		{"They took the villages of Dhiban and Taiyaneh on the Euphrates.", "Dhiban=Dhiban; Taiyaneh=Tayyanah; Euphrates=Euphrates River"},
		{"They took the villages of Teer Maala, Jwalik and Ghantou.", "Teer Maala=Teir Maalah; Jwalik=Jawalik; Ghantou=al-Ghantu"},
		{"They took Deir Maker, Tell Arous and Dannaji.", "Deir Maker=Deir Maker; Tell Arous=Tell Arous of Deir al-Adas; Dannaji=al-Dannaji"},
	})
}
