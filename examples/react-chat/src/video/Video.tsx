import { type FormEvent, useState } from 'react';
import { type Size, useVideo } from './useVideo';

/** By the words of the page. */
const sizes = { Wide: '1920x1080', Tall: '1080x1920', Square: '1080x1080' } satisfies Record<string, Size>;

export function Video() {
  const { state, create, stop } = useVideo();
  const [prompt, setPrompt] = useState('');
  const [size, setSize] = useState<Size>(sizes.Wide);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (prompt.trim() !== '') void create(prompt.trim(), size);
  }

  return (
    <section aria-labelledby="video">
      <h1 id="video">Video</h1>
      <form onSubmit={submit}>
        <input
          aria-label="What it shows"
          placeholder="A cat on a fence"
          value={prompt}
          onChange={({ target }) => setPrompt(target.value)}
        />
        <select aria-label="Shape" value={size} onChange={({ target }) => setSize(target.value as Size)}>
          {Object.entries(sizes).map(([name, value]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {state.kind === 'running' ? (
          <button type="button" onClick={stop}>
            Stop waiting
          </button>
        ) : (
          <button type="submit">Create</button>
        )}
      </form>
      {state.kind === 'running' && (
        <p>
          <progress aria-label="Progress" value={state.percent} max={100} /> {state.word}
        </p>
      )}
      {state.kind === 'done' && (
        // biome-ignore lint/a11y/useMediaCaption: what a model makes has no captions
        <video controls src={state.url} />
      )}
      {state.kind === 'failed' && <p role="alert">{state.problem}</p>}
    </section>
  );
}
