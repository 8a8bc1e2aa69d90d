// The judge that a ledger is opened with, and the names that its filters know: both out of a codebook. The ledger itself
// knows neither codebook nor rules.
import type { Codebook } from "../codebook/load.ts";
import type { LedgerOptions } from "../ledger/ledger.ts";
import { JUDGE, judgeBy } from "../resolve/judge.ts";

/** What `openLedger` needs of a codebook: `openLedger(file, { ...judgedBy(codebook) })`. */
export const judgedBy = (codebook: Codebook): LedgerOptions => ({
  judge: judgeBy(codebook, `${JUDGE} ${codebook.version}`),
  names: {
    places: (name) => codebook.gazetteer.find(name).map((p) => p.id),
    actors: (name) => codebook.actors.find(name).map((a) => a.id),
  },
});
