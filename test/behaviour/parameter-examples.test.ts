/** What the description shows as the value of a parameter works: whoever copies it gets an answer. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Document, operationsOf, type Parameter, resolve } from '../../scripts/lib/document.js';
import { createMock } from '../../src/mock/index.js';

const document: Document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));

const exampleOf = (parameter: Parameter): string | undefined => {
  const { example, schema } = parameter as Parameter & { example?: unknown };
  const shown = example ?? schema?.example ?? schema?.examples?.[0] ?? schema?.default;
  return shown === undefined ? undefined : String(shown);
};

const operations = [...operationsOf(document)].flatMap(({ path, method, operation }) => {
  const parameters = [...(document.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])].map((entry) =>
    resolve<Parameter>(document, entry),
  );
  return parameters.length > 0 ? [{ path, method, operation, parameters }] : [];
});

describe.each(operations)('$operation.operationId', ({ path, method, operation, parameters }) => {
  test('shows a value for each parameter in its path', () => {
    expect(parameters.filter((parameter) => parameter.in === 'path' && exampleOf(parameter) === undefined)).toEqual([]);
  });

  test('answers them', async () => {
    const mock = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6 });
    const shown = parameters.flatMap((parameter) => {
      const value = exampleOf(parameter);
      return value === undefined ? [] : [{ ...parameter, value }];
    });
    const filled = shown.reduce(
      (url, { name, in: place, value }) => (place === 'path' ? url.replace(`{${name}}`, encodeURIComponent(value)) : url),
      path,
    );
    const query = new URLSearchParams(shown.flatMap(({ name, in: place, value }) => (place === 'query' ? [[name, value]] : [])));
    const headers = Object.fromEntries(shown.flatMap(({ name, in: place, value }) => (place === 'header' ? [[name, value]] : [])));
    const [body] = Object.values(operation.requestBody?.content['application/json']?.examples ?? {});
    const response = await mock.fetch(`http://mock${filled}?${query}`, {
      method: method.toUpperCase(),
      headers: { authorization: 'k', 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body.value) }),
    });
    expect([response.status, response.ok ? '' : await response.text()]).toEqual([200, '']);
    await response.text();
  });
});
