/**
 * Faults of a gateway and of callers, by hand, one of each kind in each place where it can be: the kit finds each by the rule that it is
 * there for. And what only looks like a fault passes.
 */
import { describe, expect, test } from 'vitest';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { toRequest } from '../../testing/documented-requests.js';
import { answers } from './faults/answers.js';
import { asked } from './faults/asked.js';
import { beginnings } from './faults/beginnings.js';
import { bytesAndErrors } from './faults/bytes.js';
import { chatCompletionStreams } from './faults/chat-completion-streams.js';
import type { Fault, SentExchange } from './faults/exchange.js';
import { furtherAnswers } from './faults/further-answers.js';
import { generateContentStreams } from './faults/generate-content-streams.js';
import { jobCourses, legalCourses } from './faults/job-courses.js';
import { jobs } from './faults/jobs.js';
import { legalVariants } from './faults/legal-variants.js';
import { messagesStreams } from './faults/messages-streams.js';
import { requests } from './faults/requests.js';
import { responsesStreams } from './faults/responses-streams.js';
import { values } from './faults/values.js';

/** What the kit says of exchanges that follow one another: rules and places, and messages. */
async function findingsIn(exchanges: SentExchange | SentExchange[]): Promise<{ rule: string; message: string }[]> {
  const list = [exchanges].flat();
  let next = 0;
  const send = async () => {
    const { status, contentType, headers, answer } = list[next++] as SentExchange;
    return new Response(answer as BodyInit, { status, headers: { 'content-type': contentType, ...headers } });
  };
  const fetch = contractFetch(send, { onViolation: 'collect' });
  for (const { operation, example } of list) await (await fetch(toRequest(operation, example))).arrayBuffer();
  return fetch.violations.map(({ part, keyword, pointer, message }) => ({
    rule: `${part} ${keyword} ${pointer.replace(/\/\d+/g, '/*')}`,
    message,
  }));
}

const subjects: Record<string, Fault[]> = {
  'streams of chat completions': chatCompletionStreams,
  'streams of messages': messagesStreams,
  'streams of Gemini': generateContentStreams,
  'streams of responses': responsesStreams,
  answers,
  jobs,
  'courses of jobs': jobCourses,
  'bytes and errors': bytesAndErrors,
  requests,
  'answers to what was asked for': asked,
  'answers beside the schema': furtherAnswers,
  'beginnings and ends': beginnings,
  'values that cannot be': values,
};

describe.each(Object.entries(subjects))('%s', (_, faults) => {
  test.each(faults)('%s', async (__, exchanges, rule) => {
    const findings = await findingsIn(exchanges);
    expect(
      findings.map((finding) => finding.rule),
      findings.map(({ message }) => message).join('\n'),
    ).toContainEqual(rule);
  });
});

test.each([...legalVariants, ...legalCourses])('nothing is said of %s', async (_, exchanges) => {
  expect((await findingsIn(exchanges)).map(({ message }) => message)).toEqual([]);
});

test('each row has a name of its own', () => {
  for (const rows of [...Object.values(subjects), [...legalVariants, ...legalCourses]]) {
    const names = rows.map(([name]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});
