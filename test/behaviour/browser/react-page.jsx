/** A page as an application's team has one, in React: a chat that can be cancelled, and a job with a progress bar. It knows nothing of the mock. */
import { createParser } from 'eventsource-parser';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const headers = { Authorization: 'Bearer key', 'Content-Type': 'application/json' };

function Chat({ url }) {
  const [text, setText] = useState('');
  const [state, setState] = useState('idle');
  const controller = useRef(null);

  async function ask(event) {
    event.preventDefault();
    const content = new FormData(event.target).get('question');
    controller.current = new AbortController();
    setText('');
    setState('answering');
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ model: 'gemini-2.5-flash', stream: true, messages: [{ role: 'user', content }] }),
        signal: controller.current.signal,
      });
      if (!response.ok) throw new Error((await response.json()).error.message);
      const parser = createParser({
        onEvent({ data }) {
          if (data === '[DONE]') return;
          const { choices, error } = JSON.parse(data);
          if (error) throw new Error(error.message);
          const more = choices?.[0]?.delta.content ?? '';
          setText((before) => before + more);
        },
      });
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read())
        parser.feed(decoder.decode(part.value, { stream: true }));
      setState('done');
    } catch (error) {
      setState(error.name === 'AbortError' ? 'cancelled' : `failed: ${error.message}`);
    }
  }

  return (
    <form onSubmit={ask} aria-label="Chat">
      <input name="question" aria-label="Question" />
      <button type="submit">Ask</button>
      {state === 'answering' && (
        <button type="button" onClick={() => controller.current.abort()}>
          Cancel
        </button>
      )}
      <p role="status">{state}</p>
      <blockquote>{text}</blockquote>
    </form>
  );
}

/** Milliseconds between two looks. */
const interval = 50;

function Job({ create, body, queryOf, read }) {
  const [state, setState] = useState({ name: 'none', progress: 0 });

  async function follow(id) {
    const { isFinal, ...now } = read(await (await fetch(queryOf(id), { headers })).json());
    setState(now);
    if (!isFinal) setTimeout(() => follow(id), interval);
  }
  async function begin() {
    const created = await (await fetch(create, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    follow(read(created).id);
  }

  return (
    <section aria-label="Job">
      <button type="button" onClick={begin}>
        Make it
      </button>
      <progress max={100} value={state.progress} />
      <p role="status">{state.name}</p>
    </section>
  );
}

/** @param job what the page knows of the job's operations */
export const show = (chatUrl, job) =>
  createRoot(document.querySelector('main')).render(
    <>
      <Chat url={chatUrl} />
      <Job {...job} />
    </>,
  );
