/** With NEXCONN_ENGINE=prism: the tests that are known to fail with it have to fail, and have to be there. */
import { beforeAll, type RunnerTask, type RunnerTestFile } from 'vitest';
import { engineDifferences } from './behaviour/prism/differences.js';

const expected = engineDifferences
  .flatMap(({ tests }) => (typeof tests === 'string' ? [] : tests))
  .map(([file, ...names]) => ({ file, name: names.join(' > ') }));

function* testsOf(tasks: readonly RunnerTask[], ...names: string[]): Generator<[name: string, test: RunnerTask]> {
  for (const task of tasks) {
    if (task.type === 'suite') yield* testsOf(task.tasks, ...names, task.name);
    else yield [[...names, task.name].join(' > '), task];
  }
}

// Vitest reads what a hook wants from its first parameter, and wants one that can be taken apart.
// biome-ignore lint/correctness/noEmptyPattern: nothing is wanted
beforeAll(({}, suite) => {
  const { name, tasks } = suite as RunnerTestFile;
  const tests = new Map(testsOf(tasks));
  for (const difference of expected.filter(({ file }) => name === `test/${file}`)) {
    const test = tests.get(difference.name);
    if (test?.type !== 'test') throw new Error(`a difference between the engines names a test that is not there: ${difference.name}`);
    test.fails = true;
  }
});
