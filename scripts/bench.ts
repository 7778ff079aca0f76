/**
 * How fast the mock is, with either engine, next to Steady, stock Prism and a bare Hono server, on this project's contract. The build in
 * dist/ is measured.
 *
 *   npm run bench
 *   --quick           shorter runs: figures that are rough, in a minute
 *   --only a,b        some of the servers: mock, embedded, steady, prism, aimock, floor; and of what a team adds: scenarios, recordings, conform, kit
 *   --json <file>     the figures as JSON as well
 *   --write           writes docs/benchmarks.md
 *   --check           fail when a target is not met, or something could not be measured
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { partNames, serverNames } from './bench/figures/result.js';
import type { BenchPlan } from './bench/measure.js';
import { formatReport } from './bench/report.js';
import { stopProgramsOnExit } from './bench/servers/programs.js';
import { judge } from './bench/targets.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { project } from './lib/project.js';

/** What is to be measured. */
function readOnly(text: string): Pick<BenchPlan, 'only' | 'parts'> {
  const known: readonly string[] = [...serverNames, ...partNames];
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new BadInput(`unknown server or part ${unknown.join(', ')}; known: ${known.join(', ')}`);
  return { only: serverNames.filter((name) => names.includes(name)), parts: partNames.filter((name) => names.includes(name)) };
}

const whole: Omit<BenchPlan, 'only' | 'parts'> = { rounds: 5, seconds: 2, connections: 50, streams: 2000, starts: 5, times: 10 };
const quick: Omit<BenchPlan, 'only' | 'parts'> = { ...whole, rounds: 1, seconds: 1, starts: 3 };

await run(async () => {
  const { values } = argumentsOf({
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string' },
      json: { type: 'string' },
      write: { type: 'boolean' },
      check: { type: 'boolean' },
    },
  });
  const only = readOnly(values.only ?? [...serverNames, ...partNames].join());
  const isBuilt = ['dist/cli.js', 'compiled/contract.ts'].every((file) => existsSync(join(project.root, file)));
  if (!isBuilt) throw new BadInput('there is no build to measure; run npm run build first');
  if (values.json && !existsSync(dirname(values.json))) throw new BadInput(`there is no folder ${dirname(values.json)} for ${values.json}`);
  // It imports the build, or what the build is made of.
  const { measure } = await import('./bench/measure.js');
  stopProgramsOnExit();
  const result = await measure({ ...(values.quick ? quick : whole), ...only }, (step) => console.error(step));
  const targets = judge(result);
  const report = formatReport(result);
  console.log(report);
  if (values.write) await writeFile(join(project.root, 'docs/benchmarks.md'), `${report}\n`);
  if (values.json) await writeFile(values.json, `${JSON.stringify({ ...result, targets }, null, 2)}\n`);
  return values.check && (result.notes.length > 0 || targets.some(({ met }) => !met)) ? 1 : 0;
});
