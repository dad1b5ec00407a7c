import { describe, expect, it } from "vitest";
import { blend } from "./crowd";

const parts = (v: number) => [v & 255, (v >>> 8) & 255, (v >>> 16) & 255, v >>> 24];
const whole = ([r, g, b, a]: number[]) => ((a << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** One colour over another, by the formula. */
function over(upper: number, lower: number): number[] {
  const [s, t] = [parts(upper), parts(lower)];
  const [a, b] = [s[3] / 255, t[3] / 255];
  const alpha = a + b * (1 - a);
  const colour = (k: number) => (alpha ? (s[k] * a + t[k] * b * (1 - a)) / alpha : 0);
  return [colour(0), colour(1), colour(2), alpha * 255];
}

describe("blending", () => {
  it("is what the formula says, but for rounding", () => {
    for (const upper of [
      [0, 114, 178, 189],
      [255, 255, 255, 255],
      [255, 255, 255, 40],
      [9, 200, 30, 4],
    ])
      for (const lower of [
        [0, 0, 0, 0],
        [0, 114, 178, 189],
        [255, 255, 255, 255],
        [10, 240, 90, 17],
      ]) {
        const pixels = Uint32Array.of(0, whole(lower), 7);
        blend(pixels, { at: Int32Array.of(1), colour: Uint32Array.of(whole(upper)) }, 0);
        const wanted = over(whole(upper), whole(lower));
        parts(pixels[1]).forEach((v, k) => {
          expect(Math.abs(v - wanted[k]), `${upper} over ${lower}`).toBeLessThanOrEqual(3);
        });
        expect([pixels[0], pixels[2]]).toEqual([0, 7]);
      }
  });

  it("lays each pixel where it belongs", () => {
    const pixels = new Uint32Array(9);
    blend(pixels, { at: Int32Array.of(-3, 0, 1), colour: Uint32Array.of(1, 2, 3) }, 4);
    expect([...pixels]).toEqual([0, 1, 0, 0, 2, 3, 0, 0, 0]);
  });
});
