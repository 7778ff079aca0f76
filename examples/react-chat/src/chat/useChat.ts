import { useRef, useState } from 'react';
import { explain } from '../explain';
import { converse, type Message, type Piece } from './converse';

/** A question and what has come of its answer. */
export interface Exchange {
  question: string;
  pieces: Piece[];
  state: 'running' | 'done' | 'stopped' | 'failed';
  /** What went wrong, in words. */
  problem?: string;
}

/** Appends to the last piece where that is of the same kind, so that a text is one piece however it came. */
function withPiece(pieces: readonly Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined || piece.kind === 'call' || last.kind !== piece.kind) return [...pieces, piece];
  return [...pieces.slice(0, -1), { ...piece, text: last.text + piece.text }];
}

export function useChat() {
  const [exchanges, setExchanges] = useState<Exchange[]>([]);
  /** What the gateway is sent: the conversation as far as it went well. */
  const messages = useRef<Message[]>([]);
  const running = useRef<AbortController>(undefined);

  const updateLast = (change: (last: Exchange) => Exchange) =>
    setExchanges((all) => all.map((one, index) => (index === all.length - 1 ? change(one) : one)));

  async function ask(question: string): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setExchanges((all) => [...all, { question, pieces: [], state: 'running' }]);
    const asked: Message[] = [...messages.current, { role: 'user', content: question }];
    let heard = '';
    try {
      await converse(
        asked,
        (piece) => {
          if (piece.kind === 'text') heard += piece.text;
          updateLast((last) => ({ ...last, pieces: withPiece(last.pieces, piece) }));
        },
        controller.signal,
      );
      messages.current = asked;
      updateLast((last) => ({ ...last, state: 'done' }));
    } catch (error) {
      if (!controller.signal.aborted) return updateLast((last) => ({ ...last, state: 'failed', problem: explain(error) }));
      // What was heard before the stop is part of the conversation.
      messages.current.push({ role: 'user', content: question }, { role: 'assistant', content: heard });
      updateLast((last) => ({ ...last, state: 'stopped' }));
    }
  }

  return {
    exchanges,
    isRunning: exchanges.at(-1)?.state === 'running',
    ask,
    stop: () => running.current?.abort(),
    /** Asks the last question, which failed, again. */
    retry() {
      const question = exchanges.at(-1)?.question;
      setExchanges((all) => all.slice(0, -1));
      if (question !== undefined) void ask(question);
    },
  };
}
