// The state of a parse (arc-hybrid): a stack, the next word, and the arcs drawn so far, with what features ask of them.
// Words are 1 to n; 0 stands for 'no word', n + 1 for the root, which waits behind the last word. No scoring here.

export const SHIFT = 0;
/** The top of the stack becomes a dependant of the next word. */
export const LEFT = 1;
/** The top of the stack becomes a dependant of the one below it. */
export const RIGHT = 2;

/** Sets of transitions by their bits. */
const SETS = Array.from({ length: 8 }, (_, bits) =>
  Uint8Array.from([SHIFT, LEFT, RIGHT].filter((t) => bits & (1 << t))),
);

/** Columns over words 0 to n + 1. */
export class Configuration {
  n = 0;
  size = 0;
  next = 1;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** Outermost and second outermost dependants on either side, and how many there are (at most 7). */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  lefts = new Int32Array(0);
  rights = new Int32Array(0);
  /** Sum of the labels' hashes on either side: which relations are taken, in whatever order. */
  leftLabels = new Int32Array(0);
  rightLabels = new Int32Array(0);
  private readonly labelHash: Int32Array;
  private readonly noLabel: number;

  /** One hash a label. */
  constructor(labelHash: Int32Array) {
    this.labelHash = labelHash;
    this.noLabel = labelHash.length;
    this.grow(256);
  }

  begin(n: number): void {
    if (n + 2 > this.head.length) this.grow(n + 2);
    this.n = n;
    this.size = 0;
    this.next = 1;
    const end = n + 2;
    this.head.fill(-1, 0, end);
    this.label.fill(this.noLabel, 0, end);
    for (const column of this.dependants()) column.fill(0, 0, end);
  }

  get done(): boolean {
    return this.next > this.n && this.size === 0;
  }

  /** The transitions that may be taken now. */
  allowed(): Uint8Array {
    const more = this.next <= this.n;
    return SETS[(more ? 1 : 0) | (this.size >= 1 && (more || this.size === 1) ? 2 : 0) | (this.size >= 2 ? 4 : 0)]!;
  }

  shift(): void {
    this.stack[this.size++] = this.next++;
  }

  /** The head that LEFT or RIGHT would give the top of the stack. */
  headBy(transition: number): number {
    return transition === LEFT ? this.next : this.stack[this.size - 2]!;
  }

  /** Takes the top of the stack off and hangs it on its head. */
  attach(transition: number, label: number): void {
    const head = this.headBy(transition);
    const dependant = this.stack[--this.size]!;
    this.head[dependant] = head;
    this.label[dependant] = label;
    if (dependant < head) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = dependant;
      if (this.lefts[head]! < 7) this.lefts[head]!++;
      this.leftLabels[head] = (this.leftLabels[head]! + this.labelHash[label]!) | 0;
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = dependant;
      if (this.rights[head]! < 7) this.rights[head]!++;
      this.rightLabels[head] = (this.rightLabels[head]! + this.labelHash[label]!) | 0;
    }
  }

  private dependants(): Int32Array[] {
    return [
      this.left1,
      this.left2,
      this.right1,
      this.right2,
      this.lefts,
      this.rights,
      this.leftLabels,
      this.rightLabels,
    ];
  }

  private grow(size: number): void {
    this.stack = new Int32Array(size);
    this.head = new Int32Array(size);
    this.label = new Int32Array(size);
    this.left1 = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right1 = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.lefts = new Int32Array(size);
    this.rights = new Int32Array(size);
    this.leftLabels = new Int32Array(size);
    this.rightLabels = new Int32Array(size);
  }
}
