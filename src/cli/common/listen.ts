/** What commands that serve until they are told to stop have in common. */

import type { Command } from 'commander';
import { isLoopback } from '../../http/loopback.js';

/** Why the command's port cannot be listened on, and what would help. */
export function explainListenError({ code, message }: NodeJS.ErrnoException, command: Command): string {
  const { port, host } = command.opts<{ port: number; host: string }>();
  // Other tools set the same variables, so that they may come as a surprise.
  const source = (name: 'port' | 'host') =>
    command.getOptionValueSource(name) === 'env' ? ` (the environment variable ${name.toUpperCase()})` : '';
  const [onPort, onHost] = [`${port}${source('port')}`, `${host}${source('host')}`];
  if (code === 'EADDRINUSE') return `Port ${onPort} on ${onHost} is taken. Stop what listens there, or choose another port with --port.`;
  if (code === 'EACCES') return `Port ${onPort} needs more rights. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${onHost} is not an address of this machine. Choose one with --host.`;
  return message;
}

/**
 * Says what it means that a server listens on an address that other machines reach.
 * @param server what it is; @param own path below which it tells of itself
 */
export function warnOfOthers(server: string, host: string, own: string): void {
  if (isLoopback(host)) return;
  console.warn(
    `Listening on ${host}, other machines can call this ${server}, and all that it tells of itself below ${own}. ` +
      `${own} answers to IP addresses, to names of one word and to those that end in .local or .internal; --allow-host <name> adds others.`,
  );
}

/**
 * Closes the server when the process is told to stop; a second signal ends the process at once.
 * @param end says how it went, and with which code the process ends; 0, if it is left out
 */
export function closeOnSignal(server: { close(): Promise<void> }, end: () => number = () => 0): void {
  const stop = () => {
    process.once('SIGINT', () => process.exit(130));
    // What is logged of the last exchanges is written at the end of the turn.
    server.close().then(() => setImmediate(() => process.exit(end())));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // `npm start` puts a shell in between, which does not pass a signal on: that npm is gone shows by another parent.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 250).unref();
}
