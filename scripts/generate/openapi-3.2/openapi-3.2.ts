/**
 * The description as OpenAPI 3.2, which has words for what an event of a stream is (`itemSchema`): for tools that read it. 3.1 stays the source.
 */
import type { StreamExtension } from '../../../src/contract/openapi.js';
import { type Document, operationsOf } from '../../lib/document.js';

const eventStream = 'text/event-stream';

/**
 * An event, as 3.2 models it: an object of the fields that it has, each a text. That the text is JSON is for the content vocabulary of JSON Schema
 * to say.
 */
export function itemSchema({ event, framing, terminator }: StreamExtension): object {
  const json = { type: 'string', contentMediaType: 'application/json', contentSchema: event };
  const data = terminator === undefined ? json : { anyOf: [json, { type: 'string', const: terminator }] };
  return framing === 'event'
    ? { type: 'object', required: ['event', 'data'], properties: { event: { type: 'string' }, data } }
    : { type: 'object', required: ['data'], properties: { data } };
}

export function toOpenApi32(document: Document): Document {
  const later: Document = { ...structuredClone(document), openapi: '3.2.0' };
  for (const { operation } of operationsOf(later)) {
    const stream = operation['x-stream'];
    if (!stream) continue;
    for (const { content } of Object.values<{ content?: Record<string, any> }>(operation.responses)) {
      // The schema of 3.1 is of the whole text; in 3.2 it would be of the list of events. Examples stay the text as it is sent (`value`): 3.2 has a newer
      // name for that, which excludes this one, and which no tool was found to read.
      const { schema: _, ...rest } = content?.[eventStream] ?? {};
      if (content?.[eventStream]) content[eventStream] = { itemSchema: itemSchema(stream), ...rest };
    }
  }
  return later;
}

/** How deep lines are broken: an operation, a component is a line, so that what changes can be reviewed. */
const brokenLevels = 3;

/** JSON without the spaces that a third of a description consists of. */
export function compactJson(value: unknown, levels = brokenLevels): string {
  if (levels === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([name, member]) => `${JSON.stringify(name)}:${compactJson(member, levels - 1)}`).join(',\n')}\n}`;
}
