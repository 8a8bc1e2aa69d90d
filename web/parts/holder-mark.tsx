// A holder's sign in the text: the same shape, letter and colour as on the map, and the same ways of being drawn.
import type { Holding } from "../core/answers.ts";
import { CORNERS, type HolderShape } from "../draw/corners.ts";
import { type Firmness, firmness, type HolderSign } from "../draw/holders.ts";

const R = 9;
const C = 13;

const Outline = ({ shape, r = R, ...how }: { shape: HolderShape; r?: number; class: string }) =>
  shape === "circle" ? (
    <circle cx={C} cy={C} r={r} {...how} />
  ) : (
    <polygon points={CORNERS[shape].map(([x, y]) => `${C + x * r},${C + y * r}`).join(" ")} {...how} />
  );

export function Sign(props: { sign: HolderSign; firm?: Firmness; state?: Holding["state"] }) {
  const { sign, firm = "full", state = "controls" } = props;
  const hollow = firm !== "full" || state === "present";
  return (
    <svg class={`sign holder-${sign.colour + 1}`} viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
      {state === "besieged" && <circle cx={C} cy={C} r={12} class="sign-siege" />}
      {state === "contested" && <Outline shape={sign.shape} r={12} class="sign-contest" />}
      <Outline shape={sign.shape} class={hollow ? "sign-hollow" : "sign-full"} />
      <text x={C} y={C + (sign.shape === "triangle" ? 5 : 3.6)} class={hollow ? "sign-dark" : "sign-light"}>
        {sign.letters}
      </text>
      {firm === "crossed" && <path d="M3 23L23 3" class="sign-cross" />}
    </svg>
  );
}

export const HoldingSign = ({ holding, sign }: { holding: Holding; sign: HolderSign | undefined }) =>
  sign ? <Sign sign={sign} firm={firmness(holding)} state={holding.state} /> : null;
