/** The mocks that the tests of behaviour ask: with the engine that NEXCONN_ENGINE names, so that one suite holds for both. */
import { type CreateMockOptions, createMock as create, type Mock } from '../src/mock/index.js';

export type { Mock };

const { NEXCONN_ENGINE = 'prepared' } = process.env;
if (NEXCONN_ENGINE !== 'prepared' && NEXCONN_ENGINE !== 'prism')
  throw new Error(`NEXCONN_ENGINE must be prepared or prism, got ${NEXCONN_ENGINE}`);

export const engine = NEXCONN_ENGINE;

export const createMock = (options: CreateMockOptions = {}): Promise<Mock> => create({ engine, ...options });
