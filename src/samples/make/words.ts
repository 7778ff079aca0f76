/** Words for values: agents run what they are given, so each is one that no shell, interpreter or server knows. */

const longestWord = 40;

/** A word that speaks of the member, as `example_city`. The name alone may be a command. */
export function wordFor(name: string): string {
  const plain = name
    .slice(0, longestWord)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
  return plain === '' ? 'example' : `example_${plain}`;
}

const harm =
  /bad|wrong|harm|unsafe|toxic|flag|block|error|fail|invalid|incorrect|spam|violat|jailbreak|inject|offens|abus|malicious|danger|reject|refus|delete|destroy|force|overwrite|tripwire|nsfw|homework|off_?topic/i;

/** Whether a member tells, or does, what its reader takes for a reason to stop, as guardrails do: it is false then. */
export const isHarmful = (name: string): boolean => harm.test(name.slice(0, longestWord));

const letters = 'xyzabcdefghijklmnopqrstuvw';

/** Words of a length, each other than those before. */
export function* words(name: string, least: number, most: number): Generator<string> {
  const word = wordFor(name);
  for (let number = 1; ; number++) {
    const text = number === 1 ? word : `${word}_${number}`;
    if (text.length <= most) yield text.padEnd(least, 'x');
    else if (number <= letters.length) yield letters.charAt(number - 1).repeat(most);
    else if (most > 1) yield `${letters[number % letters.length]}${number}`.slice(-most).padStart(least, 'x');
    else return;
  }
}
