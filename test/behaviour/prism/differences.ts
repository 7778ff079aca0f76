/**
 * Where the mock and Prism differ, and why: the one list. Whatever is not in it is a defect, and what no longer differs turns a test red,
 * so that it is taken out.
 */
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';

/** What the tests of behaviour ask for, and the mock does not do with `engine: 'prism'`. */
export interface EngineDifference {
  reason: string;
  /** Tests that fail for it: the file below test/, and the names that lead to the test. Or what a test itself makes room for. */
  tests: readonly [file: string, ...names: string[]][] | 'another field';
}

const http = 'behaviour/http.test.ts';

export const engineDifferences: readonly EngineDifference[] = [
  {
    reason:
      'Prism knows no discriminator and reports every alternative, without the value of a `const` and the types of an `enum`: the words are less to the point.',
    tests: [
      [http, 'bad input is answered', 'of a body with several forms, only the one that the model names'],
      [http, 'bad input is answered', 'unknown model of a closed list'],
      [http, 'bad input is answered', 'a deep field'],
      [
        http,
        'bad input is answered',
        'a choice between words and objects: both are told, /bypass/openai/v1/responses {"model":"any","input":"Hi","tool_choice":"any"}',
      ],
      [
        http,
        'bad input is answered',
        'a choice between words and objects: both are told, /v1/chat/completions {"model":"any","messages":[{"role":"user","content":"Hi"}],"stop":5}',
      ],
      [
        http,
        'bad input is answered',
        'a choice between words and objects: both are told, /v1/chat/completions {"model":"any","messages":[{"role":"user","content":"Hi"}],"tool_choice":"any"}',
      ],
      [
        http,
        'bad input is answered',
        'a choice between words and objects: both are told, /v1/chat/completions {"model":"any","messages":[{"role":"user","content":"Hi"}],"tool_choice":5}',
      ],
      [
        http,
        'bad input is answered',
        'a choice between words and objects: both are told, /v1/messages {"model":"any","messages":[{"role":"user","content":"Hi"}],"max_tokens":2000,"thinking":true}',
      ],
      [
        http,
        'bad input is answered',
        'a choice between words and objects: both are told, /v1/messages {"model":"any","messages":[{"role":"user","content":"Hi"}],"max_tokens":5,"tool_choice":"any"}',
      ],
    ],
  },
  { reason: 'For the same reason, a refusal may name a field that only another alternative minds.', tests: 'another field' },
  {
    reason: 'To Prism any text in the header of an `apiKey` scheme is a key, even the word of a scheme with nothing behind it.',
    tests: [
      [http, 'bad input is answered', 'an empty key: "Bearer"'],
      [http, 'bad input is answered', 'an empty key: "Bearer "'],
    ],
  },
  {
    reason: 'The operation is what Prism has found, when it has judged the request; the journal knows it from then on.',
    tests: [
      ['behaviour/observability.test.ts', 'journal', 'tells of a request that waits for its response, and of a caller that does not'],
      ['behaviour/same-every-time.test.ts', 'the journal tells the operation of a request that is under way'],
    ],
  },
];

/** Places that one judge finds wrong in a request, and the other does not. */
export interface VerdictDifference {
  reason: string;
  finder: 'prepared' | 'prism';
  /** Whether for this reason the one may refuse what the other takes. */
  decides?: true;
  /**
   * @param finds what both find, with places such as `body/messages/0`
   * @param change what was done to a valid request
   */
  applies: (place: string, finds: { prepared: readonly Finding[]; prism: readonly Finding[] }, change: string) => boolean;
}

export interface Finding {
  place: string;
  /** JSON Schema keyword that is not met. */
  keyword: string;
}

export const isWithin = (place: string, outer: string): boolean => place === outer || place.startsWith(`${outer}/`);

/** That none of several alternatives fits. */
export const isChoice = ({ keyword }: Finding): boolean => keyword === 'oneOf' || keyword === 'anyOf';

/** Whether the prepared validators mind this keyword at this place. */
const minds = (keyword: string, place: string, { prepared }: { prepared: readonly Finding[] }): boolean =>
  prepared.some((finding) => finding.place === place && finding.keyword === keyword);

export const verdictDifferences: readonly VerdictDifference[] = [
  {
    reason: 'A bound that is another member is no matter of JSON Schema, nor is a total over a list: Prism does not know the keywords.',
    finder: 'prepared',
    decides: true,
    applies: (place, finds) => ['x-less-than', 'x-total'].some((keyword) => minds(keyword, place, finds)),
  },
  {
    reason: 'To the mock a member that is null counts as absent, if it may be; Prism knows its type alone.',
    finder: 'prism',
    decides: true,
    applies: (_place, _finds, change) => change.endsWith(' = null'),
  },
  {
    reason: 'Where no alternative fits, Prism reports what is wrong with each, and the mock what is wrong with the one that was meant.',
    finder: 'prism',
    applies: (place, { prepared, prism }) =>
      prism.filter(isChoice).some((choice) => isWithin(place, choice.place) && prepared.some((ours) => isWithin(ours.place, choice.place))),
  },
  {
    reason: 'Of many findings the first are told: that no alternative fits stands behind what is wrong with each.',
    finder: 'prism',
    applies: (_place, { prism }) => prism.some(({ keyword }) => keyword === 'further'),
  },
];

/** Documented answers that stock `prism mock` does not give; `Prefer: code=` alone has it give their status. */
export interface StockLimit {
  reason: string;
  applies: (operation: PreparedOperation, example: PreparedExample) => boolean;
}

export const stockLimits: readonly StockLimit[] = [
  {
    reason:
      'The errors of a dialect are response components that its operations share, so the bundle has no place for the error of one job: `code=` gives the status, with the first body that the dialect has for it.',
    applies: (_, { status }) => status >= 400,
  },
];
