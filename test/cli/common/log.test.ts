import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLog } from '../../../src/cli/common/log.js';
import { createMock } from '../../mocks.js';

/** What is written of a call that passes, and of one that is refused. */
async function written(isTTY: boolean): Promise<string> {
  const out = Object.assign(new PassThrough(), { isTTY, getColorDepth: () => WriteStream.prototype.getColorDepth() });
  const { onExchange } = openLog('pretty', undefined, out);
  const mock = await createMock({ ...(onExchange && { onExchange }) });
  await (await mock.fetch('http://mock/v1/models')).text();
  await (await mock.fetch('http://mock/v1/chat/completions', { method: 'POST', headers: { authorization: 'any' }, body: '{' })).text();
  // Lines of one turn are written at its end.
  await new Promise((resolve) => setTimeout(resolve));
  await mock.close();
  return String(out.read());
}

describe('colour', () => {
  beforeEach(() => {
    // Node takes a terminal of a CI job that it does not know for one without colours.
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI', 'TMUX']) vi.stubEnv(name, undefined);
    vi.stubEnv('TERM', 'xterm-256color');
  });
  afterEach(() => vi.unstubAllEnvs());

  test('is on a terminal, by the class of the status', async () => {
    const text = await written(true);
    expect(text).toContain(' /v1/models \u001b[32m200\u001b[39m ');
    expect(text).toContain(' /v1/chat/completions \u001b[33m415\u001b[39m ');
  });

  test('is not in a pipe', async () => {
    expect(await written(false)).not.toContain('\u001b');
  });

  test('is not where NO_COLOR is set', async () => {
    vi.stubEnv('NO_COLOR', '1');
    expect(await written(true)).not.toContain('\u001b');
  });
});
