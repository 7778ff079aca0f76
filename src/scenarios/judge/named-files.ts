/** Files that an answer names. They belong to scenarios that stand in files themselves; whoever sends one from elsewhere reads no file here. */
import { isAddress } from '../content.js';
import type { Scenario } from '../scenario.js';
import type { Found } from './finding.js';

/** A file that an answer names, and where. */
export interface NamedFile {
  /** JSON pointer into the scenario. */
  pointer: string;
  /** Relative to the folder of the scenario's file. */
  path: string;
  /** `text`: what it says is said; `image`: it is shown; `media`: it is handed out. */
  use: 'text' | 'image' | 'media';
}

/** The files of a scenario that has the form of one. */
export function namedFiles({ answers }: Pick<Scenario, 'answers'>): NamedFile[] {
  const files: NamedFile[] = [];
  const text = (value: unknown, pointer: string): void => {
    const file = (value as { file?: unknown } | null | undefined)?.file;
    if (typeof value === 'object' && typeof file === 'string') files.push({ pointer, path: file, use: 'text' });
  };
  const addresses = (value: unknown, pointer: string, use: 'image' | 'media'): void => {
    if (typeof value === 'string' && !isAddress(value) && !value.startsWith('{$')) files.push({ pointer, path: value, use });
    else if (Array.isArray(value)) for (const [index, one] of value.entries()) addresses(one, `${pointer}/${index}`, use);
  };
  const said = (content: Record<string, unknown>, pointer: string): void => {
    for (const name of ['text', 'reasoning', 'refusal']) text(content[name], `${pointer}/${name}`);
    addresses(content.image, `${pointer}/image`, 'image');
    addresses(content.images, `${pointer}/images`, 'image');
  };
  for (const [index, answer] of answers.entries()) {
    if (typeof answer !== 'object' || answer === null) continue;
    const at = `/answers/${index}`;
    const { parts, media, job } = answer as { parts?: unknown; media?: unknown; job?: { media?: unknown } };
    said(answer as unknown as Record<string, unknown>, at);
    if (Array.isArray(parts)) for (const [number, part] of parts.entries()) said(part ?? {}, `${at}/parts/${number}`);
    addresses(media, `${at}/media`, 'media');
    addresses(job?.media, `${at}/job/media`, 'media');
  }
  return files;
}

export const foreignFiles = (scenario: Scenario): Found[] =>
  namedFiles(scenario).map(({ pointer, path, use }) => ({
    pointer,
    message:
      use === 'text'
        ? `${path} is a file, which only scenarios that stand in a file may name; write its text`
        : `${path} is a file, which only scenarios that stand in a file may name; write an address, or a data URL`,
  }));
