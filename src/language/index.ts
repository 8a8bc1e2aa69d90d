// The public face of `dateline/language`: English text to words, sentences, tags, trees and names, with the model that
// ships. It stands on its own; what Dateline makes of it lies elsewhere.

export { Language } from "./language.ts";
export { loadLanguage, MODEL_FILE } from "./load.ts";
export { type LanguageModel, readModel } from "./model/model.ts";
export { type Roles, rolesOf } from "./syntax/roles.ts";
export { type GoldSentence, readConllu } from "./treebank/read-conllu.ts";
export { rawText, scoreNames, scoreWords } from "./treebank/score.ts";
export { writeConllu } from "./treebank/write-conllu.ts";
export type { KnownNames, Name, NameType, Sentence, Token, Word } from "./types.ts";
export { knownNames } from "./words/known-names.ts";
export { splitSentences } from "./words/sentences.ts";
export { tokenise } from "./words/tokens.ts";
