// The way from a position in decoded text back to the byte it came from. Built only when asked for, because most texts
// are coded without anybody looking at the bytes.

export type ByteAt = (offset: number) => number;
const STEP = 256;

/** For text decoded from valid UTF-8 that began `skip` bytes in: a table every 256 units, counted on from there. */
export function utf8Offsets(text: string, skip: number): ByteAt {
  let table: Float64Array | null = null;
  const width = (i: number): number => {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) return 1;
    if (unit < 0x800) return 2;
    // A pair of surrogates is four bytes, counted on its second half.
    if (unit >= 0xd800 && unit < 0xdc00) return 0;
    return unit >= 0xdc00 && unit < 0xe000 ? 4 : 3;
  };
  const build = (): Float64Array => {
    const made = new Float64Array(Math.floor(text.length / STEP) + 1);
    let bytes = skip;
    for (let i = 0; i < text.length; i++) {
      if (i % STEP === 0) made[i / STEP] = bytes;
      bytes += width(i);
    }
    if (text.length % STEP === 0) made[text.length / STEP] = bytes;
    return made;
  };
  return (offset) => {
    table ??= build();
    const row = Math.floor(offset / STEP);
    let bytes = table[row]!;
    for (let i = row * STEP; i < offset; i++) bytes += width(i);
    return bytes;
  };
}

/** For encodings of a fixed width. */
export const fixedOffsets =
  (width: number, skip: number): ByteAt =>
  (offset) =>
    skip + offset * width;

/** For every other encoding and for broken UTF-8: decodes byte by byte and keeps where each unit began. */
export function steppedOffsets(bytes: Uint8Array, charset: string, length: number, skip: number): ByteAt {
  let starts: Uint32Array | null = null;
  const build = (): Uint32Array => {
    const made = new Uint32Array(length + 1);
    const decoder = new TextDecoder(charset, { ignoreBOM: true });
    const ascii = charset !== "iso-2022-jp";
    let unit = 0;
    let pending = -1;
    for (let i = skip; i < bytes.length; i++) {
      if (ascii && pending < 0 && bytes[i]! < 0x80) {
        made[unit++] = i;
        continue;
      }
      const out = decoder.decode(bytes.subarray(i, i + 1), { stream: true });
      const from = pending < 0 ? i : pending;
      const pair = out.length === 2 && out.codePointAt(0)! > 0xffff;
      for (let k = 0; k < out.length; k++) made[unit++] = k === 0 || pair ? from : i;
      // Broken UTF-8 may leave the byte that broke it waiting for its own followers.
      const broken = pending >= 0 && out === "\ufffd" && bytes[i]! >= 0xc2 && bytes[i]! <= 0xf4;
      if (out.length === 0) pending = from;
      else pending = broken && charset === "utf-8" ? i : -1;
    }
    while (unit <= length) made[unit++] = unit > length ? bytes.length : pending < 0 ? bytes.length : pending;
    made[length] = bytes.length;
    return made;
  };
  return (offset) => {
    starts ??= build();
    return starts[Math.min(offset, length)]!;
  };
}
