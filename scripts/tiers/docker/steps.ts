/** The instructions of a Dockerfile, as far as this package uses them. */

export interface Step {
  instruction: string;
  /** What stands behind it; flags apart. */
  text: string;
  flags: Readonly<Record<string, string>>;
}

/** @throws Error for a line that is no instruction */
export function readSteps(dockerfile: string): Step[] {
  const lines = dockerfile
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  return lines.map((line) => {
    const [, instruction = '', behind = ''] = /^\s*([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (instruction === '') throw new Error(`Dockerfile: this is no instruction: ${line}`);
    const [given = ''] = /^(?:--\S+\s+)*/.exec(behind) ?? [];
    const flags = Object.fromEntries([...given.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]));
    return { instruction, text: behind.slice(given.length).trim(), flags };
  });
}
