/** The expressions and conditions of Arazzo, as the workflows use them. */

/** What an expression names. */
export type Named =
  | { kind: 'input'; name: string }
  | { kind: 'output'; step: string; name: string; pointer: string }
  | { kind: 'body'; of: 'request' | 'response'; pointer: string }
  | { kind: 'header'; name: string }
  | { kind: 'parameter'; place: string; name: string }
  | { kind: 'status' }
  | { kind: 'other' };

const forms: [RegExp, (groups: string[]) => Named][] = [
  [/^\$inputs\.([\w-]+)$/, ([name = '']) => ({ kind: 'input', name })],
  [
    /^\$steps\.([\w-]+)\.outputs\.([\w-]+)(?:#(\/.*))?$/,
    ([step = '', name = '', pointer = '']) => ({ kind: 'output', step, name, pointer }),
  ],
  [/^\$(request|response)\.body(?:#(\/.*))?$/, ([of = '', pointer = '']) => ({ kind: 'body', of: of as 'request' | 'response', pointer })],
  [/^\$response\.header\.([\w-]+)$/, ([name = '']) => ({ kind: 'header', name })],
  [/^\$request\.(path|query|header)\.([\w-]+)$/, ([place = '', name = '']) => ({ kind: 'parameter', place, name })],
  [/^\$statusCode$/, () => ({ kind: 'status' })],
  [/^\$(?:url|method)$/, () => ({ kind: 'other' })],
];

/** Beginnings of expressions, for one that is none. */
export const expressionForms = [
  '$inputs.',
  '$steps.',
  '$response.body',
  '$response.header',
  '$request.body',
  '$statusCode',
  '$url',
  '$method',
];

/** @returns nothing for a text that is no expression */
export function parseArazzo(text: string): Named | undefined {
  for (const [pattern, named] of forms) {
    const groups = pattern.exec(text);
    if (groups) return named(groups.slice(1).map((group) => group ?? ''));
  }
  return undefined;
}

/** The expressions in a value: the whole of it, or those in braces. */
export function expressionsIn(text: string): string[] {
  if (/^\$\w/.test(text)) return [text];
  return [...text.matchAll(/\{(\$[^}]*)\}/g)].map(([, expression = '']) => expression);
}

export interface Comparison {
  left: string;
  operator: string;
  /** An expression, or a literal as it is written. */
  right: string;
}

const comparison = /^(\S+)\s+(==|!=|<=|>=|<|>)\s+(\S.*)$/;

/** The comparisons that `&&` and `||` join; nothing for what is no comparison. */
export const comparisonsIn = (condition: string): (Comparison | { text: string })[] =>
  condition
    .split(/\s+(?:&&|\|\|)\s+/)
    .map((part) => part.replace(/^[(!\s]+|[)\s]+$/g, ''))
    .map((text) => {
      const [, left, operator, right] = comparison.exec(text) ?? [];
      return left !== undefined && operator !== undefined && right !== undefined ? { left, operator, right } : { text };
    });

/** The value of a literal, which stands in quotes if it is a text; nothing for what is none. */
export function literalOf(text: string): { value: string | number | boolean | null } | undefined {
  const quoted = /^(["'])(.*)\1$/.exec(text);
  if (quoted) return { value: quoted[2] ?? '' };
  return /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text) ? { value: JSON.parse(text) } : undefined;
}
