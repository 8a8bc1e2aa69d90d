// The JSON that Telegram writes when a channel is exported (result.json): each message with words becomes a row. Other
// messaging services' exports are not known here.
import { z } from "zod";

const piece = z.union([z.string(), z.looseObject({ text: z.string() }).transform(({ text }) => text)]);
const message = z.looseObject({
  id: z.union([z.number(), z.string()]),
  type: z.string(),
  date: z.string(),
  date_unixtime: z.string().regex(/^\d+$/).optional(),
  text: z.union([z.string(), z.array(piece)]),
  forwarded_from: z.string().nullish(),
});
const channel = z.looseObject({ name: z.string().nullish(), type: z.string(), messages: z.array(z.unknown()) });

/** Rows of a channel export in its order; null when the value is none. */
export function channelRows(value: unknown): unknown[] | null {
  const checked = channel.safeParse(value);
  if (!checked.success) return null;
  const { name } = checked.data;
  return checked.data.messages.flatMap((entry) => {
    const one = message.safeParse(entry);
    if (!one.success || one.data.type !== "message") return [];
    const text = typeof one.data.text === "string" ? one.data.text : one.data.text.join("");
    if (!text.trim()) return [];
    const instant = one.data.date_unixtime
      ? new Date(Number(one.data.date_unixtime) * 1000).toISOString().replace(".000Z", "Z")
      : one.data.date.slice(0, 10);
    return [{ id: `${name ?? "channel"}/${one.data.id}`, text, published: instant, outlet: name ?? null }];
  });
}
