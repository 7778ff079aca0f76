/** The text of a server-sent event stream, as `x-stream` describes it. */

/** How the events of a stream are written. */
export interface StreamFraming {
  /** `data`: unnamed events; `event`: the event's name is the `type` of its data. */
  framing: 'data' | 'event';
  /** The last `data:` line, which is no event. */
  terminator?: string;
  lineEnd?: 'lf' | 'crlf';
}

/**
 * The text of an event whose data is JSON text already.
 * @param type `type` of the data
 */
export function formatEvent(json: string, type: unknown, { framing, lineEnd }: StreamFraming): string {
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  const name = framing === 'event' ? `event: ${type}${end}` : '';
  return `${name}data: ${json}${end}${end}`;
}

/** The text of one event. */
export const eventText = (data: unknown, framing: StreamFraming): string =>
  formatEvent(JSON.stringify(data), (data as { type?: unknown }).type, framing);

/** The text that ends a stream; empty where the protocol has none. */
export function terminatorText({ terminator, lineEnd }: StreamFraming): string {
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  return terminator === undefined ? '' : `data: ${terminator}${end}${end}`;
}

/** The text of a whole stream. */
export const eventStreamText = (events: readonly unknown[], framing: StreamFraming): string =>
  events.map((data) => eventText(data, framing)).join('') + terminatorText(framing);
