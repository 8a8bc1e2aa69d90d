// Makes bytes in eight-bit encodings for tests, which TextEncoder cannot.

/** The text in the named encoding of one byte per sign; throws on signs that it lacks. */
export function eightBitBytes(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const codes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) codes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(
    [...text].map((sign) => {
      const byte = codes.get(sign);
      if (byte === undefined) throw new Error(`'${sign}' is not in ${charset}`);
      return byte;
    }),
  );
}
