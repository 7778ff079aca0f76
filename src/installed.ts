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
 * Where a file of a package is, such as `nexconn-contract/openapi.json`.
 * @throws Error when it is not installed
 */
export const installedFile = (name: string): string => ask((require) => require.resolve(name));
