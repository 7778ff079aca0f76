/**
 * The least that a server does for streams at a pace: sends the same events with one timer for each stream.
 *
 *   tsx paced-control.ts <file of the events> <milliseconds before the first> <milliseconds between two> <port>
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [file = '', ...numbers] = process.argv.slice(2);
const [first = 0, pause = 0, port] = numbers.map(Number);
const events = JSON.parse(readFileSync(file, 'utf8')) as string[];

createServer((incoming, outgoing) => {
  incoming.resume();
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  let next = 0;
  let timer: NodeJS.Timeout;
  const send = () => {
    outgoing.write(events[next++]);
    if (next < events.length) timer = setTimeout(send, pause);
    else outgoing.end();
  };
  timer = setTimeout(send, first);
  outgoing.on('close', () => clearTimeout(timer));
}).listen(port, '127.0.0.1');
