/** The changelog of the package (keepachangelog.com). */
const header = `# Changelog

Written by \`npm run changelog\` from the difference between two contracts, in the form of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).
`;

/** Puts an entry on top of a changelog, in the place of what was not released, or of the same version. */
export function insertEntry(changelog: string | undefined, entry: string): string {
  const [before = header, ...entries] = (changelog ?? header).split(/^(?=## \[)/m);
  const title = (text: string) => /^## \[(.+?)\]/.exec(text)?.[1];
  const kept = entries.filter((text) => title(text) !== 'Unreleased' && title(text) !== title(entry));
  return `${[before.trimEnd(), entry.trimEnd(), ...kept.map((text) => text.trimEnd())].join('\n\n')}\n`;
}
