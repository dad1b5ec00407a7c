// Plus Codes, the Open Location Code of github.com/google/open-location-code: pairs of base-20
// digits, each dividing the cell before it into 20 by 20, then single digits dividing it into 5
// rows of 4. Only full codes are read: a short one ("5PVX+XX Saraqib") needs a reference place.

const DIGITS = "23456789CFGHJMPQRVWX";

/** A full code, of 8 digits before the plus; zeros pad omitted digits. */
export const fullPlusCode = /^(?=.{8}\+)[2-9CFGHJMPQRVWX]{2,8}0*\+([2-9CFGHJMPQRVWX]{2,7})?$/i;

/** The centre of a code's cell; null outside the world. */
export function readPlusCode(code: string): { lat: number; lon: number } | null {
  const digits = [...code.toUpperCase().replace(/0*\+/, "")].map((c) => DIGITS.indexOf(c));
  if (digits.length < 10 && digits.length % 2) return null;
  let [lat, lon, height, width] = [-90, -180, 400, 400];
  digits.slice(0, 10).forEach((digit, i) => {
    if (i % 2 === 0) {
      height /= 20;
      lat += digit * height;
    } else {
      width /= 20;
      lon += digit * width;
    }
  });
  for (const digit of digits.slice(10)) {
    height /= 5;
    width /= 4;
    lat += Math.floor(digit / 4) * height;
    lon += (digit % 4) * width;
  }
  const round = (degrees: number) => Math.round(degrees * 1e8) / 1e8;
  return lat < 90 && lon < 180 ? { lat: round(lat + height / 2), lon: round(lon + width / 2) } : null;
}
