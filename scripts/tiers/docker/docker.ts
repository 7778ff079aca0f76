/**
 * Runs the steps of the Dockerfile where there is no Docker: each stage in a folder that stands for its root, with the Node.js of this machine.
 * Then it is started as whoever has no rights, found healthy by its own check, asked, and told to stop.
 *
 *   npm run test:docker
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '../../../compiled/contract.js';
import { flagsOf, run } from '../../lib/bad-input.js';
import { project } from '../../lib/project.js';
import { buildStages } from './stages.js';
import { readSteps } from './steps.js';

/** An operation whose answers scenarios give. */
const speaking = contract.operations.find(({ stream, body }) => stream && body);

const port = 4710;

flagsOf();
await run(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docker-'));
  try {
    const steps = readSteps(await readFile(join(project.root, 'Dockerfile'), 'utf8'));
    const image = await buildStages(steps, project.root, folder);
    assert.ok(image.user !== undefined && image.user !== 'root', 'the image runs as root');
    assert.equal(image.env.HOST, '0.0.0.0');

    await mkdir(join(image.root, 'scenarios'), { recursive: true });
    await writeFile(
      join(image.root, 'scenarios/weather.yaml'),
      '- { name: weather, when: { user: weather }, answers: [{ text: Rain. }] }\n',
    );
    const container = image.start({ PORT: `${port}` });
    try {
      await container.healthy();
      const response = await fetch(`http://127.0.0.1:${port}${speaking?.path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'How is the weather?' }] }),
      });
      assert.match(await response.text(), /"Rain\."/, 'the scenario that is mounted does not answer');
    } finally {
      const code = await container.stop();
      assert.equal(code, 0, `it ended with ${code}:\n${container.output()}`);
    }
    const secret = image.start({ PORT: `${port + 1}` }, ['mock', '--https', '--base-path', '/api']);
    try {
      await secret.healthy();
    } finally {
      assert.equal(await secret.stop(), 0, secret.output());
    }
    console.log(
      `The steps of the Dockerfile run (with Node.js ${process.versions.node}), and what they make is healthy, answers and stops.`,
    );
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
