/** The files that the mock serves as results, as a module: a browser has no file system. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const files = { 'video/mp4': 'video.mp4', 'image/png': 'image.png', 'image/jpeg': 'image.jpg' };
export const mediaFolder = fileURLToPath(new URL('../../src/mock/media/', import.meta.url));

export async function generateMedia(): Promise<string> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([type, name]) => {
      const base64 = (await readFile(join(mediaFolder, name))).toString('base64');
      return `  '${type}': { extension: '${name.slice(name.lastIndexOf('.') + 1)}', base64: '${base64}' },`;
    }),
  );
  return `/* Made from src/mock/media/. Do not edit. */\nexport const media = {\n${entries.join('\n')}\n} as const;\n`;
}
