/** The path of an address as the contract has it: what follows the base URL; `undefined` for an address that is not below it. */
export function pathBelow({ origin, pathname }: URL, base: URL): string | undefined {
  const prefix = base.pathname.replace(/\/$/, '');
  return origin === base.origin && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : undefined;
}
