/** Whether a gateway can be reached. Nothing is asked of it. */
import { connect } from 'node:net';

/** Milliseconds; whoever asks waits for the answer. */
const patience = 1000;

/** Why nobody takes a connection there; `undefined` where somebody does. */
export const whyUnreachable = ({ hostname, port, protocol, origin }: URL): Promise<string | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) });
    const end = (why: string | undefined) => {
      socket.destroy();
      resolve(why === undefined ? undefined : `nobody answers at ${origin}: ${why}`);
    };
    // Where it is this process that was busy, there may be one already: that is told before the turn ends.
    socket.setTimeout(patience, () => setImmediate(() => end('no connection in time')));
    socket.on('connect', () => end(undefined));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
