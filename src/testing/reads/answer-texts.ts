/** The texts of a body that somebody will parse: all of it, or the data of each event. */
import { createParser } from 'eventsource-parser';
import { mediaTypeOf } from '../../http/media-type.js';

export interface AnswerTexts {
  write(piece: string): void;
  end(): void;
}

/** @param tell told of each text, before whoever reads the body gets to it */
export function answerTexts(contentType: string | undefined, tell: (text: string) => void): AnswerTexts {
  if (mediaTypeOf(contentType) === 'text/event-stream') {
    const parser = createParser({ onEvent: ({ data }) => tell(data) });
    return { write: (piece) => parser.feed(piece), end: () => {} };
  }
  let text = '';
  return {
    write(piece) {
      text += piece;
    },
    end: () => tell(text),
  };
}
