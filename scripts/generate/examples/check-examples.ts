/** Checks every example against the operation that it belongs to. */
import { closedJudges } from '../../lib/closed-schemas.js';
import { type Document, operationsOf, resolve, type Schema } from '../../lib/document.js';
import type { ErrorExample, Example } from '../../lib/examples.js';

export interface Finding {
  file: string;
  message: string;
}

const mediaType = 'application/json';

export type CheckExamples = (examples: Example[], errors: ErrorExample[]) => Finding[];

/** What is wrong with a value, in words. */
type FindMistakes = (schema: Schema | undefined, value: unknown, place: string) => string[];

export const checkExamples = (document: Document, ...[examples, errors]: Parameters<CheckExamples>): Finding[] =>
  exampleChecker(document)(examples, errors);

/** Prepares the checks of a document: what is compiled for one check serves the next. */
export function exampleChecker(document: Document, judgeOf = closedJudges(document)): CheckExamples {
  const findMistakes: FindMistakes = (schema, value, place) => {
    if (!schema) return ['no schema to check against'];
    try {
      return judgeOf(schema)(value, place).map(({ message }) => message);
    } catch (error) {
      return [(error as Error).message];
    }
  };
  const dialects = Object.entries<{ schemas: string[] }>(document['x-error-dialects'] ?? {});
  const envelopes = new Map(
    dialects.map(([name, { schemas }]) => [name, { anyOf: schemas.map(($ref) => ({ $ref: `#/components/schemas/${$ref}` })) }]),
  );
  return (examples, errors) => [...checkExchanges(document, findMistakes, examples), ...checkErrors(envelopes, findMistakes, errors)];
}

function checkErrors(envelopes: Map<string, Schema>, findMistakes: FindMistakes, errors: ErrorExample[]): Finding[] {
  return errors.flatMap(({ file, dialect, body }) => {
    const envelope = envelopes.get(dialect);
    if (!envelope) return [{ file, message: `no dialect ${dialect}` }];
    return findMistakes(envelope, body, 'body').map((mistake) => ({ file, message: `body: ${mistake}` }));
  });
}

function checkExchanges(document: Document, findMistakes: FindMistakes, examples: Example[]): Finding[] {
  const findings: Finding[] = [];
  const check = (file: string, what: string, schema: Schema | undefined, value: unknown) => {
    for (const mistake of findMistakes(schema, value, what)) findings.push({ file, message: `${what}: ${mistake}` });
  };
  const operations = new Map([...operationsOf(document)].map((entry) => [entry.operation.operationId, entry]));
  const requests = new Map<string, string>();
  for (const example of examples) {
    const { file, request, response } = example;
    const report = (message: string) => findings.push({ file, message });
    const found = operations.get(example.operationId);
    if (!found) {
      report(`no operation ${example.operationId}`);
      continue;
    }
    const { operation, path } = found;
    const key = `${example.operationId} ${JSON.stringify(request)}`;
    if (requests.has(key)) report(`the request is the same as in ${requests.get(key)}`);
    requests.set(key, file);

    const pathItem = document.paths[path];
    const parameters = [...(pathItem?.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => resolve(document, parameter));
    for (const [place, values] of [
      ['path', request.path],
      ['query', request.query],
      ['header', request.headers],
    ] as const) {
      for (const [name, value] of Object.entries(values ?? {})) {
        const parameter = parameters.find((candidate) => candidate.in === place && candidate.name.toLowerCase() === name.toLowerCase());
        if (parameter) check(file, `${place} ${name}`, parameter.schema, value);
        else report(`${place} parameter ${name} is not declared`);
      }
      for (const parameter of parameters) {
        if (parameter.in === place && parameter.required && values?.[parameter.name as never] === undefined) {
          report(`${place} parameter ${parameter.name} is missing`);
        }
      }
    }
    if (request.body !== undefined) check(file, 'request', operation.requestBody?.content[mediaType]?.schema, request.body);
    else if (operation.requestBody?.required) report('the request needs a body');

    const declared = operation.responses[String(response?.status)];
    if (!declared) {
      report(`the operation declares no ${response?.status}`);
      continue;
    }
    if (response.events) {
      const event = operation['x-stream']?.event;
      for (const [index, data] of response.events.entries()) check(file, `event ${index}`, event, data);
    } else {
      check(file, 'response', resolve(document, declared).content?.[mediaType]?.schema, response.body);
    }
  }
  return findings;
}
