/** A path that is drawn as it is written in SVG, so that a context which writes SVG can write it again. */
export class Shape extends Path2D {
  readonly d: string;

  constructor(d: string) {
    super(d);
    this.d = d;
  }
}
