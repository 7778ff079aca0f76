/**
 * Faults of a gateway and of callers, by hand, one of each kind in each place where it can be: the kit finds each by the rule that it is
 * there for. And what only looks like a fault passes.
 */
import { describe, expect, test } from 'vitest';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { toRequest } from '../../testing/documented-requests.js';
import { asked } from './faults/answers/asked.js';
import { beginnings } from './faults/answers/beginnings.js';
import { bytesAndErrors } from './faults/answers/bytes.js';
import { furtherAnswers } from './faults/answers/further.js';
import { kept, legalKept } from './faults/answers/kept.js';
import { leaked, legalLeaked } from './faults/answers/leaked.js';
import { legalLimits, limits } from './faults/answers/limits.js';
import { legalLost, lost } from './faults/answers/lost.js';
import { legalOlderCalls, olderCalls } from './faults/answers/older.js';
import { legalPromises, promises } from './faults/answers/promises.js';
import { legalSources, sources } from './faults/answers/sources.js';
import { legalSpelling, spelling } from './faults/answers/spelling.js';
import { legalTimesAndWords, timesAndWords } from './faults/answers/times-and-words.js';
import { doubledMembers, errorsInStreams, legalTranslations, legalWords, translated, words } from './faults/answers/translated.js';
import { legalValues, values } from './faults/answers/values.js';
import { answers } from './faults/answers/whole.js';
import type { Fault, SentExchange } from './faults/exchange.js';
import { jobs } from './faults/jobs/answers.js';
import { jobCourses, legalCourses } from './faults/jobs/courses.js';
import { creations, legalCreations } from './faults/jobs/creations.js';
import { legalAnswers } from './faults/legal/answers.js';
import { legalWishes } from './faults/legal/asked.js';
import { legalBytes } from './faults/legal/bytes.js';
import { legalJobs } from './faults/legal/jobs.js';
import { recordedVariants } from './faults/legal/recorded.js';
import { legalRequests } from './faults/legal/requests.js';
import { legalStreams } from './faults/legal/streams.js';
import { refusedByGpt, takenByGpt } from './faults/refused-by-gpt.js';
import { requests } from './faults/requests.js';
import { chatCompletionStreams } from './faults/streams/chat-completions.js';
import { generateContentStreams } from './faults/streams/generate-content.js';
import { messagesStreams } from './faults/streams/messages.js';
import { responsesStreams } from './faults/streams/responses.js';
import { legalToVendors, refusedByVendors } from './faults/vendors.js';

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
  'creations of jobs': creations,
  'bytes and errors': bytesAndErrors,
  requests,
  'requests that vendors refuse': refusedByVendors,
  'requests that do not hold together': refusedByGpt,
  'answers to what was asked for': asked,
  'what answers keep of their requests': kept,
  'answers beside the schema': furtherAnswers,
  'beginnings and ends': beginnings,
  'values that cannot be': values,
  'what answers promise of themselves': promises,
  'times, places, words and files that cannot be': timesAndWords,
  'what is lost in translation': translated,
  'members that come twice': doubledMembers,
  'errors in streams': errorsInStreams,
  'words of errors': words,
  'words in other letters': spelling,
  'what was declined, too much and nothing': limits,
  'what may not be called, comes again or is lost': lost,
  'what comes as text': leaked,
  'calls in the older form': olderCalls,
  'what texts rest on, and what tools of vendors put out': sources,
};

const legalVariants = [
  ...legalBytes,
  ...legalStreams,
  ...legalAnswers,
  ...legalJobs,
  ...legalWishes,
  ...legalKept,
  ...legalRequests,
  ...legalToVendors,
  ...takenByGpt,
  ...legalValues,
  ...recordedVariants,
  ...legalCourses,
  ...legalCreations,
  ...legalPromises,
  ...legalTimesAndWords,
  ...legalTranslations,
  ...legalWords,
  ...legalSpelling,
  ...legalLimits,
  ...legalLost,
  ...legalLeaked,
  ...legalSources,
  ...legalOlderCalls,
];

describe.each(Object.entries(subjects))('%s', (_, faults) => {
  test.each(faults)('%s', async (__, exchanges, rule) => {
    const findings = await findingsIn(exchanges);
    expect(
      findings.map((finding) => finding.rule),
      findings.map(({ message }) => message).join('\n'),
    ).toContainEqual(rule);
  });
});

test.each(legalVariants)('nothing is said of %s', async (_, exchanges) => {
  expect((await findingsIn(exchanges)).map(({ message }) => message)).toEqual([]);
});

test('each row has a name of its own', () => {
  for (const rows of [...Object.values(subjects), legalVariants]) {
    const names = rows.map(([name]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});
