/** The reference page: what a mock serves of it is rendered and compressed beforehand. */
import { build } from 'esbuild';
import type { PreparedContract } from '../../src/contract/prepared.js';
import { type ReferenceOptions, type ReferencePage, referencePage } from '../../src/reference/page.js';
import type { Document } from '../lib/document.js';
import { project } from '../lib/project.js';
import { generateSamples } from './samples/samples.js';

/** Style and script, each as one text: the page is one answer without further files. */
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

export async function generatePage(document: Document, contract: PreparedContract, options?: ReferenceOptions): Promise<ReferencePage> {
  const [style, script, samples] = await Promise.all([
    bundle(entryPoints.style),
    bundle(entryPoints.script),
    generateSamples(document, contract),
  ]);
  return referencePage(document, contract, { style, script, samples }, options);
}

/** @returns text by file name, relative to `compiled/` */
export const pageFiles = ({ policy, files }: ReferencePage): Map<string, string> =>
  new Map([['page/policy.txt', policy], ...Object.entries(files).map(([name, text]) => [`page/${name}.br`, text] as const)]);
