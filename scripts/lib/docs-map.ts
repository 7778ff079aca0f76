/** Reads `docs-map.yaml`: every page and schema of the documentation, and where the contract has it. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { project } from './project.js';

export interface DocsEntry {
  path: string[];
  kind: 'endpoint' | 'schema' | 'guide';
  operation?: string;
  example?: string;
  schema?: string;
  contributes?: string[];
  page?: string;
  modified?: string;
  provenance: string;
  notes?: string;
}

export const readDocsMap = async (folder = project.openapi): Promise<DocsEntry[]> =>
  parse(await readFile(`${folder}docs-map.yaml`, 'utf8'));
