// The public face of the package: read and code reports, keep a ledger of them, ask it, explain any cell, export it.
// What the command line does is made of these; everything else may change without notice.
export { type Codebook, loadCodebook } from "./codebook/load.ts";
export { type ExportFormat, FORMATS } from "./export/formats.ts";
export { gather, type Told as Exported } from "./export/told.ts";
export { type Explanation, explain } from "./ledger/explain.ts";
export { type Ledger, type LedgerOptions, openLedger } from "./ledger/ledger.ts";
export type { AsOf, Filter, Page, View } from "./ledger/view.ts";
export * from "./model/index.ts";
export { codeDocument } from "./pipeline/code.ts";
export { type Coded, codeInputs } from "./pipeline/code-inputs.ts";
export { ingest } from "./pipeline/ingest.ts";
export { codebookNames } from "./pipeline/known-names.ts";
