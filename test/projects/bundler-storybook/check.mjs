/** The story that has been built says what the mock in the page answers. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };
const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    const body = await readFile(join('dist', pathname));
    response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

// That of the machine, where it has one.
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/iframe.html?id=chat--answer&viewMode=story`);
  const said = page.locator('#said', { hasText: /\w/ });
  await said.waitFor();
  assert.doesNotMatch(await said.innerText(), /^failed/);
} finally {
  await browser.close();
  server.close();
}
