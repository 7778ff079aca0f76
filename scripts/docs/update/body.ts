/** The body of a pull request: what has changed on which page, what it means, and what is left to a person. */
import { groupBy } from '../../lib/group-by.js';
import type { Applied, Told } from '../apply/apply-pages.js';
import { isDone, isLeft } from '../apply/changes/reading.js';
import { lineOf, together } from '../apply/told.js';
import type { Followed } from './steps.js';

/** Forges take no longer ones. */
const longest = 60_000;

const item = (text: string, box = ''): string => `* ${box}${text.replaceAll('\n', ' ')}`;

function byPage(told: readonly Told[], line: (one: Told) => string): string[] {
  return [...groupBy(told, ({ page }) => page)].flatMap(([page, all]) => [`**${page}**`, '', ...all.map(line), '']);
}

const fenced = (text: string): string[] => ['```', text.replaceAll('```', "'''"), '```', ''];

export function bodyOf(
  { told, reworded, recorded, renewed, mentions, failures }: Applied,
  { broken = [], checks, verdict }: Followed,
): string {
  const lines = together(told);
  const done = lines.filter(({ outcome }) => isDone(outcome));
  const noted = lines.filter(({ outcome }) => !isDone(outcome) && !isLeft(outcome));
  const left = lines.filter(({ outcome }) => isLeft(outcome));
  const complaints = checks.filter(({ complaint }) => complaint !== undefined);
  const todo = [
    ...left.map((one) => item(`${one.page}: ${lineOf(one)}`, '[ ] ')),
    ...reworded.map(({ page, sections }) =>
      item(`${page}: read the wording, which has changed (${sections.join(', ') || 'somewhere'})`, '[ ] '),
    ),
    ...mentions.map(({ name, file, line }) => item(`openapi/${file}:${line} names \`${name}\` in prose`, '[ ] ')),
    ...broken.map((line) => item(line, '[ ] ')),
    ...complaints.map(({ name, complaint }) => item(`\`${name}\` says: ${complaint}`, '[ ] ')),
  ];
  const parts = [
    ...(done.length > 0 ? ['## What the documentation says now', '', ...byPage(done, (one) => item(lineOf(one)))] : []),
    ...(verdict ? ['## What it means for users of the contract', '', ...fenced(verdict)] : []),
    ...(noted.length > 0 ? ['## What needs no edit', '', ...byPage(noted, (one) => item(lineOf(one)))] : []),
    ...(recorded.length > 0 ? ['## Read for the first time', '', ...recorded.map((page) => item(page)), ''] : []),
    ...(renewed.length > 0 ? ['## The same facts, recorded anew under another rule', '', ...renewed.map((page) => item(page)), ''] : []),
    '## Left to a person',
    '',
    ...(todo.length > 0 ? todo : ['Nothing but to read it.']),
    '',
    ...(failures.length > 0 ? ['## Not read', '', ...failures.map(({ message }) => item(message)), ''] : []),
  ];
  const text = parts.join('\n');
  return text.length > longest ? `${text.slice(0, longest)}\n\n(and more, which \`npm run docs:apply\` tells)\n` : text;
}
