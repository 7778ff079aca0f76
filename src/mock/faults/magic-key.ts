/** `sk-mock-429` is a key that is answered with 429. */
export function magicStatus(key: string | undefined): number | undefined {
  const status = key?.startsWith('sk-mock-') ? /^sk-mock-([45]\d\d)$/.exec(key)?.[1] : undefined;
  return status === undefined ? undefined : Number(status);
}
