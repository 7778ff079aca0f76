/** What has changed as an entry of a changelog (keepachangelog.com), grouped by documentation page. */

import { visible } from '../http/visible-text.js';
import type { ContractDiff } from './compare-contracts.js';
import type { Change } from './model/change.js';
import { groupBy } from './model/group-by.js';
import { countChanges, placeOf } from './report.js';

const sections = ['Added', 'Changed', 'Removed', 'Documentation'] as const;
type Section = (typeof sections)[number];

function sectionOf({ level, rule }: Change): Section {
  if (level === 'docs') return 'Documentation';
  if (/removed|forgotten/.test(rule)) return 'Removed';
  return /added|^new-/.test(rule) && level !== 'breaking' ? 'Added' : 'Changed';
}

/** A change as an entry tells it. */
export const sentence = ({ level, text }: Change): string => {
  const first = text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return level === 'breaking' ? `**Breaking:** ${first}` : first;
};

/** The lines of one section; what is said of several pages alike, such as new examples, is said once for each. */
function formatSection(name: Section, changes: Change[]): string[] {
  const places = [...groupBy(changes, placeOf)].flatMap(([place, group]) => [
    `- ${visible(place)}`,
    ...new Set(group.map((item) => `  - ${visible(sentence(item))}`)),
  ]);
  return places.length === 0 ? [] : [`### ${name}`, '', ...places, ''];
}

export interface Heading {
  /** Version and date of a release; without them the changes are not released yet. */
  version?: string;
  date?: string;
  /** Day of the last change of the documentation that the contract follows. */
  documentation?: string;
}

export function formatEntry({ verdict, changes }: ContractDiff, { version, date, documentation }: Heading): string {
  const title = version === undefined ? '## [Unreleased]' : `## [${version}] - ${date}`;
  const follows = documentation === undefined ? [] : [`Follows the documentation as of ${documentation}.`, ''];
  const body = verdict === 'initial' ? ['First release.', ''] : formatSections(changes);
  return [title, '', ...follows, ...body].join('\n');
}

function formatSections(changes: Change[]): string[] {
  const bySection = groupBy(changes, sectionOf);
  return sections.flatMap((name) => formatSection(name, bySection.get(name) ?? []));
}

/** A comparison as Markdown, such as for the summary of a CI job. @param title names the two */
export const formatMarkdown = (diff: ContractDiff, title: string): string =>
  [`## ${title}`, '', ...formatSections(diff.changes), countChanges(diff), ''].join('\n');
