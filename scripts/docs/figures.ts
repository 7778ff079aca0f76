/** The figures that a text for people tells of the contract. */

/** What is counted: the number by the words that follow it. */
export type Figures = Readonly<Record<string, number>>;

export interface StaleFigure {
  /** Counted from 1. */
  line: number;
  message: string;
}

const toldOf = (words: string): RegExp => new RegExp(`\\b(\\d+)(?=\\s+${words.replaceAll(' ', '\\s+')}\\b)`, 'g');

/** The text with the figures as they are. */
export const withFigures = (text: string, figures: Figures): string =>
  Object.entries(figures).reduce((told, [words, count]) => told.replace(toldOf(words), String(count)), text);

/** The figures in a text that are not so, or not any more. */
export function staleFigures(text: string, figures: Figures): StaleFigure[] {
  return Object.entries(figures).flatMap(([words, count]) => {
    const told = [...text.matchAll(toldOf(words))];
    return told
      .filter(([, figure]) => Number(figure) !== count)
      .map(({ index, 1: figure }) => ({
        line: text.slice(0, index).split('\n').length,
        message: `says ${figure} ${words}; the contract has ${count}`,
      }));
  });
}
