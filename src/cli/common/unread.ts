/**
 * Why a file or folder could not be read, in a line of a report.
 * @param wanted what may be named in its place
 */
export function whyUnread(path: string, error: unknown, wanted: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return `${path} cannot be read: ${message}`;
  if (path === '-') return 'There is no file named -; the standard input is /dev/stdin';
  return `There is no ${path}; give ${wanted}`;
}

/** What is called so in the help of a command. */
export const wantedBy = ({ registeredArguments: [argument] }: { registeredArguments: readonly { description: string }[] }): string =>
  argument?.description ?? '';
