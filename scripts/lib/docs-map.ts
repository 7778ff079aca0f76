/** Reads `docs-map.yaml`: every page and schema of the documentation, and where the contract has it; and the navigation that it follows. */
import { shellWord } from '../../src/check/repeat/shell.js';
import { project } from './project.js';
import { readYaml } from './read-yaml.js';

/** The provenance of what was seen on the site. */
export const seenOnSite = 'nexconn';
/** Provenances of which the site itself is the source. */
export const ofTheSite = ['seed', seenOnSite];

export interface DocsEntry {
  path: string[];
  kind: 'endpoint' | 'schema' | 'guide';
  operation?: string;
  example?: string;
  /** Models whose jobs the page is about, where its requests do not say it. */
  models?: string[];
  schema?: string;
  contributes?: string[];
  page?: string;
  modified?: string;
  provenance: string;
  notes?: string;
}

/** Title paths of every page and schema of the recorded navigation. */
export const readNavigation = (folder = project.openapi): Promise<string[][]> =>
  readYaml(`${folder}docs-navigation.yaml`, 'openapi/docs-navigation.yaml');

export const readDocsMap = (folder = project.openapi): Promise<DocsEntry[]> => readYaml(`${folder}docs-map.yaml`, 'openapi/docs-map.yaml');

/** A page as an argument of a command that somebody copies: what a site calls its pages is not to run. */
export function pageArgument(path: string[]): string {
  const name = path.join(' / ');
  return /["$`\\!]/.test(name) ? shellWord(name) : `"${name}"`;
}
