/** The declared headers of an answer. */

import type { Chance } from '../../contract/chance/chance.js';
import { ownedHeader } from '../../contract/headers/owned.js';
import { compileIdTemplate } from '../../contract/id-template.js';
import type { PreparedContract, PreparedOperation, PreparedResponse } from '../../contract/prepared.js';
import type { AnswerText } from './template.js';

/** What headers are made of. */
export interface HeaderSource {
  status: number;
  mediaType: string;
  answer: Pick<AnswerText, 'at'>;
  /** Milliseconds since 1970. */
  now: number;
  chance: Chance;
}

export type ResponseHeaders = (source: HeaderSource) => Record<string, string>;

/** @param ids made for this response, by template: headers of one form have the same */
type Value = (source: HeaderSource, ids: Map<string, string>) => string;

/** Declared headers with their example values, and the content type; those that hold an id get that of the answer, or a fresh one. */
export function compileResponseHeaders(operation: PreparedOperation, contract: PreparedContract): ResponseHeaders {
  const known = new Map<string, [name: string, value: Value][]>();
  const prepare = (status: number, mediaType: string): [name: string, value: Value][] => {
    const { responses } = operation;
    const declared = responses[status] ?? responses.default;
    return [
      ...Object.entries(declared?.headers ?? {}).flatMap(([name, { value, mediaType: only }]): [string, Value][] => {
        if (only !== undefined && only !== mediaType) return [];
        if (value !== undefined) return [[name, () => value]];
        const owned = ownedHeader(contract, name, operation, mediaType);
        return owned ? [[name, idValue(owned)]] : [];
      }),
      ['content-type', () => contentType(declared, mediaType)],
    ];
  };
  return (source) => {
    const key = `${source.status} ${source.mediaType}`;
    const values = known.get(key) ?? prepare(source.status, source.mediaType);
    known.set(key, values);
    const ids = new Map<string, string>();
    const headers: Record<string, string> = {};
    for (const [name, value] of values) headers[name] = value(source, ids);
    return headers;
  };
}

function idValue({ answer: pointer, id: template }: { answer?: string; id: string }): Value {
  const { format } = compileIdTemplate(template);
  return ({ answer, now, chance }, ids) => {
    const given = pointer === undefined ? undefined : answer.at(pointer);
    if (typeof given === 'string') return given;
    const id = ids.get(template) ?? format({ time: now, chance });
    ids.set(template, id);
    return id;
  };
}

/** The media type, with the character set where the contract knows one. */
export function contentType({ charsets }: Pick<PreparedResponse, 'charsets'> = {}, mediaType: string): string {
  const charset = charsets?.[mediaType];
  return charset === undefined ? mediaType : `${mediaType}; charset=${charset}`;
}
