/** Finds where a changelog tells of a change. */
import { sentence } from '../diff/changelog-entry.js';
import type { Change } from '../diff/model/change.js';

export interface ChangelogEntry {
  /** `Unreleased` for what is not. */
  version: string;
  section: string;
  text: string;
}

/** The lines of a changelog by what they say; of several alike, the newest. */
export function readChangelog(text: string): (change: Change) => ChangelogEntry | undefined {
  const entries = new Map<string, ChangelogEntry>();
  let [version, section] = ['', ''];
  for (const line of text.split('\n')) {
    const [, heading] = /^## \[(.+?)\]/.exec(line) ?? [];
    const [, title] = /^### (.+)/.exec(line) ?? [];
    const [, said] = /^\s+- (.+)/.exec(line) ?? [];
    if (heading) version = heading;
    else if (title) section = title;
    else if (said && !entries.has(said)) entries.set(said, { version, section, text: said });
  }
  return (change) => entries.get(sentence(change));
}
