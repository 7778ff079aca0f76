/** What Prism finds wrong with a request, in the terms of the mock. */
import { fieldName, inWords, shorten, type Violation } from '../../contract/judge/explain.js';
import { formatPointer, getAt } from '../../contract/pointer.js';
import type { PrismFinding } from './instance.js';

/** What stands before the finding itself: `Request body property messages.0 must be …`. */
const prefix = /^(?:Request \w+ (?:(?:property|parameter) \S+ )?|Body parameter )/;

/** Prism tells of a missing member at its container, and of one too many likewise. */
const member = /(?:^must have required property '(.*)'|; found '(.*)'|: '(.*)')$/s;

const isChoice = ({ keyword }: Violation): boolean => keyword === 'oneOf' || keyword === 'anyOf';

/** That an alternative wants another value, or another member, mostly says that it is not the one that was meant. */
const isAboutKind = ({ keyword }: Violation): boolean => keyword === 'const' || keyword === 'enum' || keyword === 'required';

const depthOf = ({ pointer }: Violation): number => pointer.split('/').length;

/**
 * The order in which they help. Of a choice Prism reports what is wrong with each alternative: what lies deepest is most likely about the
 * one that was meant. The choice itself says least.
 */
function inOrderOfUse(violations: readonly Violation[]): Violation[] {
  const choices = violations.filter(isChoice);
  const isWithinChoice = ({ in: place, pointer }: Violation): boolean =>
    choices.some((choice) => choice.in === place && (pointer === choice.pointer || pointer.startsWith(`${choice.pointer}/`)));
  const within = violations.filter((violation) => !isChoice(violation) && isWithinChoice(violation));
  within.sort((a, b) => depthOf(b) - depthOf(a) || Number(isAboutKind(a)) - Number(isAboutKind(b)));
  return [...violations.filter((violation) => !isWithinChoice(violation)), ...within, ...choices];
}

/** @param values by place, the values that Prism judged */
export const toViolations = (findings: readonly PrismFinding[], values: Readonly<Record<string, unknown>>): Violation[] =>
  inOrderOfUse(findings.map((finding) => toViolation(finding, values)));

function toViolation(
  { path: [place = 'body', ...parts], code, message }: PrismFinding,
  values: Readonly<Record<string, unknown>>,
): Violation {
  const said = message.replace(prefix, '');
  const [, missing, ...others] = member.exec(said) ?? [];
  const name = missing ?? others.find((other) => other !== undefined);
  const pointer = formatPointer(name === undefined ? parts : [...parts, name]);
  const field = fieldName(pointer);
  const expected = missing === undefined ? said : 'is required';
  const got = shorten(getAt(values[place], pointer));
  return { in: place, pointer, field, keyword: code, expected, got, message: `${field || `the ${place}`} ${inWords({ expected, got })}` };
}
