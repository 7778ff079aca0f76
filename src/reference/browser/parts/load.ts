/** Loads the parts of the page that it does not begin with. A page that no mock serves holds them. */
import { type PageFile, partsFolder } from '../../files.js';
import { addressOf } from './address.js';

/** The text of a part. @throws Error where it does not come */
export async function loadPart(name: PageFile): Promise<string> {
  const held = document.getElementById(name);
  if (held) return held.textContent ?? '';
  const response = await fetch(addressOf(partsFolder + name, ''));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}

/** Calls a function once, and again only where it failed. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
