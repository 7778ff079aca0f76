/** Loads scenarios again when something in their folders has changed. */
import { type FSWatcher, watch } from 'node:fs';
import type { ScenarioContract } from '../judge/check.js';
import { type LoadedScenarios, loadScenarios, type ScenarioSource } from './load.js';

/** Editors write in several steps; one look after the last of them is enough. */
const settleMs = 50;

/**
 * @param first as they were loaded at first
 * @param onLoaded told of each further time; what is wrong is for it to say
 * @returns stops it
 */
export function watchScenarios(
  sources: readonly ScenarioSource[],
  contract: ScenarioContract,
  first: LoadedScenarios,
  onLoaded: (loaded: LoadedScenarios) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let loading = Promise.resolve();

  const follow = (folders: readonly string[]): void => {
    for (const [folder, watcher] of watchers) {
      if (folders.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, later);
        // A folder that goes away is looked for again with the next change of another.
        watcher.on('error', () => watcher.close());
        watchers.set(folder, watcher);
      } catch {
        // It went away since it was read.
      }
    }
  };
  const load = async (): Promise<void> => {
    if (isClosed) return;
    const loaded = await loadScenarios(sources, contract);
    if (isClosed) return;
    follow(loaded.folders);
    onLoaded(loaded);
  };
  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A file may be gone between the look for it and the reading; the next change tells of that.
      loading = loading.then(load).catch(() => {});
    }, settleMs);
    timer.unref();
  }

  follow(first.folders);
  return () => {
    isClosed = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
