/** A mock that pages call. */
import { createMock } from 'nexconn-contract/mock';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    mockUrl: string;
  }
}

export default async function serveMock(project: TestProject): Promise<() => Promise<void>> {
  const mock = await createMock();
  const { url } = await mock.listen(0);
  project.provide('mockUrl', url);
  return () => mock.close();
}
