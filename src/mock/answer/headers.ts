/** The declared headers of an answer. */
import { compileIdTemplate } from '../../contract/id-template.js';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import type { AnswerText } from './template.js';

/** @param now milliseconds since 1970 */
export type ResponseHeaders = (status: number, answer: Pick<AnswerText, 'at'>, now: number) => Record<string, string>;

/** Declared headers with their example values; those that hold an id get that of the answer, or a fresh one. */
export function compileResponseHeaders({ responses }: PreparedOperation, { ownedHeaders }: PreparedContract): ResponseHeaders {
  const byStatus = new Map(
    Object.entries(responses).map(([status, { headers }]) => [
      status,
      Object.entries(headers).map(([name, value]) => {
        const owned = ownedHeaders[name];
        if (!owned) return [name, () => value] as const;
        const template = compileIdTemplate(owned.id);
        return [
          name,
          ({ at }: Pick<AnswerText, 'at'>, now: number) => {
            const id = owned.answer === undefined ? undefined : at(owned.answer);
            return typeof id === 'string' ? id : template.format({ user: 'mock', time: now });
          },
        ] as const;
      }),
    ]),
  );
  return (status, answer, now) => {
    const headers: Record<string, string> = {};
    for (const [name, value] of byStatus.get(String(status)) ?? byStatus.get('default') ?? []) headers[name] = value(answer, now);
    return headers;
  };
}
