/** Style and script of the reference page, as a module: the page is one answer without further files. */
import { build } from 'esbuild';
import { project } from '../lib/project.js';

const entryPoints = { style: 'src/reference/style.css', script: 'src/reference/browser/main.ts' };

async function bundle(entryPoint: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: project.root,
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

export async function generateReference(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(entryPoints).map(async ([name, path]) => `export const ${name} = ${JSON.stringify(await bundle(path))};\n`),
  );
  return `/* Made from src/reference/. Do not edit. */\n${lines.join('')}`;
}
