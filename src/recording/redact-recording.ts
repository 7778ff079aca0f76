/** Takes the keys out of what is recorded. */
import { redactHeaders, redactUrl, type SecretNames, secretsOf } from '../journal/redaction.js';
import type { Secrets } from '../journal/secrets.js';
import type { RecordedBody, RecordedResponse, Recording } from './recording.js';
import { redactPieces } from './redact-pieces.js';

/** A copy without the keys of its request, also where a body or the response repeats one. */
export function redactRecording(recording: Recording, names: SecretNames): Recording {
  const { request, response, violations } = recording;
  const isCut = response !== undefined && response.ended !== 'end';
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
        ...redactBody(response, secrets, isCut),
        ...(response.chunks && { chunks: redactChunks(response.chunks, secrets, isCut) }),
      },
    }),
    violations: secrets.texts(violations),
  };
}

const redactBody = ({ json, text }: RecordedBody, secrets: Secrets, isCut = false): RecordedBody => ({
  ...(json !== undefined && { json: secrets.json(json) }),
  ...(text !== undefined && { text: isCut ? redactPieces([text], secrets, true).join('') : secrets.body(text) }),
});

type Chunks = NonNullable<RecordedResponse['chunks']>;

function redactChunks(chunks: Chunks, secrets: Secrets, isCut: boolean): Chunks {
  const texts = redactPieces(
    chunks.map(({ text }) => text),
    secrets,
    isCut,
  );
  return chunks.map(({ at }, index) => ({ at, text: texts[index] as string }));
}
