/** Checks what the sources name against the bundle. */
import { join } from 'node:path';
import type { Project } from '../lib/project.js';
import { describeFindings, findMistakes } from '../references/find-mistakes.js';
import { type Given, readSources } from '../references/schemas/sources.js';
import { descriptionNames } from './bundle.js';
import { modelCatalogue } from './contract.js';
import { mediaTypes } from './media.js';

/** @returns findings as `file:line:column: message` */
export async function checkReferences(
  { entry, root }: Pick<Project, 'entry' | 'root'>,
  given: Pick<Given, 'document' | 'examples' | 'errors' | 'judgeOf'>,
): Promise<string[]> {
  const models = modelCatalogue(given.document).map(({ id }) => id);
  const files = ['openapi.yaml', 'openapi.json'].map((name) => join(root, 'generated', name));
  const descriptions = { names: await descriptionNames(root), files };
  const sources = await readSources(entry, { ...given, mediaTypes, models, descriptions });
  return describeFindings(findMistakes(sources), root);
}
