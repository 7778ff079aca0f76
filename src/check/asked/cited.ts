/** Do the sources of a text stand in the documents of the request? */
import { compilePlaces, type Places } from '../../contract/judge/member-values.js';
import { getAt } from '../../contract/pointer.js';
import type { AskedOf } from '../../contract/prepared/asked.js';
import { inOneLine } from './promises/grounded.js';
import type { Misfit } from './said/misfit.js';
import type { Said } from './said/said.js';

type Rules = NonNullable<AskedOf['cited']>;

/** Where a request has its documents. */
export interface CompiledCited {
  rules: Rules;
  documents: Places;
  elsewhere: Places;
}

export const compiledCited = (rules: Rules | undefined): CompiledCited | undefined =>
  rules && { rules, documents: compilePlaces(rules.documents), elsewhere: compilePlaces(rules.elsewhere ?? []) };

/** Upstreams count characters of either kind, or bytes. */
const lengthOf = (whole: unknown): number => {
  if (typeof whole === 'string') return Math.max(whole.length, new TextEncoder().encode(whole).length);
  return Array.isArray(whole) ? whole.length : Number.POSITIVE_INFINITY;
};

/** What a request has to cite from. */
interface Documents {
  all: unknown[];
  /** Whether they are all in one list, and so in the order of their numbers. */
  areInOrder: boolean;
}

/** What a request has; `undefined` where there may be more. */
function documentsIn(body: unknown, { documents, elsewhere }: CompiledCited): Documents | undefined {
  const read: Documents = { all: [], areInOrder: true };
  let isOpen = false;
  elsewhere.visit(body, (_, value) => {
    isOpen ||= value !== null;
  });
  if (isOpen) return undefined;
  documents.visit(body, (index, value) => {
    read.all.push(value);
    read.areInOrder &&= index === 0;
  });
  return read;
}

/** What is wrong with one source; its pointer is within it. */
type Wrong = Omit<Misfit, 'event'>;

function wrongIn(citation: unknown, { by, kinds = {} }: Rules, { all, areInOrder }: Documents): Wrong | undefined {
  const number = getAt(citation, by);
  if (typeof number !== 'number') return undefined;
  if (!(number in all)) {
    const count = all.length === 1 ? '1 document' : `${all.length} documents`;
    return { pointer: by, expected: `must be the number of a document of the request, which has ${count}`, got: number };
  }
  const type = String(getAt(citation, '/type'));
  const kind = kinds[type];
  const document = all[number];
  if (!kind || !areInOrder) return undefined;
  const of = getAt(document, '/type');
  if (of !== kind.of) {
    const own = Object.keys(kinds).find((one) => kinds[one]?.of === of);
    return own === undefined ? undefined : { pointer: '/type', expected: `must be ${own}, as of a document of the type ${of}`, got: type };
  }
  if (kind.in === undefined || kind.end === undefined) return undefined;
  const whole = getAt(document, kind.in);
  const end = getAt(citation, kind.end);
  if (typeof end === 'number' && end > lengthOf(whole))
    return { pointer: kind.end, expected: 'must be at most the length of the document', got: end };
  const words = kind.words && getAt(citation, kind.words);
  if (typeof words !== 'string' || typeof whole !== 'string' || inOneLine(whole).includes(inOneLine(words).trim())) return undefined;
  return { pointer: kind.words as string, expected: 'must be words of the document', got: words };
}

/** The first of the sources that is wrong, and what is wrong with it. @param body of the request */
export function strayCitation(told: readonly Said[], cited: CompiledCited, body: unknown): { said: Said; wrong: Wrong } | undefined {
  if (told.length === 0) return undefined;
  const documents = documentsIn(body, cited);
  if (!documents) return undefined;
  for (const said of told) {
    const wrong = wrongIn(said.value, cited.rules, documents);
    if (wrong) return { said, wrong };
  }
  return undefined;
}
