/** What is loaded when it is needed, one module after the other. */

let last: Promise<unknown> = Promise.resolve();

/**
 * Where jest runs ES modules, two modules that share a third cannot be loaded at the same time ("request for … is not in cache").
 * @param load imports, and waits for nothing that is loaded in turn itself
 */
export function inTurn<Module>(load: () => Promise<Module>): Promise<Module> {
  const loading = last.then(load);
  last = loading.catch(() => {});
  return loading;
}
