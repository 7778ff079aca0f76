import { STATUS_CODES } from 'node:http';
import { basename } from 'node:path';

/** @typedef {import('../../lib/rule.js').Node} Node */
/** @typedef {{ path: string[], message: string }} Fault a path with a last part of '' is that of a key */

const json = 'application/json';
const form = ['description', 'x-error-dialect', 'headers', 'content'];

/**
 * What the name of a response ends with: `NotFound` for 404, `Error` for all statuses that are not declared.
 * @param {string} status
 */
const endingOf = (status) => (status === 'default' ? 'Error' : (STATUS_CODES[status] ?? '').replace(/\W/g, ''));

/** @param {Node} response */
const headersOf = (response) => Object.keys(response?.headers ?? {});

/**
 * Names of the components that a body is one of.
 * @param {Node} schema
 * @returns {string[]}
 */
const schemasOf = (schema) =>
  [schema ?? {}, ...(schema?.anyOf ?? [])].flatMap(({ $ref }) => ($ref === undefined ? [] : [basename($ref, '.yaml')]));

/**
 * @param {string[]} list
 * @param {string[]} other
 */
const without = (list, other) => list.filter((item) => !other.includes(item));

/**
 * What a response has beyond the form, or in a dialect that it does not speak.
 * @param {Node} response
 * @param {Record<string, { schemas?: string[] }>} dialects
 * @returns {Fault[]}
 */
function ownFaults(response, dialects) {
  const schemas = schemasOf(response.content?.[json]?.schema);
  const spoken = [response['x-error-dialect']].flat().map((dialect) => ({ dialect, own: dialects[dialect]?.schemas ?? [] }));
  const foreign = without(
    schemas,
    spoken.flatMap(({ own }) => own),
  );
  const missing = spoken.filter(({ own }) => without(own, schemas).length === own.length);
  const body = ['content', json, 'schema'];
  return [
    ...without(Object.keys(response), form).map((key) => ({ path: [key, ''], message: `${key} is no part of an error response.` })),
    ...without(Object.keys(response.content ?? {}), [json]).map((type) => ({
      path: ['content', type, ''],
      message: `An error is ${json}.`,
    })),
    ...missing.map(({ dialect }) => ({ path: body, message: `No body is of the dialect ${dialect}.` })),
    ...foreign.map((schema) => ({ path: body, message: `${schema} is of another dialect.` })),
  ];
}

/**
 * Headers that a response lacks, beside another one.
 * @param {string[]} headers
 * @param {string[]} wanted
 * @param {string | undefined} name of the other one
 * @returns {Fault[]}
 */
const missingHeaders = (headers, wanted, name) =>
  without(wanted, headers).map((header) => ({ path: ['headers', ''], message: `It lacks the header ${header} of ${name}.` }));

/**
 * The error responses are a grid, dialects by statuses, in which no cell says anything of its own: those of one status have one
 * description, those beside one default response have its headers and what the status adds, and each has the bodies of its dialects. A
 * response that is named otherwise, such as `ResultNotReady` for 400, is a special case of its status and describes itself.
 * @type {import('../../lib/rule.js').Rule}
 */
export const errorResponseGrid = () => {
  /** The statuses that a response is declared for, and the default response that it stands beside, by its place. */
  /** @type {Map<string, { statuses: Set<string>, head: string | undefined }>} */
  const uses = new Map();
  return {
    Paths: {
      PathItem: {
        Operation({ responses = {} }, { resolve }) {
          const head = resolve(responses.default ?? {}).location?.absolutePointer;
          for (const [status, entry] of Object.entries(responses)) {
            const place = entry.$ref && resolve(entry).location?.absolutePointer;
            if (!place) continue;
            const use = uses.get(place) ?? { statuses: new Set(), head };
            uses.set(place, use);
            use.statuses.add(status);
          }
        },
      },
    },
    Root: {
      leave(root, { location, report, resolve }) {
        const dialects = resolve(root['x-error-dialects'] ?? {}).node ?? {};
        const responses = Object.entries(root.components?.responses ?? {})
          .map(([name, entry]) => ({ name, ...resolve(entry) }))
          .filter(({ node }) => node?.['x-error-dialect']);
        /** What the first cell of each row says, by status. */
        /** @type {Map<string, { name: string, description: string, added: string[] }>} */
        const rows = new Map();
        for (const { name, node, location: at } of responses) {
          if (!at) continue;
          const { statuses, head: place } = uses.get(at.absolutePointer) ?? { statuses: [] };
          const [status, ...others] = statuses;
          if (status === undefined || others.length > 0) {
            const message = status ? `${name} is declared for ${[status, ...others].join(' and ')}.` : `No operation declares ${name}.`;
            report({ message, location: location.child(['components', 'responses', name]).key() });
            continue;
          }
          const head = responses.find(({ location }) => location?.absolutePointer === place);
          const faults = [...ownFaults(node, dialects), ...missingHeaders(headersOf(node), headersOf(head?.node), head?.name)];
          if (name === `${head?.name.replace(/Error$/, '')}${endingOf(status)}`) {
            const added = without(headersOf(node), headersOf(head?.node));
            const first = rows.get(status) ?? { name, description: node.description, added };
            rows.set(status, first);
            if (node.description !== first.description) {
              faults.push({ path: ['description'], message: `The description is not that of ${first.name}.` });
            }
            faults.push(...missingHeaders(added, first.added, first.name));
            for (const header of without(added, first.added)) {
              faults.push({ path: ['headers', header, ''], message: `${first.name} has no header ${header}.` });
            }
          }
          for (const { path, message } of faults) {
            report({ message, location: path.at(-1) === '' ? at.child(path.slice(0, -1)).key() : at.child(path) });
          }
        }
      },
    },
  };
};
