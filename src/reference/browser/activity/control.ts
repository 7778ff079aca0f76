/** Asks the mock about itself. */
import { addressOf } from '../parts/address.js';

/** What the mock refuses, in its words. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly findings: readonly string[],
  ) {
    super(message);
  }
}

/**
 * @param path below `/__mock/`
 * @returns the text of what it tells
 * @throws Refused where it says no, TypeError where nobody answers
 */
export async function ask(path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(addressOf(`/__mock/${path}`), init);
  const text = await response.text();
  if (response.ok) return text;
  let said: { message?: string; findings?: string[] } = {};
  try {
    said = JSON.parse(text);
  } catch {
    // What stands between the page and the mock answers in its own way.
  }
  throw new Refused(said.message ?? `${response.status} ${response.statusText}`, said.findings ?? []);
}
