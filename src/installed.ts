/**
 * What lies in `node_modules` while the program runs: packages that may be absent, and files that this package ships. No bundler follows what is
 * asked for here: it would fail on what is not installed, and on what is no code.
 */

function ask<Found>(question: (require: NodeJS.Require) => Found): Found {
  const { createRequire } = process.getBuiltinModule('node:module');
  try {
    return question(createRequire(import.meta.url));
  } catch {
    // A bundle may be anywhere, and not know where: then what is installed where it runs has to do.
    return question(createRequire(`${process.cwd()}/package.json`));
  }
}

/** @throws Error when it is not installed */
export const installedPackage = <Module>(name: string): Module => ask((require) => require(name));

/**
 * Where a file of a package is, such as `ws/package.json`.
 * @throws Error when it is not installed
 */
export const installedFile = (name: string): string => ask((require) => require.resolve(name));

/**
 * Where this package is, with what it ships beside its code; the checkout, where it runs from its sources.
 * @throws Error when it is not installed
 */
export function ownFolder(): string {
  try {
    return installedFile('nexconn-contract/package.json').slice(0, -'/package.json'.length);
  } catch (cause) {
    throw new Error(
      'nexconn-contract is not installed where this runs: a bundle that reads what it ships needs the package beside it (an "external" of the bundler)',
      { cause },
    );
  }
}
