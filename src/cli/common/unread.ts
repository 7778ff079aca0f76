/** Why a file or folder could not be read, in a line of a report. */
export function whyUnread(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? `There is no ${path}` : `${path} cannot be read: ${message}`;
}
