/** The texts of made-up answers: their forms and scripts exist, each shows what its form says, and no language lacks a form. */
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { Sources } from '../schemas/sources.js';

export function* checkAnswerSamples({ tables }: Sources): Findings {
  const samples = tables['answer-samples'];
  yield* checkWords(samples);
  const json = samples.child('json');
  const names = wordsIn(json.child('object')).map(([, word]) => word);
  for (const [place, word] of ['plainly', 'array', 'lines'].flatMap((list) => wordsIn(json.child(list)))) {
    if (!names.some((name) => word.includes(name)))
      yield { place, message: `"${word}" is never found: it has none of ${names.join(', ')} in it.` };
  }
  for (const [, line] of samples.child('asides').entries()) {
    for (const name of String(line.value).split(', ')) {
      if (!/^[\w-]+$/.test(name)) yield { place: line, message: `"${name}" is no name of an element.` };
    }
  }
  const forms = new Map<string, RegExp | undefined>();
  for (const [name, form] of samples.child('forms').entries()) {
    const shows = form.child('shows');
    const pattern = patternOf(String(shows.value));
    forms.set(name, pattern);
    if (!pattern) yield { place: shows, message: `${shows.value} is no regular expression.` };
  }
  for (const [, length] of samples.child('lengths').entries()) {
    const { least = 0, most = Number.POSITIVE_INFINITY } = length.value ?? {};
    if (least > most) yield { place: length.child('least'), message: `It is more than ${most}, the most.` };
  }
  for (const [name, language] of samples.child('languages').entries()) yield* checkLanguage(name, language, forms);
}

function* checkLanguage(name: string, language: Place, forms: ReadonlyMap<string, RegExp | undefined>): Findings {
  for (const [, script] of [...language.child('letters').entries(), ...language.child('marks').entries()]) {
    if (!patternOf(`\\p{Script=${script.value}}`)) yield { place: script, message: `Unicode has no script ${script.value}.` };
  }
  const texts = language.child('texts');
  for (const [form, list] of texts.entries()) {
    const shows = forms.get(form);
    if (!forms.has(form)) {
      yield { place: list.key(), message: `There is no form ${form}${didYouMean(form, forms.keys())}` };
      continue;
    }
    for (const [, text] of list.entries()) {
      if (shows && !shows.test(String(text.value)))
        yield { place: text, message: `The text does not show what a ${form} does: ${shows.source}` };
    }
  }
  for (const form of forms.keys()) {
    if (texts.child(form).entries().length === 0) yield { place: texts.key(), message: `${name} has no ${form}.` };
  }
  if (language.child('reasoning').entries().length === 0)
    yield { place: language.child('reasoning').key(), message: `${name} has no reasoning.` };
}

const wordsIn = (list: Place): [line: Place, word: string][] =>
  list.entries().flatMap(([, line]) =>
    String(line.value)
      .split(', ')
      .map((word): [Place, string] => [line, word]),
  );

/** Words stand in lines, as they are looked for: in lower case, with one space, and without the hyphens that questions may have. */
function* checkWords(samples: Place): Findings {
  const named = ['languages', 'forms', 'lengths'].flatMap((table) => samples.child(table).entries());
  const lists = [
    ...named.map(([, entry]) => entry.child('asked')),
    ...samples
      .child('json')
      .entries()
      .map(([, list]) => list),
    samples.child('units'),
    samples.child('negations', 'before'),
    samples.child('negations', 'after'),
  ];
  for (const [, line] of lists.flatMap((list) => list.entries())) {
    for (const word of String(line.value).split(', ')) {
      if (!/^\*?[^\s*,-]+(?: [^\s*,-]+)*\*?$/u.test(word) || word !== word.toLowerCase())
        yield {
          place: line,
          message: `"${word}" is never found: words are in lower case, with a comma and a space between them, without hyphens.`,
        };
    }
  }
}

function patternOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
