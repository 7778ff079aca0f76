/** The test that runs, as the runner tells it. */
import type { RunningTest } from '../check/findings/violation.js';

interface Expect {
  getState?(): { currentTestName?: string; testPath?: string } | undefined;
}

/** Where jest and, with its globals, vitest have `expect`, and where vitest has it without. */
const places = ['expect', Symbol.for('expect-global')];

/** Under jest, vitest and `node --test`; `undefined` elsewhere, and where the runner does not tell. */
export function runningTest(): RunningTest | undefined {
  for (const place of places) {
    const expect = Reflect.get(globalThis, place) as Expect | undefined;
    const { currentTestName: name, testPath: file } = stateOf(expect) ?? {};
    if (name !== undefined || file !== undefined)
      return { ...(name !== undefined && { name }), ...(file !== undefined && { file: near(file) }) };
  }
  return ofNode();
}

/** Tests that run at the same time have no common state, and some runners say so with an error. */
function stateOf(expect: Expect | undefined): ReturnType<NonNullable<Expect['getState']>> {
  try {
    return typeof expect?.getState === 'function' ? expect.getState() : undefined;
  } catch {
    return undefined;
  }
}

/** Node.js tells the file; the name of the test in versions that have a word for it. */
function ofNode(): RunningTest | undefined {
  if (globalThis.process?.env?.NODE_TEST_CONTEXT === undefined) return undefined;
  const runner = process.getBuiltinModule('node:test') as { getTestContext?(): { fullName?: string } | undefined };
  const name = runner.getTestContext?.()?.fullName;
  const file = process.argv[1];
  return { ...(name !== undefined && { name }), ...(file !== undefined && { file: near(file) }) };
}

/** From the folder in which the tests were started. */
function near(file: string): string {
  const folder = `${globalThis.process?.cwd?.() ?? ''}/`;
  return folder.length > 1 && file.startsWith(folder) ? file.slice(folder.length) : file;
}
