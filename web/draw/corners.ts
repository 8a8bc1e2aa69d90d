// The shapes that tell holders apart, as corners: for the canvas of the map and for the signs in the text alike.
export type HolderShape = "circle" | "square" | "diamond" | "triangle" | "hexagon" | "shield";
export const HOLDER_SHAPES: readonly HolderShape[] = ["circle", "square", "diamond", "triangle", "hexagon", "shield"];

const polygon = (n: number, turn: number): readonly (readonly [number, number])[] =>
  Array.from({ length: n }, (_, i) => {
    const angle = turn + (i / n) * Math.PI * 2;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
/** Corners on a unit circle; a circle has none. Used for the canvas and for the legend's SVG alike. */
export const CORNERS: Readonly<Record<HolderShape, readonly (readonly [number, number])[]>> = {
  circle: [],
  square: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  diamond: polygon(4, -Math.PI / 2).map(([x, y]) => [x * 1.2, y * 1.2] as const),
  triangle: polygon(3, -Math.PI / 2).map(([x, y]) => [x * 1.28, y * 1.28 + 0.16] as const),
  hexagon: polygon(6, 0).map(([x, y]) => [x * 1.06, y * 1.06] as const),
  shield: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.25],
    [0, 1.15],
    [-0.9, 0.25],
  ],
};
