/** The files that the mock serves as results, as a module: a browser has no file system. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const files = { 'video/mp4': 'video.mp4', 'image/png': 'image.png', 'image/jpeg': 'image.jpg' };
const folder = new URL('../../src/mock/media/', import.meta.url);

export async function generateMedia(): Promise<string> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([type, name]) => {
      const base64 = (await readFile(fileURLToPath(new URL(name, folder)))).toString('base64');
      return `  '${type}': { extension: '${name.slice(name.lastIndexOf('.') + 1)}', base64: '${base64}' },`;
    }),
  );
  return `/* Generated from src/mock/media/ by \`npm run generate\`. Do not edit. */\nexport const media = {\n${entries.join('\n')}\n} as const;\n`;
}
