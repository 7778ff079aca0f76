import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileKind, fileKind } from '../../../scripts/format/file-kind.js';
import { moveKeys } from '../../../scripts/format/move-keys.js';
import { Source } from '../../../scripts/format/source.js';
import { project } from '../../../scripts/lib/project.js';

const names = readdirSync(project.openapi, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

/** Every order turned round. */
const reversed = ({ type, order }: FileKind): FileKind => ({
  type,
  order: Object.fromEntries(Object.entries(order).map(([type, keys]) => [type, [...keys].reverse()])),
});

test('the keys of every file of the contract come back from the opposite order', () => {
  const different = names.filter((name) => {
    const kind = fileKind(name);
    if (!kind) return false;
    const ordered = moveKeys(new Source(name, readFileSync(join(project.openapi, name), 'utf8')), kind);
    const turned = moveKeys(ordered, reversed(kind));
    expect(moveKeys(turned, kind).text, name).toBe(ordered.text);
    return turned.text !== ordered.text;
  });
  // Otherwise nothing has been moved and brought back.
  expect(different.length).toBeGreaterThan(0.9 * names.length);
});
