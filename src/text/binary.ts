// Tells files that hold no text from those that do, by their first bytes: so that a photograph in the folder is refused
// with a line that says what it is. It does not judge the text itself.

const MAGIC: readonly (readonly [bytes: string, name: string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\u0003\u0004", "a ZIP archive (or an Office document)"],
  ["PK\u0005\u0006", "an empty ZIP archive"],
  ["\u0089PNG\r\n", "a PNG picture"],
  ["\u00ff\u00d8\u00ff", "a JPEG picture"],
  ["GIF87a", "a GIF picture"],
  ["GIF89a", "a GIF picture"],
  ["\u007fELF", "a program (ELF)"],
  ["MZ\u0090", "a program (Windows)"],
  ["\u001f\u008b", "a gzip archive"],
  ["BZh", "a bzip2 archive"],
  ["7z\u00bc\u00af", "a 7-Zip archive"],
  ["Rar!\u001a", "a RAR archive"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office document"],
  ["SQLite format 3", "an SQLite database"],
  ["{\\rtf", "an RTF document"],
  ["ID3", "a sound file"],
  ["OggS", "a sound file"],
];
const LOOKED_AT = 8192;

export const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString("latin1");

/** 'utf-16le' or 'utf-16be' where zero bytes stand on one side of the pairs only; null otherwise. */
export function utf16WithoutBom(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  const charset =
    odd > pairs * 0.06 && even < pairs * 0.01
      ? "utf-16le"
      : even > pairs * 0.06 && odd < pairs * 0.01
        ? "utf-16be"
        : null;
  if (!charset) return null;
  const text = new TextDecoder(charset).decode(bytes.subarray(0, length));
  const strange = [...text].filter((c) => c < "\t" || c === "\ufffd" || /\p{Cn}|\p{Co}/u.test(c)).length;
  return strange < text.length * 0.02 ? charset : null;
}

/** What the bytes are when they are no text ('a PDF file'); null when they may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = latin1(bytes, 0, 16);
  for (const [magic, name] of MAGIC) if (head.startsWith(magic)) return name;
  if (/^....ftyp/s.test(head)) return "a video or sound file (MP4)";
  if (head.startsWith("RIFF")) return "a RIFF file (picture, sound or video)";
  const bom = /^(\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/.test(head);
  if (bom || utf16WithoutBom(bytes)) return null;
  const looked = bytes.subarray(0, LOOKED_AT);
  let zeros = 0;
  let controls = 0;
  for (const byte of looked) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  }
  if (zeros > 0 && zeros > looked.length * 0.001) return "binary (it holds zero bytes)";
  return controls > looked.length * 0.05 ? "binary (it holds control characters)" : null;
}
