/**
 * Gives the agent a task:
 *
 *   npx nexconn-contract mock --scenarios scenarios.yaml &
 *   NEXCONN_BASE_URL=http://127.0.0.1:4010 npm start -- 'Refund order 42, please.'
 */
import Anthropic from '@anthropic-ai/sdk';
import { work } from './agent.ts';
import { tools } from './tools.ts';

const { NEXCONN_BASE_URL: baseURL = 'https://api-xmodel.nexconn.ai', NEXCONN_API_KEY: apiKey = 'any' } = process.env;
const task = process.argv.slice(2).join(' ');
const onCall = (name: string, input: unknown, result: string) => console.error(`${name}(${JSON.stringify(input)}): ${result}`);
console.log(await work(new Anthropic({ baseURL, apiKey }), task, { tools, onCall }));
