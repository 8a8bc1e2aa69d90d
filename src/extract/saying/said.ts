// When a source said it: the day that stands beside the word of saying, not in what is said. 'said on Monday that rebels had
// taken the town' tells the day of the telling; the day of the happening is another matter (slots.ts).
import type { DateMention, When } from "../../model/index.ts";
import type { Account } from "../accounts.ts";
import { tokensOf } from "../sentence.ts";
import type { Read } from "../slots.ts";
import { isMark } from "../tags.ts";

/** How many tokens behind the word of saying its day may begin where no 'that' closes it: 'said late on Monday rebels'. */
const NEAR = 3;

/** The dates of the sentence that belong to the words of saying of this account. */
export function saidDates(account: Account): DateMention[] {
  const { sentence, dates } = account.read;
  const { words, passage } = sentence;
  return dates.filter((m) => {
    const at = m.interval && tokensOf(passage, m.span);
    if (!at || words[at[1]] === "'s") return false;
    return account.chain.some(({ rule, cue, content }) => {
      if (rule === "said-before") {
        if (at[0] >= cue[1] && at[1] <= content[0]) return true;
        return (
          content[0] === cue[1] &&
          at[0] >= cue[1] &&
          at[0] - cue[1] <= NEAR &&
          !words.slice(cue[1], at[0]).some(stops) &&
          !ofDeed(sentence, at, cue[1])
        );
      }
      if (rule !== "said-after" && rule !== "said-by") return false;
      return at[0] >= cue[1] && at[0] - cue[1] <= 7 && !words.slice(cue[1], at[0]).some(stops);
    });
  });
}
/** 'Denied shelling the town on Monday': the day hangs on a verb of what is said, which stands before it. */
function ofDeed({ tree }: Read["sentence"], [from, to]: readonly [number, number], content: number): boolean {
  for (let k = from; k < to; k++) {
    const { head } = tree.words[k]!;
    if (head >= content && head < from && tree.words[head]!.upos === "VERB") return true;
  }
  return false;
}
const stops = (word: string): boolean => isMark(word) || word === "that";

export const saidAt = ([first]: readonly DateMention[]): When | null =>
  first?.interval ? { ...first.interval, text: first.text, at: [first.span], rule: "said" } : null;

/** What was told as done was done by the day of telling: that day stands in where the words give no other. */
export const byTelling = (account: Account, said: readonly DateMention[]): When | null => {
  const day = account.stance === "asserted" ? saidAt(said) : null;
  return day && { ...day, rule: "day-of-telling" };
};

/** The sentence without the days of its words of saying. */
export const withoutSaid = (read: Read, said: readonly DateMention[]): Read =>
  said.length ? { ...read, dates: read.dates.filter((d) => !said.includes(d)) } : read;
