/** Every fact of a page, changed: one edit of a page for each fact and each way in which it can change. */

import type { Fact } from '../../../scripts/docs/facts/fact.js';
import { type Document, type Json, resolve, type Schema } from '../../../scripts/lib/document.js';
import { parsePointer } from '../../../src/contract/pointer.js';
import { operationIn, type PageModel } from './contract-pages.js';

/** A page in which one fact is another. */
export interface FactEdit {
  kind: Fact['kind'];
  how: 'changed' | 'removed' | 'added' | 'renamed';
  pointer: string;
  model: PageModel;
}

interface Slot {
  owner: Schema;
  schema: Schema;
}

/** The first place of a schema that a pointer leads to: what declares the last part, and what describes it. */
function slotAt(document: Document, start: Schema, parts: readonly string[]): Slot | undefined {
  const branches = (schema: Schema, depth = 0): Schema[] => {
    const own = resolve<Schema>(document, schema);
    if (depth > 6) return [own];
    return [
      own,
      ...[own.allOf, own.anyOf, own.oneOf].flatMap((list) => (list ?? []) as Schema[]).flatMap((branch) => branches(branch, depth + 1)),
    ];
  };
  let owners: Schema[] = [start];
  let found: Slot | undefined = { owner: start, schema: resolve<Schema>(document, start) };
  for (const part of parts) {
    found = owners
      .flatMap((schema) => branches(schema))
      .flatMap((owner): Slot[] => {
        const schema = part === '*' ? owner.items : part === '{}' ? owner.additionalProperties : owner.properties?.[part];
        return schema !== null && typeof schema === 'object' ? [{ owner, schema }] : [];
      })[0];
    if (!found) return undefined;
    owners = [found.schema];
  }
  return found && { owner: found.owner, schema: resolve<Schema>(document, found.schema) };
}

const other = (value: Json): Json => {
  if (typeof value === 'string')
    return /^[\w.-]+$/.test(value) ? `${value}-2` : value.startsWith('http') ? `${value}?v=2` : 'Other words than those';
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : value === null ? 'something' : value;
};

/** Sets a member. */
const put = (object: object, key: string, value: unknown): true => {
  (object as Record<string, unknown>)[key] = value;
  return true;
};

const renameKey = (object: Record<string, unknown>, from: string, to: string): void => {
  const entries = Object.entries(object);
  for (const key of Object.keys(object)) delete object[key];
  for (const [key, value] of entries) object[key === from ? to : key] = value;
};

const renameIn = (object: Record<string, unknown> | undefined, from: string, to: string): boolean => {
  if (!object || !(from in object)) return false;
  renameKey(object, from, to);
  return true;
};

/** The schema that the addresses of a page begin with. */
function rootOf(model: PageModel, head: string): Schema | undefined {
  const { document, entry } = model;
  if (head === 'schema') return document.components.schemas[entry.schema ?? ''];
  const operation = operationIn(model);
  if (head === 'request') return operation.requestBody?.content['application/json']?.schema;
  const status = /^response (\S+)$/.exec(head)?.[1];
  if (status) return resolve(document, operation.responses[status] ?? {}).content?.['application/json']?.schema;
  const [, where, name] = /^parameter (\S+) (.+)$/.exec(head) ?? [];
  const parameter = (operation.parameters ?? []).map((one) => resolve(document, one)).find((one) => one.in === where && one.name === name);
  return parameter?.schema as Schema | undefined;
}

type Change = [how: FactEdit['how'], change: (model: PageModel) => boolean];

const inSchema =
  (fact: Fact, change: (slot: Slot, name: string) => boolean) =>
  (model: PageModel): boolean => {
    const [head = '', path = ''] = fact.pointer.split('#');
    const root = rootOf(model, head);
    const parts = parsePointer(path);
    const slot = root && slotAt(model.document, root, parts);
    return slot !== undefined && change(slot, parts.at(-1) ?? '');
  };

function schemaChanges(fact: Fact): Change[] {
  const to = (how: FactEdit['how'], change: (slot: Slot, name: string) => boolean): Change => [how, inSchema(fact, change)];
  switch (fact.kind) {
    case 'field':
      return [
        to('removed', ({ owner }, name) => {
          delete owner.properties[name];
          if (owner.required) owner.required = (owner.required as string[]).filter((one) => one !== name);
          return true;
        }),
        to('renamed', ({ owner }, name) => {
          renameKey(owner.properties, name, `${name}_new`);
          if (owner.required) owner.required = (owner.required as string[]).map((one) => (one === name ? `${name}_new` : one));
          return true;
        }),
        to('added', ({ owner }, name) => {
          owner.properties[`${name}_more`] = { type: 'string', maxLength: 20 };
          return true;
        }),
      ];
    case 'type':
      return [
        to('changed', ({ schema }) => {
          if (typeof schema.type !== 'string') return false;
          schema.type = schema.type === 'integer' ? 'number' : schema.type === 'string' ? 'integer' : 'string';
          return true;
        }),
      ];
    case 'required':
      return [
        to('removed', ({ owner }, name) => {
          owner.required = ((owner.required ?? []) as string[]).filter((one) => one !== name);
          return true;
        }),
      ];
    case 'enum':
      return [
        to('removed', ({ schema }) => {
          if (!Array.isArray(schema.enum)) return false;
          schema.enum = schema.enum.filter((value: Json) => JSON.stringify(value) !== fact.value);
          return true;
        }),
        to('added', ({ schema }) => {
          if (!Array.isArray(schema.enum)) return false;
          schema.enum = [...schema.enum, other(JSON.parse(fact.value))];
          return true;
        }),
      ];
    case 'default':
    case 'format':
    case 'bound': {
      const name = fact.kind === 'bound' ? (fact.value.split(' ', 1)[0] ?? '') : fact.kind;
      return [
        to('removed', ({ schema }) => name in schema && delete schema[name]),
        to('changed', ({ schema }) => {
          if (!(name in schema) || !['number', 'string', 'boolean'].includes(typeof schema[name])) return false;
          schema[name] = fact.kind === 'format' ? 'hostname' : name === 'pattern' ? `${schema[name]}.*` : other(schema[name]);
          return true;
        }),
      ];
    }
    case 'nullable':
      return [
        to('removed', ({ schema }) => {
          if (!Array.isArray(schema.type)) return false;
          schema.type = (schema.type as string[]).filter((type) => type !== 'null');
          return true;
        }),
      ];
    case 'deprecated':
      return [to('removed', ({ schema }) => delete schema.deprecated)];
    default:
      return [];
  }
}

/** What a member becomes that it was not. */
function newFacts(fact: Fact): [Fact['kind'], Change][] {
  if (fact.kind !== 'type') return [];
  const to = (change: (slot: Slot, name: string) => boolean): Change => ['added', inSchema(fact, change)];
  return [
    ['nullable', to(({ schema }) => typeof schema.type === 'string' && put(schema, 'type', [schema.type, 'null']))],
    ['deprecated', to(({ schema }) => put(schema, 'deprecated', true))],
    ['bound', to(({ schema }) => fact.value === 'string' && !('maxLength' in schema) && put(schema, 'maxLength', 5000))],
    ['default', to(({ schema }) => fact.value === 'integer' && !('default' in schema) && put(schema, 'default', 7))],
    [
      'required',
      to(
        ({ owner }, name) =>
          owner.properties?.[name] !== undefined &&
          !owner.required?.includes(name) &&
          put(owner, 'required', [...(owner.required ?? []), name]),
      ),
    ],
  ];
}

function operationChanges(fact: Fact): Change[] {
  const [, status = '', header = ''] = /^response (\S+)(?: header (.+))?$/.exec(fact.pointer) ?? [];
  switch (fact.kind) {
    case 'method':
      return [
        ['changed', (model) => renameIn(model.document.paths[model.path ?? ''], model.method ?? '', 'put') && put(model, 'method', 'put')],
      ];
    case 'path':
      return [
        [
          'changed',
          (model) => {
            const next = `${model.path}/next`;
            return renameIn(model.document.paths, model.path ?? '', next) && put(model, 'path', next);
          },
        ],
      ];
    case 'status':
      return [
        [
          'removed',
          (model) => {
            model.errors = model.errors.filter((error) => error !== status);
            return status in operationIn(model).responses && delete operationIn(model).responses[status];
          },
        ],
        [
          'renamed',
          (model) => {
            const next = status.startsWith('2') ? '206' : '418';
            if (model.status === status) model.status = next;
            model.errors = model.errors.map((error) => (error === status ? next : error));
            return renameIn(operationIn(model).responses, status, next);
          },
        ],
        ['added', (model) => put(operationIn(model).responses, '413', { description: '' }) && model.errors.push('413') > 0],
      ];
    case 'header':
      return [
        ['removed', (model) => delete resolve(model.document, operationIn(model).responses[status] ?? {}).headers?.[header]],
        [
          'renamed',
          (model) => renameIn(resolve(model.document, operationIn(model).responses[status] ?? {}).headers, header, `${header}-New`),
        ],
        [
          'added',
          (model) => {
            const { headers } = resolve(model.document, operationIn(model).responses[status] ?? {});
            return headers !== undefined && put(headers, 'X-Quota-Left', { schema: { type: 'integer' } });
          },
        ],
      ];
    case 'param': {
      const [where, name] = fact.value.split(' ');
      const own = (model: PageModel) => operationIn(model).parameters?.findIndex((one) => resolve(model.document, one).name === name) ?? -1;
      return [
        ['removed', (model) => own(model) >= 0 && Boolean(operationIn(model).parameters?.splice(own(model), 1))],
        [
          'renamed',
          (model) => {
            const index = own(model);
            const parameter = operationIn(model).parameters?.[index];
            if (!parameter) return false;
            (operationIn(model).parameters as unknown[])[index] = { ...resolve(model.document, parameter), name: `${name}_new` };
            return where !== 'path';
          },
        ],
        ['added', (model) => Boolean(operationIn(model).parameters?.push({ name: 'verbose', in: 'query', schema: { type: 'boolean' } }))],
      ];
    }
    case 'media':
      return [
        [
          'changed',
          (model) =>
            fact.pointer === 'request' &&
            put(model, 'media', 'multipart/form-data') &&
            renameIn(operationIn(model).requestBody?.content, fact.value, model.media),
        ],
      ];
    case 'security':
      return [['changed', (model) => put(model.document, 'security', [])]];
    case 'server':
      return [['changed', (model) => put(model.document, 'servers', [{ url: 'https://api2.example.com' }])]];
    default:
      return [];
  }
}

/** The first example of a page, in the model and in the document of its Markdown form. */
function examplesIn(model: PageModel, pointer: string): Json[] {
  const found: Json[] = [];
  const [head = ''] = pointer.split('#');
  const [, status, number] = /^(?:request|response (\S+)) example (\d+)$/.exec(head) ?? [];
  const isRequest = head.startsWith('request');
  if (number === '1' || head.startsWith('schema')) {
    const own = isRequest ? model.request : model.response;
    if (own !== undefined && (isRequest || head.startsWith('schema') || status === model.status)) found.push(own);
  }
  if (!model.path) return found;
  const content = isRequest
    ? operationIn(model).requestBody?.content
    : resolve(model.document, operationIn(model).responses[status ?? ''] ?? {}).content;
  const named = Object.values(content?.['application/json']?.examples ?? {})[Number(number) - 1];
  if (named && !found.includes(named.value)) found.push(named.value);
  return found;
}

function exampleChanges(fact: Fact): Change[] {
  const parts = parsePointer(fact.pointer.split('#')[1] ?? '');
  const inExample = (how: FactEdit['how'], change: (container: Record<string, Json>, key: string) => boolean): Change => [
    how,
    (model) => {
      const changed = new Set<unknown>();
      for (const example of examplesIn(model, fact.pointer)) {
        const container = parts.slice(0, -1).reduce<any>((value, part) => value?.[part], example);
        const key = parts.at(-1) ?? '';
        if (container === null || typeof container !== 'object' || changed.has(container)) continue;
        changed.add(container);
        if (!change(container, key)) return false;
      }
      return changed.size > 0;
    },
  ];
  return [
    inExample('changed', (container, key) => {
      const value = container[key] as Json;
      if (value !== null && typeof value === 'object') return false;
      container[key] = other(value);
      return true;
    }),
    inExample('removed', (container, key) =>
      Array.isArray(container) ? container.splice(Number(key), 1).length > 0 : delete container[key],
    ),
    inExample('renamed', (container, key) => !Array.isArray(container) && renameIn(container, key, `${key}_new`)),
    inExample('added', (container, key) => !Array.isArray(container) && put(container, `${key}_more`, 'more')),
  ];
}

/** @param facts of the page as its form shows them */
export function factEdits(model: PageModel, facts: readonly Fact[]): FactEdit[] {
  const made = facts.flatMap((fact): [Fact['kind'], string, Change][] => {
    const changes: [Fact['kind'], Change][] = [
      ...(fact.kind === 'example' ? exampleChanges(fact) : fact.pointer.includes('#') ? schemaChanges(fact) : operationChanges(fact)).map(
        (change): [Fact['kind'], Change] => [fact.kind, change],
      ),
      ...newFacts(fact),
    ];
    return changes.map(([kind, change]) => [kind, fact.pointer, change]);
  });
  return made.flatMap(([kind, pointer, [how, change]]) => {
    const next = structuredClone(model);
    return change(next) ? [{ kind, how, pointer, model: next }] : [];
  });
}
