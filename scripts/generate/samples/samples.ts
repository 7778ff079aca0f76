/** Samples of calls, for the reference page: a documented request of each operation, in several languages. */
import { format } from 'prettier';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';
import type { OperationSamples, Sample } from '../../../src/reference/sample.js';
import type { Document } from '../../lib/document.js';
import { plainSamples, type Scheme } from './plain-http.js';
import { fillTemplate, type SdkClient, templateFor } from './sdk.js';

/** The request that samples are made of: the first of the documentation that is answered well. */
const exampleOf = ({ examples }: PreparedOperation): PreparedExample | undefined => examples.find(({ status }) => status < 400);

const pretty = (code: string): Promise<string> => format(code, { parser: 'babel', singleQuote: true, printWidth: 90 });

/** Writes a sample for either scheme; the second is kept where more than the word in the address differs. */
async function sample(head: Pick<Sample, 'id' | 'title'>, isJavaScript: boolean, write: (scheme: Scheme) => string): Promise<Sample> {
  const [text, secure] = [write('http'), write('https')];
  const finish = async (code: string) => (isJavaScript ? await pretty(code) : code).trim();
  const isOther = secure !== text.replaceAll('http://', 'https://');
  return { ...head, text: await finish(text), ...(isOther && { secure: await finish(secure) }) };
}

async function samplesOf(operation: PreparedOperation, clients: Record<string, SdkClient>): Promise<OperationSamples | undefined> {
  const example = exampleOf(operation);
  if (!example) return undefined;
  const { id: operationId } = operation;
  const plain = plainSamples.map(({ id, title, isJavaScript, write }) =>
    sample({ id, title }, isJavaScript, (scheme) => write({ operation, request: example.request, scheme })),
  );
  const sdks = Object.values(clients).flatMap((client) => {
    const template = templateFor(client, operationId);
    if (template === undefined) return [];
    const { title } = client;
    return sample({ id: title, title }, true, (scheme) => fillTemplate(template, operationId, example.request, scheme));
  });
  return { example: example.name, samples: await Promise.all([...plain, ...sdks]) };
}

/** @returns samples by operation */
export async function generateSamples(document: Document, contract: PreparedContract): Promise<Record<string, OperationSamples>> {
  const { clients = {} } = document['x-sdk-samples'] ?? {};
  const made = await Promise.all(
    contract.operations.map(async (operation) => [operation.id, await samplesOf(operation, clients)] as const),
  );
  return Object.fromEntries(made.flatMap(([id, samples]) => (samples ? [[id, samples]] : [])));
}
