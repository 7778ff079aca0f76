/** The flag by which a command is asked for its report, in one form or several. */
import { appendFile, writeFile } from 'node:fs/promises';
import { InvalidArgumentError, Option } from 'commander';
import { type Format, formatReport, formats, type Reports } from '../../check/report/format.js';
import { fail } from './fail.js';

/** A form, and the file that it goes to; without one, standard output. */
export interface ChosenFormat {
  format: Format;
  file?: string;
}

const isFormat = (word: string): word is Format => (formats as readonly string[]).includes(word);

export function formatFlag(): Option {
  const flag = new Option(
    '--format <format>',
    'form of the report; with a file where it goes there, as in junit=report.xml; may be given several times (default: text)',
  ).argParser((text: string, before: ChosenFormat[] = []): ChosenFormat[] => {
    const at = text.indexOf('=');
    const format = at === -1 ? text : text.slice(0, at);
    const file = at === -1 ? undefined : text.slice(at + 1);
    if (!isFormat(format)) throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`);
    if (file === '') throw new InvalidArgumentError('Name a file after =, or leave both out.');
    return [...before, { format, ...(file !== undefined && { file }) }];
  });
  // For the help and for shells; `choices()` would refuse a file after the word.
  flag.argChoices = [...formats];
  return flag;
}

export const outputFlag = (): Option => new Option('--output <file>', 'write what would be printed to a file');

/** Whether nothing but a report for machines may be on standard output. */
export const isForMachines = (chosen: readonly ChosenFormat[], output?: string): boolean =>
  output === undefined && chosen.some(({ format, file }) => file === undefined && format !== 'text');

/** Writes each report where it is to go. The summary of a step of GitHub Actions is what all commands of the step have to say. */
export async function writeReports(chosen: readonly ChosenFormat[], output: string | undefined, reports: Reports): Promise<void> {
  for (const { format, file = output } of chosen) {
    const text = formatReport(format, reports);
    if (file === undefined) await new Promise((done) => process.stdout.write(text, done));
    else {
      const write = file === process.env.GITHUB_STEP_SUMMARY ? appendFile : writeFile;
      await write(file, text).catch(({ message }: Error) => fail(`${file} cannot be written: ${message}`, 2));
    }
  }
}
