/**
 * Until when versions of Node.js get fixes, as its project has it.
 * @see https://github.com/nodejs/Release/blob/main/schedule.json
 */
export const endOfSupport: Readonly<Record<string, string>> = {
  20: '2026-04-30',
  22: '2027-04-30',
  24: '2028-04-30',
};
