/** Processor time and memory of a program and of all that it started, from `/proc`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** Microseconds of processor time since the start. */
  cpu: number;
  /** Resident bytes; memory that processes share is counted for each. */
  rss: number;
}

/** One line of `/proc/<pid>/stat`, in its own units: clock ticks and pages. */
export function parseStat(line: string): { group: number; ticks: number; pages: number } {
  // The second field is the name of the program, in parentheses, and may hold spaces and parentheses itself.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return { group: field(5), ticks: field(14) + field(15), pages: field(24) };
}

let units: { tick: number; page: number } | undefined;

const configured = (name: string): number => Number(execFileSync('getconf', [name], { encoding: 'utf8' }));

function readStat(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // The process has just ended.
    return undefined;
  }
}

/** What a process group uses; `undefined` where the system has no `/proc`. */
export function usageOf(group: number): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  units ??= { tick: 1e6 / configured('CLK_TCK'), page: configured('PAGESIZE') };
  const usage = { cpu: 0, rss: 0 };
  for (const pid of readdirSync('/proc')) {
    const line = /^\d+$/.test(pid) ? readStat(pid) : undefined;
    if (line === undefined) continue;
    const stat = parseStat(line);
    if (stat.group !== group) continue;
    usage.cpu += stat.ticks * units.tick;
    usage.rss += stat.pages * units.page;
  }
  return usage;
}
