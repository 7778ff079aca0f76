/** Writes what a team of some size has: folders of scenarios, and an afternoon's recordings. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { PreparedContract } from '../../../src/contract/prepared.js';
import { createRecorder } from '../../../src/recording/recorder.js';
import type { Recording } from '../../../src/recording/recording.js';
import type { Scenario } from '../../../src/scenarios/scenario.js';
import type { Workload } from '../servers/workloads.js';

/** What a question has to hold for the scenario without, and for that with embedded expressions. */
export const ownWords = { plain: 'the plain answer', embedded: 'the embedded answer' } as const;

async function folderOf(parent: string, name: string, files: readonly (readonly Scenario[])[]): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map((scenarios, index) => writeFile(join(folder, `${index}.yaml`), stringify(scenarios))));
  return folder;
}

/** One scenario for each question with own words, with an answer of this text. */
export const writeOwnAnswers = (parent: string, text: string): Promise<string> =>
  folderOf(parent, 'own', [
    [
      { name: 'plain', when: { user: ownWords.plain }, answers: [{ text }] },
      { name: 'embedded', when: { user: ownWords.embedded }, answers: [{ text: `${text} You asked: {$conversation#/user}` }] },
    ],
  ]);

/** Scenarios of which none is about the benchmark's requests: a third each by text, by pattern with a tool, and by operation. */
function unrelated({ operations }: PreparedContract, index: number): Scenario {
  const name = `case-${index}`;
  const kinds: readonly Omit<Scenario, 'name'>[] = [
    { when: { user: `where is parcel ${index}?` }, answers: [{ text: `Parcel ${index} is on its way.` }] },
    {
      when: { user: `/refund ${index}\\b|money back for ${index}\\b/i`, tool: `find_order_${index}` },
      answers: [{ text: 'It was never paid.' }],
    },
    { when: { operation: operations[index % operations.length]?.id as string, headers: { 'x-case': name } }, answers: [{ error: 429 }] },
  ];
  return { name, ...(kinds[index % kinds.length] as Omit<Scenario, 'name'>) };
}

/** So many scenarios, one a file. @param answers of each */
export const writeUnrelated = (parent: string, contract: PreparedContract, count: number, answers = 1): Promise<string> =>
  folderOf(
    parent,
    `unrelated-${count}-${answers}`,
    Array.from({ length: count }, (_, index) => {
      const scenario = unrelated(contract, index);
      return [{ ...scenario, answers: Array.from({ length: answers }, () => scenario.answers[0] as Scenario['answers'][number]) }];
    }),
  );

/** What the recorded questions are filled up with. */
const filler = 'the quick brown fox jumps over a lazy dog while orders shipped to Berlin wait for a refund '.repeat(200);

/** So many exchanges as the proxy records them, half of them streams. @param recorded the exchanges that they are like, each with its question */
export async function writeRecordings(
  parent: string,
  count: number,
  recorded: readonly (Pick<Recording, 'operation' | 'response'> & { ask: (question: string) => Workload })[],
): Promise<string> {
  const folder = join(parent, 'recordings');
  const record = await createRecorder(folder);
  const write = async (index: number) => {
    const { ask, ...exchange } = recorded[index % recorded.length] as (typeof recorded)[number];
    const { method, path, headers, body } = ask(recordedQuestion(index));
    const request = { method, url: path, headers, json: JSON.parse(body) };
    await record({ ...exchange, time: new Date(index * 1000).toISOString(), request, duration: 10, violations: [] });
  };
  const together = 100;
  for (let first = 0; first < count; first += together)
    await Promise.all(Array.from({ length: Math.min(together, count - first) }, (_, index) => write(first + index)));
  return folder;
}

/** The question of a recorded exchange, by its number. */
export const recordedQuestion = (index: number): string => `Question ${index}: ${filler}`;
