/**
 * The texts of made-up chat answers, and the words of a question that choose among them; documented in `openapi/answer-samples.yaml`. All names
 * are the contract's own.
 */
export interface AnswerSamples {
  /** Where a question is in none of them, the first counts. */
  languages: Record<string, SampleLanguage>;
  /** Of several that a question asks for, the first counts. */
  forms: Record<string, SampleForm>;
  lengths: Record<string, SampleLength>;
  /** What follows a number that asks for a text of so many words. */
  units: string[];
  /** What turns the wish behind it, or before it, into its contrary. */
  negations: { before: string[]; after: string[] };
  /** What a picture in an answer counts, where the documented answer that serves as frame has none. */
  pictureTokens: number;
  /** Names of the elements in which programs say something in the place of the user. */
  asides?: string[];
  /** How agents whose tools stand in the words of a prompt read an answer; absent: such words mean nothing. */
  steps?: SampleSteps;
  /** How JSON is asked for in words alone; absent: such words mean nothing. */
  json?: SampleJson;
}

/** Words by which agents tell their tools, and read calls and answers. */
export interface SampleSteps {
  /** Labels of lines, each with a colon behind it. */
  thought: string[];
  call: string[];
  input: string[];
  answer: string[];
  /** Before the names of the tools, on the line that tells what a call is. */
  among: string[];
  /** Names of elements with the answer. */
  ends: string[];
}

/** Words of a request for JSON, in lower case, where `*` stands for any letters. */
export interface SampleJson {
  /** They ask by themselves. */
  plainly: string[];
  /** They ask with one of `by` in the same sentence. One of them is in each of the other words for JSON, too. */
  object: string[];
  /** For a list, likewise. */
  array: string[];
  /** For a value a line, likewise. */
  lines: string[];
  by: string[];
  /** Before them in the same sentence, there is something else that is asked. */
  unless: string[];
  /** They ask for a block of code around it. */
  fenced: string[];
}

export interface SampleLanguage {
  /** Unicode scripts of its letters. */
  letters: string[];
  /** Those of the scripts that tell it from another language with the same letters. */
  marks?: string[];
  /** Whether words stand apart; where they do not, each letter counts as one. */
  spaced: boolean;
  /** Words that ask for it, whatever the question is written in; all such words are in lower case, and `*` stands for any letters. */
  asked: string[];
  /** By form. */
  texts: Record<string, SampleText[]>;
  /** Sentences of a model that thinks aloud, in their order. */
  reasoning: string[];
}

export interface SampleText {
  text: string;
  words: number;
  /** Further forms that it has a part of, such as a report with a table. */
  shows?: string[];
}

export interface SampleForm {
  asked: string[];
  /** Whether it is given to questions that ask for no form. */
  usual: boolean;
  /** Whether it is text without Markdown whose sentences stand by themselves: a text of a wanted length is made of them. */
  plain: boolean;
}

export interface SampleLength {
  asked: string[];
  /** In words. */
  least?: number;
  most?: number;
  /** The longest question, in words, that gets it without asking. */
  question?: number;
}
