/**
 * The earliest sign of a new model: compares the models that the gateway lists, which needs no key, with those of the contract. Only what is
 * new counts: the list may be partial.
 *
 *   npm run catalogue:watch [-- <base URL>]    without one, the first server of the contract
 *   --json                                     for a program
 *
 * Exit code 0: nothing is new, 1: there are new models, 2: the gateway cannot be reached, or what it gives is no list of models.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueEndpoint } from './catalogue/endpoint.js';
import { readLive } from './catalogue/live.js';
import { findMissing, formatMissing, type KnownModel } from './catalogue/missing.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { readDocsMap } from './lib/docs-map.js';
import type { Document } from './lib/document.js';
import { project } from './lib/project.js';

const readGenerated = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(project.generated, name), 'utf8'));

function baseUrl(named: string | undefined, { servers }: Document): string {
  const url = named ?? servers?.[0]?.url ?? '';
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) throw new BadInput(`${url || 'nothing'}: not an http address`);
  return url;
}

await run(async () => {
  const { values, positionals } = argumentsOf({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  if (positionals.length > 1) throw new BadInput(`One address at most, not ${positionals.join(' ')}`);
  const document = await readGenerated<Document>('openapi.json');
  const live = await readLive(baseUrl(positionals[0], document), catalogueEndpoint(document));
  const missing = findMissing(live.ids, await readGenerated<KnownModel[]>('models.json'), await readDocsMap());
  console.log(
    values.json ? JSON.stringify({ listed: live.ids.length, goesOn: live.goesOn, missing }, null, 2) : formatMissing(missing, live),
  );
  return missing.length > 0 ? 1 : 0;
});
