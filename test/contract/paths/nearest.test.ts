/** What a path that is none probably means, and that nothing is made of one that means something else. */
import { expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { nearest } from '../../../src/contract/paths/nearest.js';

const suggestion = (method: string, path: string) => {
  const like = nearest(contract.operations, path, method);
  return like && `${like.method} ${like.path}`;
};

test.each<[path: string, wanted: string | undefined, method?: string]>([
  // A part too few.
  ['/chat/completions', 'POST /v1/chat/completions'],
  ['/v1/completions', 'POST /v1/chat/completions'],
  ['/v1/chat', 'POST /v1/chat/completions'],
  ['/v1/responses', 'POST /bypass/openai/v1/responses'],
  ['/fal-ai/vidu/q2/text-to-video', 'POST /queue/fal-ai/vidu/q2/text-to-video'],
  // A part too many.
  ['/v1/v1/chat/completions', 'POST /v1/chat/completions'],
  ['/v1/chat/completions/', 'POST /v1/chat/completions'],
  ['/api/v3/contents/generations/tasks', 'POST /v3/contents/generations/tasks'],
  // Another part.
  ['/v1beta/models/gemini-2.5-pro:generateContent', 'POST /bypass/vertex/v1/models/{model}:generateContent'],
  ['/v1/images/variations', 'POST /v1/images/edits'],
  // A slip.
  ['/v1/chat/completion', 'POST /v1/chat/completions'],
  ['/v1/message', 'POST /v1/messages'],
  ['/V1/Chat/Completions', 'POST /v1/chat/completions'],
  ['/v1/modles', 'GET /v1/models', 'GET'],
  ['/v1/video/qvideo-user123-1766391125174150336', 'GET /v1/videos/{id}', 'GET'],
  // Of one path, the method.
  ['/v1/file', 'POST /v1/files'],
  ['/v1/file', 'GET /v1/files', 'GET'],
  // What the contract has nothing like.
  ['/v1/assistants', undefined],
  ['/v1/moderations', undefined],
  ['/v1/audio/speech', undefined],
  ['/v1/assistants', undefined],
  ['/v1/vector_stores', undefined],
  ['/foo', undefined],
  ['/v1', undefined],
  ['/', undefined],
  ['', undefined],
  [`/v1/chat/completions${'/x'.repeat(10_000)}`, undefined],
])('%s is %s', (path, wanted, method = 'POST') => {
  expect(suggestion(method, path)).toBe(wanted);
});
