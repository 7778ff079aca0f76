/**
 * The least that a proxy on Node.js does: passes each request on over a kept connection, and the response back. It looks at nothing.
 *
 *   tsx pipe-server.ts <address that requests are passed on to> <port>
 */
import { Agent, createServer, request } from 'node:http';

const [address = '', port] = process.argv.slice(2);
const { hostname, port: targetPort } = new URL(address);
const agent = new Agent({ keepAlive: true });

createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const upstream = request({ agent, hostname, port: targetPort, method, path: url, headers });
  upstream.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  upstream.on('error', () => outgoing.destroy());
  incoming.pipe(upstream);
}).listen(Number(port), '127.0.0.1');
