// The server counts Unicode code points, JavaScript UTF-16 units. They differ after characters
// beyond the Basic Multilingual Plane.

/** Converts code point offsets in a text to offsets in its JavaScript string. */
export class CodePoints {
  readonly text: string;
  /** The code points, in order, that take two units. */
  private readonly wide: number[] = [];
  readonly length: number;

  constructor(text: string) {
    this.text = text;
    let n = 0;
    for (const c of text) {
      if (c.length === 2) this.wide.push(n);
      n++;
    }
    this.length = n;
  }

  /** The unit at which code point n starts; clamped to the text. */
  unit(n: number): number {
    const point = Math.max(0, Math.min(n, this.length));
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wide[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}
