/** The mock server of Scalar, which is a library. Arguments: the folder of the tools, a description, a port. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', description = '', port = ''] = process.argv.slice(2);
const { resolve } = createRequire(join(folder, 'package.json'));
const load = (name: string) => import(pathToFileURL(resolve(name)).href);
const { createMockServer } = await load('@scalar/mock-server');
const { serve } = await load('@hono/node-server');
const app = await createMockServer({ document: JSON.parse(await readFile(description, 'utf8')) });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
