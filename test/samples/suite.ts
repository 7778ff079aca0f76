/** JSON-Schema-Test-Suite, which says what the words of JSON Schema mean. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { project } from '../../scripts/lib/project.js';

interface Group {
  description: string;
  schema: Record<string, unknown> | boolean;
  tests: { description: string; data: unknown; valid: boolean }[];
}

export const drafts = ['draft7', 'draft2020-12'] as const;
export type Draft = (typeof drafts)[number];

/** The groups of a draft, each with the file that it is of. */
export async function groupsOf(draft: Draft): Promise<(Group & { file: string })[]> {
  const text = await readFile(join(project.root, 'test/fixtures/json-schema-test-suite', `${draft}.json`), 'utf8');
  const files = JSON.parse(text) as Record<string, Group[]>;
  return Object.entries(files).flatMap(([file, groups]) =>
    groups.map((group) => ({
      ...group,
      file,
      // Its schemas of draft-07 do not say that they are.
      schema:
        draft === 'draft7' && typeof group.schema === 'object'
          ? { $schema: 'http://json-schema.org/draft-07/schema#', ...group.schema }
          : group.schema,
    })),
  );
}

/** Judged by Ajv; `undefined` where it cannot read the schema. */
export function ajvFor(draft: Draft, schema: Group['schema']): ((value: unknown) => boolean) | undefined {
  const options = { strict: false, logger: false } as const;
  const ajv = draft === 'draft7' ? new Ajv(options) : new Ajv2020(options);
  addFormats.default(ajv);
  try {
    const validate = ajv.compile(schema);
    return (value) => {
      try {
        return validate(value) === true;
      } catch {
        return false;
      }
    };
  } catch {
    return undefined;
  }
}
