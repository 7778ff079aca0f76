const eventStream = 'text/event-stream';

/** A runtime expression that names a part of the request, `==`, and a literal. */
const condition = /^\$request\.(?:body(?:#\/\S*)?|(?:path|query|header)\.\S+) == (?:'.*'|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/;

/**
 * An operation streams where it says so: `x-stream`, with a condition that can be read and a protocol, and a `text/event-stream` answer
 * belong together.
 * @type {import('../../lib/rule.js').Rule}
 */
export const streamDeclared = () => ({
  Operation(operation, { location, report, resolve }) {
    const stream = operation['x-stream'];
    const answer = resolve(operation.responses?.[200] ?? {}).node;
    const streams = Object.hasOwn(answer?.content ?? {}, eventStream);
    if (!stream) {
      if (streams) report({ message: `A ${eventStream} answer needs x-stream.`, location: location.child(['responses', '200']) });
      return;
    }
    const at = location.child(['x-stream']);
    if (!streams) report({ message: `The 200 has no ${eventStream}.`, location: at.key() });
    if (!operation['x-protocol']) report({ message: 'A stream needs x-protocol.', location: at.key() });
    if (!condition.test(stream.when)) {
      report({ message: `Not a condition: ${stream.when}; it is a runtime expression, == and a literal.`, location: at.child(['when']) });
    }
  },
});
