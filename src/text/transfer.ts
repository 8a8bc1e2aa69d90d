// Bytes as mail carries them - quoted-printable, base64, or plain - brought back, with the way from each byte to where it
// stood in the message.

export interface Carried {
  readonly bytes: Uint8Array;
  /** Offset of a byte (or of the end) to its offset in the message. */
  readonly at: (offset: number) => number;
}

const hex = (byte: number): number =>
  byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 102 ? (byte | 32) - 87 : -1;

function quotedPrintable(source: Uint8Array, from: number, to: number): Carried {
  const out = new Uint8Array(to - from);
  const places = new Uint32Array(to - from + 1);
  let length = 0;
  for (let i = from; i < to; i++) {
    const byte = source[i]!;
    if (byte === 61) {
      // '=' at a line's end joins it to the next; before two hex digits it is the byte that they name.
      let end = i + 1;
      while (end < to && (source[end] === 32 || source[end] === 9 || source[end] === 13)) end++;
      if (source[end] === 10 || end >= to) {
        i = end;
        continue;
      }
      const [high, low] = [hex(source[i + 1] ?? 0), hex(source[i + 2] ?? 0)];
      if (high >= 0 && low >= 0) {
        places[length] = i;
        out[length++] = high * 16 + low;
        i += 2;
        continue;
      }
    }
    places[length] = i;
    out[length++] = byte;
  }
  places[length] = to;
  return { bytes: out.subarray(0, length), at: (offset) => places[Math.min(offset, length)]! };
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i;

function base64(source: Uint8Array, from: number, to: number): Carried {
  const out = new Uint8Array(Math.ceil(((to - from) * 3) / 4) + 3);
  const places = new Uint32Array(out.length + 1);
  let length = 0;
  let bits = 0;
  let held = 0;
  let began = from;
  for (let i = from; i < to; i++) {
    const value = source[i]! < 128 ? VALUES[source[i]!]! : -1;
    if (value < 0) continue;
    if (held === 0) began = i;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      places[length] = began;
      out[length++] = (bits >> held) & 0xff;
      began = i;
    }
  }
  places[length] = to;
  return { bytes: out.subarray(0, length), at: (offset) => places[Math.min(offset, length)]! };
}

/** The bytes of source[from, to) as the named encoding carries them; an unknown name is taken as plain. */
export function carried(source: Uint8Array, from: number, to: number, encoding: string): Carried {
  const name = encoding.trim().toLowerCase();
  if (name === "quoted-printable") return quotedPrintable(source, from, to);
  if (name === "base64") return base64(source, from, to);
  return { bytes: source.subarray(from, to), at: (offset) => from + offset };
}
