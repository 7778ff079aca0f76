/** Checks every example against the operation that it belongs to. */
import { closedValidators, explain } from './closed-schemas.js';
import { type Document, operationsOf, resolve, type Schema } from './document.js';
import type { ErrorExample, Example } from './examples.js';

export interface Finding {
  file: string;
  message: string;
}

const mediaType = 'application/json';

export function checkExamples(document: Document, examples: Example[], errors: ErrorExample[]): Finding[] {
  const findings: Finding[] = [];
  const compile = closedValidators(document);
  const cache = new Map<Schema, ReturnType<typeof compile>>();
  const check = (file: string, what: string, schema: Schema | undefined, value: unknown) => {
    if (!schema) {
      findings.push({ file, message: `${what}: no schema to check against` });
      return;
    }
    let validate = cache.get(schema);
    if (!validate) {
      try {
        validate = compile(schema);
      } catch (error) {
        findings.push({ file, message: `${what}: ${(error as Error).message}` });
        return;
      }
      cache.set(schema, validate);
    }
    if (!validate(value)) {
      for (const message of explain(validate.errors)) findings.push({ file, message: `${what}: ${message}` });
    }
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
  for (const error of errors) {
    const dialect = document['x-error-dialects']?.[error.dialect];
    if (!dialect) findings.push({ file: error.file, message: `no dialect ${error.dialect}` });
    else {
      const schemas: string[] = dialect.schemas;
      check(error.file, 'body', { anyOf: schemas.map((name) => ({ $ref: `#/components/schemas/${name}` })) }, error.body);
    }
  }
  return findings;
}
