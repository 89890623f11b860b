// Offsets: the newsroom counts Unicode code points, JavaScript counts UTF-16 units.

export class Offsets {
  constructor(text) {
    // Where characters of two units begin.
    this.pairs = [];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0xd800 && unit < 0xdc00) this.pairs.push(at++);
    }
    this.units = text.length;
    this.points = text.length - this.pairs.length;
  }

  /** The code-point offset of a UTF-16 one. */
  toPoints(units) {
    return units - this.before((index) => this.pairs[index] < units);
  }

  /** The UTF-16 offset of a code-point one. */
  toUnits(points) {
    return points + this.before((index) => this.pairs[index] - index < points);
  }

  /** How many pairs, from the first, fulfil this. */
  before(holds) {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
