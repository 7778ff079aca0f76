import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import * as browser from '../../src/upstream/browser.js';
import * as node from '../../src/upstream/index.js';

test('a page can import what Node.js can, and hears that the mock is another one there', async () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
  await expect(browser.createMock()).rejects.toThrow('here, mockGateway of nexconn-contract/msw is the mock');
});

test('what is said of Node.js is said without Node.js: it is bundled for a page', async () => {
  const contents = "export { createMock, defineScenario, ScenarioError } from 'nexconn-contract/mock';";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project.root },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`;
  const { createMock } = await import(url);
  await expect(createMock({ seed: 1 })).rejects.toThrow('takes Node.js');
});
