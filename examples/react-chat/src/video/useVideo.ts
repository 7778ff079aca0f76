import type { components } from 'nexconn-contract/client';
import { useRef, useState } from 'react';
import { explain } from '../explain';
import { gateway } from '../gateway';

export type VideoState =
  | { kind: 'idle' }
  | { kind: 'running'; word: string; percent: number }
  | { kind: 'done'; url: string }
  | { kind: 'failed'; problem: string };

/** Shapes that the model makes, as `<width>x<height>`. */
export type Size = NonNullable<components['schemas']['KlingV26CreateRequest']['size']>;

export function useVideo() {
  const [state, setState] = useState<VideoState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);

  async function create(prompt: string, size: Size): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState({ kind: 'running', word: 'sent', percent: 0 });
    try {
      const video = await gateway.waitFor(gateway.createVideo({ model: 'kling-v2-6', prompt, size, seconds: '5' }, { signal }), {
        signal,
        onProgress: ({ state: word, progress = 0 }) => setState({ kind: 'running', word, percent: progress }),
      });
      setState({ kind: 'done', url: video.task_result?.videos[0]?.url ?? '' });
    } catch (error) {
      // The job goes on at the gateway; only the waiting ends.
      setState(signal.aborted ? { kind: 'idle' } : { kind: 'failed', problem: explain(error) });
    }
  }

  return { state, create, stop: () => running.current?.abort() };
}
