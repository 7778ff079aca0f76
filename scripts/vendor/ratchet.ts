/** The scores that may not fall any more (`vendor/ratchet.json`). */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Coverage, scoreOf } from './coverage.js';
import { vendorFolder } from './facts.js';

export type Ratchet = Record<string, number>;

const file = join(vendorFolder, 'ratchet.json');
/** Digits are cut, not rounded: a ratchet is never above its score. */
const cut = (score: number): number => Math.floor(score * 1000) / 1000;

export const readRatchet = async (): Promise<Ratchet> => JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));

/** The ratchet with every score that is higher now. */
export const raise = (ratchet: Ratchet, coverages: Coverage[]): Ratchet =>
  Object.fromEntries(coverages.map((coverage) => [coverage.name, Math.max(ratchet[coverage.name] ?? 0, cut(scoreOf(coverage)))]));

export const writeRatchet = (ratchet: Ratchet): Promise<void> => writeFile(file, `${JSON.stringify(ratchet, null, 2)}\n`);

/** What is worse than it was, or no longer true; a line for each. */
export function ratchetProblems(ratchet: Ratchet, coverages: Coverage[]): string[] {
  return coverages.flatMap((coverage) => {
    const [score, floor] = [scoreOf(coverage), ratchet[coverage.name]];
    return [
      ...(floor === undefined ? [`${coverage.name}: vendor/ratchet.json has no score yet; run with --raise`] : []),
      ...(floor !== undefined && score < floor ? [`${coverage.name}: covers ${percent(score)}, which was ${percent(floor)} before`] : []),
      ...coverage.outdated.map((place) => `${coverage.name}: ${place} is said to be left out on purpose, but nothing of it is missing`),
    ];
  });
}

export const percent = (score: number): string => `${(score * 100).toFixed(1)} %`;
