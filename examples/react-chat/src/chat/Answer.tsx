import type { Exchange } from './useChat';

interface Props {
  exchange: Exchange;
  /** Absent where it cannot be asked again. */
  retry: (() => void) | undefined;
}

export function Answer({ exchange: { pieces, state, problem }, retry }: Props) {
  return (
    <article aria-label="Answer" aria-busy={state === 'running'}>
      {pieces.map((piece, index) => {
        if (piece.kind === 'text') return <p key={index}>{piece.text}</p>;
        if (piece.kind === 'call')
          return (
            <p key={index} className="call">
              <code>
                {piece.name}({JSON.stringify(piece.input)})
              </code>{' '}
              → {piece.result}
            </p>
          );
        return (
          <details key={index} open={state === 'running'}>
            <summary>Reasoning</summary>
            {piece.text}
          </details>
        );
      })}
      {state === 'running' && <p className="waiting">…</p>}
      {state === 'stopped' && <p className="note">Stopped.</p>}
      {state === 'failed' && (
        <p role="alert">
          {problem}{' '}
          {retry && (
            <button type="button" onClick={retry}>
              Try again
            </button>
          )}
        </p>
      )}
    </article>
  );
}
