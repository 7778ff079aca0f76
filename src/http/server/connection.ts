/** What goes on on one connection: its requests, one after the other, and what is wrong with it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { BrokenRequestError } from '../message.js';
import type { Admission } from './admission.js';
import type { ServerLimits } from './limits.js';
import { NodeRequest } from './node-request.js';
import { headOf, type Refuse, refusalOf, type ServerRefusal } from './refusal.js';
import { responseText, send } from './send.js';
import { Turn } from './turn.js';

/** What all connections of a server have in common. */
export interface Serving {
  /** Answers a request. */
  serve(turn: Turn): void;
  refuse: Refuse;
  limits: ServerLimits;
  admission: Admission;
}

/** Milliseconds until a caller that has ended its side is looked after: twice at first, since only the second write to nobody fails. */
const looks = [100, 100] as const;

/** Milliseconds between two looks later on. */
const betweenLooks = 1000;

/** Milliseconds in which something has to be written for whoever ends its side in the middle of a response; it has left otherwise. */
const silence = 300;

/** Milliseconds in which a caller can read why its connection is closed. */
const farewell = 2000;

export class Connection {
  readonly #socket: Duplex;
  readonly #serving: Serving;
  #turn: Turn | undefined;
  /** Sent before the response to the one before was read. One at a time is answered, so that no more than one response is held. */
  readonly #waiting: [turn: Turn, refusal: ServerRefusal | undefined][] = [];
  /** Why nothing more is read. */
  #failure: { refusal: ServerRefusal; error: NodeJS.ErrnoException } | undefined;
  #isOver = false;

  constructor(socket: Duplex, serving: Serving) {
    this.#socket = socket;
    this.#serving = serving;
    socket.on('end', () => this.#halfClosed());
    // Node hands over the socket of a CONNECT without listeners: that its caller has left would end the process.
    socket.on('error', () => socket.destroy());
  }

  /** @param refusal why it is not answered, where that is known already; @param awaitsLeave whether its body comes only when it is asked for */
  take(incoming: IncomingMessage, outgoing: ServerResponse, refusal: ServerRefusal | undefined, awaitsLeave: boolean): void {
    const turn = new Turn(incoming, outgoing, this.#serving.admission, awaitsLeave);
    if (!this.#turn) {
      this.#begin(turn, refusal);
      return;
    }
    this.#waiting.push([turn, refusal]);
    // Nothing more is read meanwhile: whoever asks on and on, and reads nothing, fills no memory.
    this.#socket.pause();
  }

  #begin(turn: Turn, refusal: ServerRefusal | undefined): void {
    const { admission, serve, refuse } = this.#serving;
    this.#turn = turn;
    const full = admission.enter();
    turn.outgoing.once('close', () => {
      turn.free();
      if (!full) admission.leave();
      this.#next();
    });
    const refused = refusal ?? full;
    if (refused) send(refuse(refused, new NodeRequest(turn, 0)), turn).catch(() => this.#socket.destroy());
    else serve(turn);
  }

  #next(): void {
    this.#turn = undefined;
    if (this.#socket.destroyed) return;
    const next = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#socket.resume();
    if (next) this.#begin(...next);
    else if (this.#failure) this.#sayFailure();
  }

  /** Something came that is no request, or nothing came in time. No word of that gets into a response that has begun. */
  fail(error: NodeJS.ErrnoException): void {
    if (this.#isOver) return;
    const refusal = refusalOf(error, this.#serving.limits.requestTimeoutSeconds);
    // Clients keep connections on which they have asked nothing yet. Words there would be taken for the response to what they send that moment.
    if (!refusal || this.#turn?.outgoing.headersSent || this.#nothingCame) return void this.#socket.destroy();
    const [last] = this.#waiting.at(-1) ?? [this.#turn];
    // The last request is the one whose rest is missing, or what came after it is at fault.
    if (last && !last.incoming.complete) last.break(new BrokenRequestError(refusal.status, refusal.message));
    else {
      this.#failure ??= { refusal, error };
      if (!this.#turn) this.#sayFailure();
    }
  }

  #sayFailure(): void {
    if (!this.#failure || this.#isOver) return;
    const { refusal, error } = this.#failure;
    this.close(refusal, error);
  }

  /** Says why the connection is of no more use, and ends it. */
  close(refusal: ServerRefusal, error: NodeJS.ErrnoException = new Error()): void {
    this.#isOver = true;
    const socket = this.#socket;
    if (!socket.writable) return void socket.destroy();
    socket.end(responseText(this.#serving.refuse(refusal, headOf(error))));
    // What is on its way meanwhile is read, since the response would be lost otherwise.
    const timer = setTimeout(() => socket.destroy(), farewell);
    socket.once('close', () => clearTimeout(timer));
  }

  /** The caller says nothing more. Whether it still listens shows when something is written: else its system says that nobody is there. */
  #halfClosed(): void {
    const hasBegun = this.#turn?.outgoing.headersSent === true;
    let written = this.#bytesWritten;
    let count = 0;
    const look = () => {
      const turn = this.#turn;
      if (!turn || this.#socket.destroyed) return;
      const { incoming, outgoing } = turn;
      if (!outgoing.headersSent) {
        if (incoming.httpVersionMinor > 0) outgoing.writeProcessing();
      } else if (hasBegun && this.#bytesWritten === written) return void this.#socket.destroy();
      written = this.#bytesWritten;
      wait();
    };
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(look, hasBegun ? silence : (looks[count++] ?? betweenLooks));
    };
    wait();
    this.#socket.once('close', () => clearTimeout(timer));
  }

  get #nothingCame(): boolean {
    return 'bytesRead' in this.#socket && this.#socket.bytesRead === 0;
  }

  get #bytesWritten(): number {
    return 'bytesWritten' in this.#socket ? (this.#socket.bytesWritten as number) : 0;
  }
}
