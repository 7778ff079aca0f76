/** What is read of bodies that are larger than most: to read all that a caller may send would keep all others waiting. */
import type { Json } from '../../contract/prepared/json.js';
import { withoutLargeMembers } from '../../http/json/large-members.js';
import { excerptOf } from '../../protocols/parts/excerpt.js';
import { mostOfSchemas, schemaMember } from '../../protocols/parts/schema-members.js';
import { type Exchange, warnOfAnswer } from '../engine/exchange.js';

/** Nobody means a schema that is larger, so that the least one stands for it. */
export function withoutLargeSchemas(exchange: Exchange): string {
  const { text, leftOut } = withoutLargeMembers(exchange.text ?? '', schemaMember, mostOfSchemas, '{"type":"object"}');
  exchange.unread = leftOut;
  return text;
}

const kilobytes = (characters: number) => `${Math.round(characters / 1000)} kB`;

export function readLargeBody(exchange: Exchange): void {
  const { body, unread: [first, ...others] = [] } = exchange;
  exchange.excerpt = excerptOf(body as Json);
  if (exchange.excerpt !== body) warnOfAnswer(exchange, 'the body has very many parts; the first and the last of each list are read');
  if (!first) return;
  const also = others.length > 0 ? `, and ${others.length} more,` : '';
  const bounds = `at most ${kilobytes(mostOfSchemas.ofOne)} of one are, and ${kilobytes(mostOfSchemas.ofAll)} of all`;
  const message = `a schema of ${kilobytes(first.length)} (${first.name})${also} is not read, and any object is taken to be valid for it: ${bounds}`;
  warnOfAnswer(exchange, message);
}
