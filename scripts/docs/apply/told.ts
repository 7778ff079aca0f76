/** Words what was done about pages that have changed, and what is left. */
import { groupBy } from '../../lib/group-by.js';
import type { Applied, Told } from './apply-pages.js';
import { isDone, isLeft } from './changes/reading.js';

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** A line for each change: what, and what became of it. */
export const lineOf = ({ what, outcome }: Told): string =>
  `${what}: ${'done' in outcome ? outcome.done : 'left' in outcome ? outcome.left : outcome.noted}`;

/** How many changes one line names. */
const mostNamed = 3;

/** What has one answer, as one line: a part that is shown in nine places of a page has changed once. */
export function together(told: readonly Told[]): Told[] {
  const groups = groupBy(told, ({ page, outcome }) => JSON.stringify([page, outcome]));
  return [...groups.values()].map((all) => {
    const named = all.slice(0, mostNamed).map(({ what }) => what);
    const rest = all.length - named.length;
    return { ...(all[0] as Told), what: `${named.join('; ')}${rest > 0 ? `; and ${rest} more of the kind` : ''}` };
  });
}

/** Lines by page: what was done, and then what a person has to decide. */
export function formatApplied({ told, texts, reworded, recorded, renewed, mentions }: Applied): string {
  const lines: string[] = [];
  for (const [page, all] of groupBy(together(told), ({ page }) => page)) {
    lines.push(page);
    for (const one of all)
      lines.push(`  ${(isDone(one.outcome) ? 'done' : isLeft(one.outcome) ? 'decide' : 'noted').padEnd(8)}${lineOf(one)}`);
  }
  for (const { page, sections } of reworded)
    lines.push(page, `  read    the wording has changed, and no fact: ${sections.join(', ') || 'somewhere'}`);
  if (recorded.length > 0) lines.push(`read for the first time, and recorded: ${recorded.join('; ')}`);
  if (renewed.length > 0) lines.push(`the same facts, recorded anew under another rule: ${renewed.join('; ')}`);
  if (mentions.length > 0) lines.push('Prose that names what has changed, for a person to edit:');
  for (const { name, file, line } of mentions) lines.push(`  openapi/${file}:${line} names \`${name}\``);
  const left = told.filter(({ outcome }) => isLeft(outcome)).length;
  lines.push(`${count(told.length, 'change')}, ${left} left to a person; ${count(texts.size, 'file')} to write`);
  return lines.join('\n');
}
