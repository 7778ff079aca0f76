/** Turns what a validator found into what a caller needs to know: which field, what was expected, what came. */
import { namesOf } from '../../http/json/names-of.js';
import { formatPointer, getAt, parsePointer } from '../pointer.js';
import { type Further, unsought } from './told.js';
import { mostErrors, type ValidationError } from './validate.js';

/** One finding, in the caller's terms. */
export interface Violation {
  /** `body`, `path`, `query` or `header`. */
  in: string;
  /** JSON pointer to the field. */
  pointer: string;
  /** The field as one would write it in code: `messages[0].content`. Empty for the whole value. */
  field: string;
  /** JSON Schema keyword that is not met. */
  keyword: string;
  /** What is asked for, such as `must be string`. */
  expected: string;
  /** What came, in short, such as `number 4`; `nothing` where a member is missing. */
  got: string;
  /** Field, expectation and what came, in one line. */
  message: string;
  /** Set in the last one of many: those that are not told one by one. */
  further?: Further;
}

interface Found {
  pointer: string;
  keyword: string;
  expected: string;
  params: Record<string, unknown>;
  /** What came, where it is not the value at the pointer. */
  got?: string;
  /** Whether an object may stand there, which came to be something else: the expectation ends with its kind. */
  mayBeObject?: boolean;
}

const list = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

function expectation({ keyword, params }: ValidationError): string {
  const limit = params.limit as number;
  switch (keyword) {
    case 'type':
      return `must be ${[params.type].flat().join(' or ')}`;
    case 'required':
      return 'is required';
    case 'enum':
      return `must be one of ${list(params.allowedValues as unknown[])}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `must be ${params.comparison} ${limit}`;
    case 'multipleOf':
      return `must be a multiple of ${params.multipleOf}`;
    case 'minLength':
      return `must have at least ${limit} character${limit === 1 ? '' : 's'}`;
    case 'maxLength':
      return `must have at most ${limit} characters`;
    case 'pattern':
      return `must match ${params.pattern}`;
    case 'format':
      return `must be a valid ${params.format}`;
    case 'minItems':
      return `must have at least ${limit} item${limit === 1 ? '' : 's'}`;
    case 'maxItems':
      return `must have at most ${limit} item${limit === 1 ? '' : 's'}`;
    case 'uniqueItems':
      return 'must have no two equal items';
    case 'minProperties':
    case 'maxProperties':
      return `must have ${keyword === 'minProperties' ? 'at least' : 'at most'} ${limit} members`;
    case 'dependentRequired':
    case 'dependencies':
      return `is required with ${params.property}`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not a known field';
    case 'x-less-than':
      return `must be less than ${fieldName(String(params.than))}`;
    case 'x-total':
      return params.sum === undefined
        ? `must have at most ${params.asked} ${params.name} in all`
        : `must have a total ${params.name} of ${params.asked} (${fieldName(String(params.sum))})`;
    case 'not':
      return 'must not have this form';
    default:
      // Rules of our own bring their words.
      return String(params.message ?? `does not meet \`${keyword}\``);
  }
}

function toFound(error: ValidationError): Found {
  const { keyword, params, instancePath } = error;
  const member = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  // A bound that depends on other members names them by pointers.
  const below = params.member ?? (member === undefined ? '' : formatPointer([String(member)]));
  const pointer = instancePath + below;
  const mayBeObject = keyword === 'type' && [params.type].flat().includes('object');
  const got = keyword === 'x-total' && { got: String(params.total) };
  return { pointer, keyword, expected: expectation(error), params, ...got, ...(mayBeObject && { mayBeObject }) };
}

const isBelow = (pointer: string, at: string): boolean => pointer === at || pointer.startsWith(`${at}/`);

const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/**
 * Where alternatives differ in the value of a member that may be left out, the other alternatives report that value and the members
 * that only they need. What is wrong with a member that is there says more.
 */
function ofOneAlternative(found: Found[], at: string): Found[] {
  const tags = new Set(
    found
      .filter(({ keyword, pointer }) => ['const', 'enum', 'not'].includes(keyword) && parentOf(pointer) === at)
      .map(({ pointer }) => pointer),
  );
  if (tags.size === 0) return found;
  const specific = found.filter(({ keyword, pointer }) => !tags.has(pointer) && !(keyword === 'required' && parentOf(pointer) === at));
  return specific.length > 0 ? specific : found;
}

/**
 * Leaves, of the errors of a choice (`anyOf`, `oneOf`), those that help: what is wrong inside the alternative of the right kind, or,
 * where no alternative is of that kind, which kinds there are. Choices with a tag never get here with more than the errors of the
 * tagged alternative: generation made them discriminated.
 */
function settle(choice: ValidationError, inside: Found[]): Found[] {
  const at = choice.instancePath;
  if (Array.isArray(choice.params.passingSchemas)) {
    return [{ pointer: at, keyword: 'oneOf', expected: 'fits more than one of the alternatives; use one of them only', params: {} }];
  }
  const here = inside.filter(({ pointer }) => pointer === at);
  const kinds = here.filter(({ keyword }) => keyword === 'type').flatMap(({ params }) => [params.type].flat());
  const values = here
    .filter(({ keyword }) => keyword === 'enum' || keyword === 'const')
    .flatMap(({ params }) => params.allowedValues ?? [params.allowedValue]);
  const rest = inside.filter((found) => !(found.pointer === at && ['type', 'enum', 'const'].includes(found.keyword)));
  if (rest.length > 0) return ofOneAlternative(rest, at);
  return [{ pointer: at, params: {}, ...ofKinds([...new Set(values)], [...new Set(kinds)]) }];
}

const withArticle = (kind: unknown): string => (kind === 'null' ? 'null' : `${/^[aio]/.test(String(kind)) ? 'an' : 'a'} ${kind}`);

/** What a choice between values and kinds of values asks for; an object comes last, since there is more to say of it. */
function ofKinds(values: readonly unknown[], kinds: readonly unknown[]): Pick<Found, 'keyword' | 'expected' | 'mayBeObject'> {
  // The values of a kind say more than the kind.
  const others = kinds.filter((kind) => !values.some((value) => typeof value === kind));
  const mayBeObject = others.includes('object');
  const named = [...others.filter((kind) => kind !== 'object'), ...(mayBeObject ? ['object'] : [])];
  const expected = values.length === 0 ? named.join(' or ') : [`one of ${list(values)}`, ...named.map(withArticle)].join(', or ');
  return { keyword: values.length === 0 ? 'type' : 'enum', expected: `must be ${expected}`, mayBeObject };
}

/** Ajv reports the errors of the alternatives right before that of the choice, so one pass with a stack settles nested choices too. */
function narrow(errors: readonly ValidationError[]): Found[] {
  const found: Found[] = [];
  for (const error of errors) {
    if (error.keyword === 'if' || error.keyword === 'discriminator') continue;
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') {
      found.push(toFound(error));
      continue;
    }
    let start = found.length;
    while (start > 0 && isBelow((found[start - 1] as Found).pointer, error.instancePath)) start--;
    found.push(...settle(error, found.splice(start)));
  }
  return found;
}

/** The JSON of a value, or as much of it as shows that it is longer: no value is too large, or too deep. */
function startOfJson(value: unknown, length: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, Math.max(0, length)));
  // A number beyond range, for which JSON has no word.
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const isArray = Array.isArray(value);
  let text = isArray ? '[' : '{';
  for (const name of isArray ? value.keys() : namesOf(value)) {
    if (text.length > length) return text;
    const member = (value as Record<string | number, unknown>)[name];
    if (!isArray && member === undefined) continue;
    if (text.length > 1) text += ',';
    if (!isArray) text += `${JSON.stringify(name)}:`;
    text += startOfJson(member, length - text.length);
  }
  return text + (isArray ? ']' : '}');
}

/** A value in a few words. */
export function shorten(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = startOfJson(value, 60);
  const kind = value === null ? '' : Array.isArray(value) ? 'an array ' : typeof value === 'object' ? 'an object ' : `${typeof value} `;
  return `${kind}${text.length > 60 ? `${text.slice(0, 57)}...` : text}`;
}

/** What was expected and, unless nothing did, what came. */
export const inWords = ({ expected, got }: Pick<Violation, 'expected' | 'got'>): string =>
  got === 'nothing' ? expected : `${expected}, got ${got}`;

/** A pointer as one would write it in code. */
export const fieldName = (pointer: string): string =>
  parsePointer(pointer).reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`), '');

/** Members have names of any length, which need not be told whole. */
const longestPointer = 1000;

const shortPointer = (pointer: string): string =>
  pointer.length > longestPointer ? `${pointer.slice(0, longestPointer - 3)}...` : pointer;

/** What is wrong with a part says more than the rule of the whole that it breaks too. */
const isRule = ({ keyword }: Found): number => (keyword === 'x-refuse' || keyword === 'x-total' ? 1 : 0);

/**
 * @param place `body`, `path`, `query` or `header`; @param value the value that was validated
 * @param formAt says what an object has to have at a pointer; asked for the first finding only, which is the one that callers read
 */
export function explain(
  errors: readonly ValidationError[],
  value: unknown,
  place: string,
  formAt?: (pointer: string) => string,
): Violation[] {
  if (errors.length === 0) return [];
  const seen = new Set<string>();
  const violations: Violation[] = [];
  const found = narrow(errors).sort((a, b) => isRule(a) - isRule(b));
  const lacking = new Set(found.flatMap(({ pointer, keyword }) => (keyword === 'required' || keyword === 'type' ? [pointer] : [])));
  for (const { pointer, keyword, expected: asked, got: came, mayBeObject } of found) {
    // That what is missing must not be empty either says nothing more.
    if (keyword === 'x-filled' && lacking.has(pointer)) continue;
    const form = formAt && mayBeObject && violations.length === 0 && pointer !== '' ? formAt(pointer) : '';
    const expected = asked + form;
    const told = shortPointer(pointer);
    const field = fieldName(told);
    const got = came ?? shorten(getAt(value, pointer));
    const message = `${field || `the ${place}`} ${inWords({ expected, got })}`;
    if (seen.has(message)) continue;
    seen.add(message);
    violations.push({ in: place, pointer: told, field, keyword, expected, got, message });
  }
  return errors.length < mostErrors ? violations : [...violations, unsought(place)];
}
