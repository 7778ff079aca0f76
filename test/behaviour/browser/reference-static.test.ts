/** The reference page without a server: from a disk, and below a path of a site. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../../scripts/lib/project.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { executablePath, launch, noteComplaints, openPage } from './chromium.js';
import { type Site, serveSite } from './site.js';

describe.skipIf(!executablePath)('the page of files', () => {
  let browser: Browser;
  let folder: string;
  let site: Site;
  let mock: Mock;
  let url: string;
  let places: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docs-'));
    const tsx = join(project.root, 'node_modules/tsx/dist/cli.mjs');
    await promisify(execFile)(process.execPath, [tsx, 'scripts/build/docs.ts', '--out', folder], { cwd: project.root });
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    site = await serveSite({ '/docs/api/index.html': page }, 'frame-ancestors *');
    places = { 'a disk': pathToFileURL(join(folder, 'index.html')).href, 'below a path': `${site.url}/docs/api/index.html` };
    mock = await createMock();
    ({ url } = await mock.listen());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
    await site.close();
    await rm(folder, { recursive: true });
  });

  test.each(['a disk', 'below a path'])(
    'from %s it is searched, linked to and read, and asks for a server before it sends',
    async (place) => {
      const complaints: string[] = [];
      const page = await openPage(browser);
      noteComplaints(page, complaints);
      await page.goto(`${places[place]}#createChatCompletion.body.messages.role`);
      await page.locator('[id="createChatCompletion.body.messages.role"]').waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search' }).fill('listModels');
      await page.locator('#found li').first().waitFor();
      await page.keyboard.press('Enter');
      const operation = page.locator('#listModels');
      // Until there is another, samples speak to the gateway.
      await operation.locator('.samples pre', { hasText: 'https://' }).waitFor();
      expect(await page.getByRole('link', { name: 'Activity' }).count()).toBe(0);
      await operation.getByRole('button', { name: 'Send' }).click();
      await operation.getByText('Give the address of a server above').waitFor();
      await page.getByLabel('Server address').fill(url);
      await operation.locator('.samples pre', { hasText: url }).waitFor();
      await operation.getByRole('button', { name: 'Send' }).click();
      await operation.getByText('200 OK').waitFor();
      await page.close();
      expect(complaints).toEqual([]);
    },
  );
});
