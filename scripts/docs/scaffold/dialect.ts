/** A new form of errors, copied from one that the contract has. */
import { join } from 'node:path';
import { parse } from 'yaml';
import { BadInput } from '../../lib/bad-input.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import { addSchema, type Rename } from './add-parts.js';
import type { ContractFiles } from './contract-files.js';
import { pascal } from './sibling.js';
import { stubOf } from './stubs.js';
import { addMember, memberText } from './yaml-text.js';

const table = 'error-dialects.yaml';

/** What the names of several have in common at their beginning. */
function commonStart(names: string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  while (!others.every((name) => name.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}

/**
 * Adds table entry, schemas, responses and error bodies of a dialect, unless it is there.
 * @returns puts its names in the place of those of the other one
 */
export async function addDialect(files: ContractFiles, from: string, to: string): Promise<Rename> {
  if (from === to) return (text) => text;
  const dialects = parse(await files.read(table)) as Record<string, { schemas: string[] }>;
  if (!dialects[from]) throw new BadInput(`--dialect: there is no dialect ${from} to copy from`);
  const { responses } = (await files.root()).components;
  const own: string[] = [];
  for (const [name, { $ref }] of Object.entries(responses)) {
    if (parse(await files.read($ref))['x-error-dialect'] === from) own.push(name);
  }
  const [start, newStart] = [commonStart(own), pascal(to)];
  const named = (name: string) => newStart + (start !== '' && name.startsWith(start) ? name.slice(start.length) : name);
  const names = new Map([...own, ...dialects[from].schemas].map((name) => [name, named(name)]));
  const rename: Rename = (text) =>
    text
      .replace(/\b[A-Za-z]\w*\b/g, (word) => names.get(word) ?? word)
      .replace(new RegExp(`\\b((?:x-error-)?dialect: )${from}(?![\\w-])`, 'g'), `$1${to}`);
  if (dialects[to]) return rename;

  const entry = rename(memberText(await files.read(table), from)).replace(from, to);
  await files.edit(table, (text) => addMember(text, [], from, stubOf(entry, from, (part) => part).trimEnd()));
  for (const name of dialects[from].schemas) await addSchema(files, name, named(name), rename);
  for (const name of own) {
    const file = responses[name]?.$ref ?? '';
    const target = join('components/responses', `${named(name)}.yaml`);
    await files.create(target, rename(await files.read(file)));
    await files.edit('openapi.yaml', (text) =>
      addMember(text, ['components', 'responses'], name, `${named(name)}: { $ref: ${inlineYaml(`./${target}`)} }`),
    );
  }
  // Those of special cases are of the other one alone.
  for (const name of await files.names('examples/errors')) {
    if (!name.startsWith(`${from}-`) || !/^\d{3}$/.test(name.slice(from.length + 1))) continue;
    const text = await files.read(`examples/errors/${name}.yaml`);
    await files.create(`examples/errors/${to}${name.slice(from.length)}.yaml`, stubOf(text, name, rename));
  }
  return rename;
}
