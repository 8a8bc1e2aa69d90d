// Short reports of attacks in Arabic: who struck where and who was hurt. Every text is made up.
import { expect, test } from "vitest";
import { inLatin } from "../src/extract/arabic/places.ts";
import { coded } from "./coding.ts";

const told = (text: string): string[] =>
  coded(text, "2022-03-24", "ar").map((c) =>
    [
      c.event,
      c.places.map((p) => p.name).join("+"),
      c.actors.map((a) => a.id).join("+"),
      c.figures.map((f) => `${f.measure} ${f.min} ${f.group}`).join("+"),
    ].join("; "),
  );

test.each([
  [
    "استشهاد طفلتين وإصابة 4 مدنيين جراء قصف مدفعي لميليشيا قسد على مدينة جرابلس بريف حلب الشرقي",
    ["shelling; Jarabulus; sdf; killed 2 children+injured 4 civilians"],
  ],
  [
    "شهيد وسبعة جرحى جراء استهداف قوات النظام مدينة مارع بصواريخ",
    ["shelling; Marea; syrian-army; killed 1 people+injured 7 people"],
  ],
  ["غارة جوية روسية على مدينة أريحا بريف إدلب توقع جرحى بين المدنيين", ["air_strike; Ariha; russian-army; "]],
  ["قصف صاروخي مصدره مناطق سيطرة قسد طال مدينة عفرين شمالي حلب صباح اليوم", ["shelling; Afrin; sdf; "]],
  // Whose land was struck is no doer, and a number of no victims is no toll.
  [
    "مقتل شخصين في هجوم صاروخي على مدينة تل أبيض الخاضعة للسيطرة التركية شمال الرقة",
    ["shelling; Tal Abyad; ; killed 2 people"],
  ],
  ["افتتاح 3 مدارس جديدة في مدينة عفرين بريف حلب بحضور عدد من الأهالي والمعلمين", []],
  ["ارتفاع أسعار الخبز في مدينة إدلب وسط شكاوى من السكان ومطالب بتحسين الجودة", []],
])("%s", (text, expected) => expect(told(text)).toEqual(expected));

test("a name is brought into Latin letters without its short vowels", () => {
  expect(inLatin("كفر لاتة")).toBe("Kfr Lata");
  expect(inLatin("العيس")).toBe("al-Ais");
});
