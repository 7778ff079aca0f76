/** Shows the events of a stream while they arrive, and what they say. */
import { createParser } from 'eventsource-parser';
import type { Json } from '../../../contract/prepared/json.js';
import type { StreamReader } from '../../../protocols/parts/protocol.js';
import { streamReaders } from '../../../protocols/stream-readers.js';
import { el } from './dom.js';

function parse(data: string): Json | undefined {
  try {
    return JSON.parse(data);
  } catch {
    // The last line of some streams is a word of its own.
    return undefined;
  }
}

/** What the events so far say, in the words of any protocol. */
function createSaying(reader: StreamReader | undefined): { element: HTMLElement; add: (event: Json) => void } {
  const reasoning = el('p', { className: 'muted' });
  const text = el('p');
  const events: Json[] = [];
  const add = (event: Json) => {
    events.push(event);
    if (!reader) return;
    const content = reader.read(reader.fromEvents(events));
    reasoning.textContent = content.reasoning;
    text.textContent = content.text + content.toolCalls.map((call) => `${call.name}(${JSON.stringify(call.arguments)})`).join('\n');
  };
  return { element: el('div', { className: 'said', hidden: !reader }, reasoning, text), add };
}

/**
 * Reads a stream to its end into an element.
 * @param protocol name of the protocol that the events speak
 */
export async function showStream(body: ReadableStream<Uint8Array>, protocol: string | undefined, into: HTMLElement): Promise<void> {
  const started = performance.now();
  const saying = createSaying(streamReaders[protocol ?? '']);
  const events = el('ol', { className: 'events', tabIndex: 0 });
  into.append(saying.element, events);
  const parser = createParser({
    onEvent({ event: name, data }) {
      const time = el('time', {}, `${((performance.now() - started) / 1000).toFixed(2)} s`);
      events.append(
        el('li', {}, time, name !== undefined && el('b', {}, name), el('code', { className: name === undefined ? '' : 'named' }, data)),
      );
      events.scrollTop = events.scrollHeight;
      const event = parse(data);
      if (event !== undefined) saying.add(event);
    },
  });
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) parser.feed(part.value);
}
