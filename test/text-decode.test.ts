// Bytes to text in every encoding that news comes in, and the way back to the bytes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binaryKind } from "../src/text/binary.ts";
import { published } from "../src/text/dates.ts";
import { decode } from "../src/text/decode.ts";
import { language } from "../src/text/lang.ts";
import { eightBitBytes } from "./text-bytes.ts";

const ARABIC = "دخلت فصائل مسلحة مدينة حماة يوم الخميس بعد معارك دامت ثلاثة أيام في ريفها";
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const withBom = (bytes: Uint8Array, ...bom: number[]): Uint8Array => Uint8Array.from([...bom, ...bytes]);

describe("encodings", () => {
  test.each<[string, Uint8Array, string | null, string, string]>([
    ["utf-8", utf8(`Homs ${ARABIC}`), null, "utf-8", `Homs ${ARABIC}`],
    ["utf-8 with BOM", withBom(utf8("Homs é"), 0xef, 0xbb, 0xbf), null, "utf-8", "Homs é"],
    ["utf-16le with BOM", withBom(utf16("Homs fell"), 0xff, 0xfe), null, "utf-16le", "Homs fell"],
    ["utf-16be with BOM", withBom(utf16("Homs fell", true), 0xfe, 0xff), null, "utf-16be", "Homs fell"],
    ["utf-16le without BOM", utf16("Homs fell on Friday"), null, "utf-16le", "Homs fell on Friday"],
    ["utf-16be without BOM", utf16("Homs fell on Friday", true), null, "utf-16be", "Homs fell on Friday"],
    ["utf-16le Arabic without BOM", utf16(ARABIC), null, "utf-16le", ARABIC],
    ["windows-1256, unlabelled", eightBitBytes(ARABIC, "windows-1256"), null, "windows-1256", ARABIC],
    ["windows-1256, labelled", eightBitBytes(ARABIC, "windows-1256"), "windows-1256", "windows-1256", ARABIC],
    [
      "windows-1252, unlabelled",
      eightBitBytes("The café “fell”", "windows-1252"),
      null,
      "windows-1252",
      "The café “fell”",
    ],
    ["utf-8 labelled latin-1", utf8("The café fell"), "iso-8859-1", "utf-8", "The café fell"],
    ["a label that nobody knows", utf8("Homs"), "x-nonsense", "utf-8", "Homs"],
  ])("%s", (_, bytes, said, charset, text) => {
    const decoded = decode(bytes, said);
    expect({ charset: decoded.charset, text: decoded.text }).toEqual({ charset, text });
    expect(binaryKind(bytes)).toBeNull();
    expect(decoded.notes).toEqual([]);
  });

  test("a page names its charset itself", () => {
    const page = eightBitBytes(`<meta charset="windows-1251"><p>Город пал</p>`, "windows-1251");
    expect(decode(page, null, true).text).toContain("Город пал");
  });

  test("a wrong label is told", () => {
    const decoded = decode(eightBitBytes(ARABIC, "windows-1256"), "utf-8");
    expect(decoded.text).toBe(ARABIC);
    expect(decoded.notes.map(({ kind }) => kind)).toEqual(["encoding"]);
  });

  test("broken UTF-8 keeps what can be read, and tells", () => {
    const decoded = decode(Uint8Array.from([...utf8("— Homs — fell — "), 0xff, ...utf8("on Friday")]));
    expect(decoded.text).toBe("— Homs — fell — \ufffdon Friday");
    expect(decoded.notes[0]?.kind).toBe("encoding");
    expect(decoded.byteAt(decoded.text.indexOf("on"))).toBe(23);
  });

  test("property: every stretch of the text is the decoding of its bytes", () => {
    const charset = fc.constantFrom("utf-8", "utf-16le", "utf-8-bom");
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 700 }), charset, (raw, kind) => {
        const text = `Homs ${raw
          .replaceAll("\ufeff", "")
          .replace(/[\ud800-\udfff]/g, "")
          .replaceAll("\0", "")}`;
        const bytes =
          kind === "utf-8"
            ? utf8(text)
            : kind === "utf-16le"
              ? withBom(utf16(text), 0xff, 0xfe)
              : withBom(utf8(text), 0xef, 0xbb, 0xbf);
        const decoded = decode(bytes);
        if (decoded.text !== text) return;
        const middle = Math.floor(text.length / 2);
        const again = new TextDecoder(decoded.charset, { ignoreBOM: true }).decode(
          bytes.subarray(decoded.byteAt(middle), decoded.byteAt(text.length)),
        );
        expect(again).toBe(text.slice(middle));
      }),
    );
  });
});

describe("what is no text", () => {
  test.each([
    ["a PDF file", Buffer.from("%PDF-1.7\n%âãÏÓ")],
    ["a ZIP archive (or an Office document)", Buffer.from("PK\u0003\u0004xx")],
    ["a PNG picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["a JPEG picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["a program (ELF)", Buffer.from([0x7f, 0x45, 0x4c, 0x46])],
    ["binary (it holds zero bytes)", Buffer.from([1, 0, 2, 0, 0, 3, 0, 0, 0, 9, 200, 0])],
    ["binary (it holds control characters)", Buffer.from("\u0001\u0002\u0003\u0004abc")],
  ])("%s", (kind, bytes) => expect(binaryKind(new Uint8Array(bytes))).toBe(kind));
});

describe("dates of publication", () => {
  test.each([
    ["2024-12-06", "2024-12-06"],
    ["2024-11-28T21:40:00+02:00", "2024-11-28T21:40:00+02:00"],
    ["2024-11-28 21:40:00Z", "2024-11-28T21:40:00Z"],
    ["2024-11-28T21:40:00", "2024-11-28"],
    ["Wed, 25 Dec 2024 23:10:00 +0300", "2024-12-25T23:10:00+03:00"],
    ["Wed, 25 Dec 2024 3:10 GMT", "2024-12-25T03:10:00Z"],
    ["December 3, 2024 at 8:38 pm", "2024-12-03"],
    ["21-05-2016", "2016-05-21"],
  ])("%s", (said, value) => expect(published(said)).toEqual({ value, odd: false }));

  test.each(["05/07/2015", "yesterday", "", "December 6", "Friday"])("%s is none", (said) =>
    expect(published(said)).toEqual({ value: null, odd: false }),
  );
  test.each(["0025-01-01", "0001-01-01T00:00:00Z", "2024-13-45"])("%s cannot be", (said) =>
    expect(published(said)).toEqual({ value: null, odd: true }),
  );
});

describe("language", () => {
  test.each([
    ["The army withdrew from the city on Friday, a monitor said.", "en"],
    [ARABIC, "ar"],
    ["نیروهای دولتی پس از چند روز درگیری از شهر عقب‌نشینی کردند و مردم گریختند", "fa"],
    ["Армия покинула город в пятницу, сообщили жители и представители власти.", "ru"],
    ["L'armée s'est retirée de la ville vendredi, selon les habitants de la région.", "fr"],
    ["Die Armee hat sich am Freitag aus der Stadt zurückgezogen, sagten Bewohner.", "de"],
    ["Ordu cuma günü kentten çekildi, bölge sakinleri böyle söyledi.", "tr"],
    ["הצבא נסוג מהעיר ביום שישי, כך אמרו תושבים", "he"],
    ["Homs", null],
    ["12 34 56", null],
    ["", null],
  ])("%j", (text, lang) => expect(language(text)).toBe(lang));
});
