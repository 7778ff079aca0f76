/** The operation of a page, and where it is written. */
import type { ContractSources, Origin, YamlPath } from '../../locate/contract-sources.js';
import { operationsOfPage, type PageOperation } from '../../locate/page-parts.js';
import { siteOf, siteText } from '../../locate/sites.js';
import type { Task } from './reading.js';

export interface Placed extends PageOperation {
  origin: Origin;
}

export function placed(sources: ContractSources, { reading }: Task): Placed | undefined {
  const [found] = operationsOfPage(sources, reading.entry);
  const origin = found && sources.originOf(found.operation);
  return found && origin ? { ...found, origin } : undefined;
}

export const named = (sources: ContractSources, file: string, ...path: YamlPath): string => siteText(siteOf(sources, { file, path }, true));

/** Every text in a value, with the way to it. */
export function* textsIn(value: unknown, path: YamlPath = []): Generator<{ path: YamlPath; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}
