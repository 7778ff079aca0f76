/** Takes the keys out of what is recorded. */
import { redactHeaders, redactUrl, type SecretNames, secretsOf } from '../journal/redaction.js';
import type { Secrets } from '../journal/secrets.js';
import type { RecordedBody, RecordedResponse, Recording } from './recording.js';
import { redactPieces } from './redact-pieces.js';

/** A copy without the keys of its request, also where a body or the response repeats one. */
export function redactRecording(recording: Recording, names: SecretNames): Recording {
  const { request, response, violations } = recording;
  const query = new URLSearchParams(request.url.split('?').slice(1).join('?'));
  const secrets = secretsOf(names, { headers: request.headers, query, body: request.json });
  return {
    ...recording,
    request: {
      ...request,
      url: redactUrl(request.url, names, secrets),
      headers: redactHeaders(request.headers, names, secrets, names.words),
      ...redactBody(request, secrets),
    },
    ...(response && {
      response: {
        ...response,
        headers: redactHeaders(response.headers, names, secrets, names.words),
        ...redactBody(response, secrets),
        ...(response.chunks && { chunks: redactChunks(response.chunks, secrets) }),
      },
    }),
    violations: secrets.texts(violations),
  };
}

const redactBody = ({ json, text }: RecordedBody, secrets: Secrets): RecordedBody => ({
  ...(json !== undefined && { json: secrets.json(json) }),
  ...(text !== undefined && { text: secrets.body(text) }),
});

type Chunks = NonNullable<RecordedResponse['chunks']>;

function redactChunks(chunks: Chunks, secrets: Secrets): Chunks {
  const texts = redactPieces(
    chunks.map(({ text }) => text),
    secrets,
  );
  return chunks.map(({ at }, index) => ({ at, text: texts[index] as string }));
}
