/** What the platform gives, where it might not. */

/** @throws Error that names what is missing, rather than a ReferenceError from somewhere within */
export function checkGlobals(caller: string, names: readonly string[]): void {
  const missing = names.filter((name) => !(name in globalThis));
  if (missing.length === 0) return;
  throw new Error(
    `${caller} needs ${missing.join(', ')}, which this environment does not have. Of jest's jsdom, the package jest-fixed-jsdom is a version that has what Node.js has`,
  );
}
