/** Whether a value is a scenario: each mistake in one line, in the words of the format. */
import { members } from '../../../compiled/scenario-members.js';
import validators from '../../../compiled/scenario-validator.js';
import { explain, inWords } from '../../contract/judge/explain.js';
import type { Validate, ValidationError } from '../../contract/judge/validate.js';
import { formatPointer, getAt, parsePointer } from '../../contract/pointer.js';
import { mostSimilar } from '../../contract/similarity.js';
import { answerKinds } from '../compile.js';
import { isExpression } from '../embedded.js';
import type { Found } from './finding.js';

const validate = validators.scenario as Validate;

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
const nameOf = (pointer: string): string => parsePointer(pointer).at(-1) ?? '';
const isBelow = (pointer: string, at: string): boolean => pointer === at || pointer.startsWith(`${at}/`);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of the members of an object of the format. */
function membersAt(pointer: string): readonly string[] {
  const pattern = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  return members[pattern] ?? [];
}

/** What YAML reads of an expression in braces without quotes. */
const unquoted = (name: string): boolean => /^\$(conversation|request)\b/.test(name);

/** Expressions in answers that came out as objects. */
function unquotedExpressions(value: unknown, pointer: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    !Array.isArray(value) && unquoted(name) && member === null
      ? [{ pointer, message: `{${name}} without quotes is an object to YAML; quote it: '{${name}}'` }]
      : unquotedExpressions(member, pointer + formatPointer([name])),
  );
}

/** What requests, answers and other mocks call it. */
const otherNames: Readonly<Record<string, string>> = {
  messages: 'user',
  message: 'text',
  prompt: 'user',
  input: 'user',
  content: 'text',
  delay: 'latencyMs',
  delayMs: 'latencyMs',
  status: 'error',
  statusCode: 'error',
  body: 'response',
  url: 'operation',
  endpoint: 'operation',
};

function unknownMember({ instancePath, params }: ValidationError): Found {
  const name = String(params.additionalProperty);
  const pointer = instancePath + formatPointer([name]);
  const known = membersAt(instancePath);
  if (instancePath === '/when' && name === 'test')
    return { pointer, atName: true, message: 'test is for scenarios in TypeScript only; ask by the other conditions' };
  if (instancePath === '/when/body')
    return { pointer, atName: true, message: `must be a JSON pointer into the body, such as /${name.replaceAll('.', '/')}` };
  const meant = otherNames[name];
  const like = known.includes(meant ?? '') ? meant : mostSimilar(name, known, 0.4);
  const help = like === undefined ? `there are ${known.join(', ')}` : `did you mean ${like}?`;
  return { pointer, atName: true, message: `there is no member ${name} here; ${help}` };
}

/** Members that exclude each other: which stand together where they must not, once for each object. */
function together(value: unknown, { instancePath }: ValidationError): Found {
  const parent = getAt(value, parentOf(instancePath)) as Record<string, unknown>;
  const name = nameOf(instancePath);
  const known = parentOf(instancePath).endsWith('/response') || parentOf(instancePath).endsWith('/job');
  const others = Object.keys(parent).filter((other) => other !== name);
  const other = known
    ? others.find((candidate) => exclusive.some((set) => set.includes(name) && set.includes(candidate)))
    : (others.find((candidate) => candidate === 'parts' || answerKinds.some((kind) => kind === candidate)) ?? others[0]);
  return { pointer: instancePath, atName: true, message: `${name} cannot stand beside ${other}; write one of them, or two entries` };
}

const exclusive = [
  ['seconds', 'polls'],
  ['body', 'text', 'events'],
];

const emptyAnswer = `needs something to say (text, json, reasoning, toolCalls, images, refusal or parts), or one of ${answerKinds.join(', ')}`;

/** What to write where answers are a text, or one of them is. */
function bareAnswers(pointer: string): string {
  if (pointer === '/answers') return '; write [{ text: … }]';
  return /^\/answers\/\d+$/.test(pointer) ? '; write { text: … }' : '';
}

/** Whether a text or a number is wanted, whichever: no object or list that an answer consists of, and none of a few words. */
function isOfValues({ keyword, instancePath, params }: ValidationError): boolean {
  // How often an answer is given is asked for before there is a request.
  if (keyword === 'enum' || keyword === 'const' || nameOf(instancePath) === 'times') return false;
  return keyword !== 'type' || [params.type].flat().some((type) => ['string', 'number', 'integer'].includes(String(type)));
}

function wording(value: unknown, error: ValidationError): Found | undefined {
  const { keyword, instancePath: pointer } = error;
  if (keyword === 'additionalProperties') return unknownMember(error);
  if (keyword === 'false schema') return together(value, error);
  if (keyword === 'anyOf') return { pointer, message: emptyAnswer };
  const given = getAt(value, pointer);
  const isExpressed = isExpression(given) && pointer.startsWith('/answers/');
  // Whatever text or number it comes to stand for.
  if (isExpressed && isOfValues(error)) return undefined;
  const [violation] = explain([error], value, 'scenario');
  if (!violation) return undefined;
  if (pointer === '/name' && keyword === 'pattern')
    return { pointer, message: `must have letters, digits, _, . and - only, got ${JSON.stringify(given)}` };
  if (keyword === 'required') return { pointer, message: `${violation.field} is required` };
  const mayBeText = keyword === 'type' && [error.params.type].flat().includes('string');
  const quote = mayBeText && ['number', 'boolean'].includes(typeof given) ? `; quote it: '${given}'` : '';
  const list = typeof given === 'string' ? bareAnswers(pointer) : '';
  const limit = nameOf(pointer) === 'times' && given === 0 ? '; leave the answer out instead' : '';
  const kind = isExpressed ? '; an expression stands for a text or a number' : list;
  return { pointer, message: inWords(violation) + quote + kind + limit };
}

/** @param scenario as JSON has it */
export function checkShape(scenario: unknown): Found[] {
  const found = isObject(scenario) ? unquotedExpressions(scenario.answers, '/answers') : [];
  const seen = new Set<string>();
  const errors = validate(scenario) ? [] : (validate.errors ?? []);
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath);
  const misspelt = errors.filter(({ keyword }) => keyword === 'additionalProperties').map(({ instancePath }) => instancePath);
  for (const error of errors) {
    const { keyword, instancePath, params } = error;
    if (keyword === 'if' || (keyword === 'required' && choices.includes(instancePath))) continue;
    if (keyword === 'anyOf' && misspelt.includes(instancePath)) continue;
    const once =
      keyword === 'false schema' ? `together ${parentOf(instancePath)}` : `${keyword} ${instancePath} ${params.additionalProperty}`;
    if (seen.has(once) || found.some(({ pointer, message }) => message.includes('quote it') && isBelow(instancePath, pointer))) continue;
    seen.add(once);
    const told = wording(scenario, error);
    if (told) found.push(told);
  }
  return found;
}
