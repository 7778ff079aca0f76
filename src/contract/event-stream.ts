/** The text of a server-sent event stream, as `x-stream` describes it. */

/** How the events of a stream are written. */
export interface StreamFraming {
  /** `data`: unnamed events; `event`: the event's name is the `type` of its data. */
  framing: 'data' | 'event';
  /** The last `data:` line, which is no event. */
  terminator?: string;
  lineEnd?: 'lf' | 'crlf';
  /** Empty lines after an event; one, if it is absent. */
  blankLines?: number;
}

/**
 * The text of an event whose data is JSON text already.
 * @param type `type` of the data
 */
export function formatEvent(json: string, type: unknown, stream: StreamFraming): string {
  const name = stream.framing === 'event' ? `event: ${type}${lineEndOf(stream)}` : '';
  return `${name}data: ${json}${eventEndOf(stream)}`;
}

const lineEndOf = ({ lineEnd }: StreamFraming): string => (lineEnd === 'crlf' ? '\r\n' : '\n');

const eventEndOf = (stream: StreamFraming): string => lineEndOf(stream).repeat(1 + (stream.blankLines ?? 1));

/** The text of one event. */
export const eventText = (data: unknown, framing: StreamFraming): string =>
  formatEvent(JSON.stringify(data), (data as { type?: unknown }).type, framing);

/** The text that ends a stream; empty where the protocol has none. */
export function terminatorText(stream: StreamFraming): string {
  return stream.terminator === undefined ? '' : `data: ${stream.terminator}${eventEndOf(stream)}`;
}

/** The text of a whole stream. */
export const eventStreamText = (events: readonly unknown[], framing: StreamFraming): string =>
  events.map((data) => eventText(data, framing)).join('') + terminatorText(framing);
