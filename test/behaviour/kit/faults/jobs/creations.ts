/** An id is given once, and what is made of a job names it. */
import { answered, documented, type Fault, type LegalVariant, type SentExchange, wanting } from '../exchange.js';

const create: Record<string, [operation: string, page: string, other: Record<string, unknown>]> = {
  videos: ['createVideo', 'sora-2-create-video-generation-task', { prompt: 'A dog in the snow' }],
  veo: ['createVideoGeneration', 'veo-create-video-generation-task', { instances: [{ prompt: 'A dog in the snow' }] }],
  vidu: ['createViduQ1TextToVideo', '', { prompt: 'A dog in the snow' }],
  pictures: ['createImage', 'kling-v1-create-text-to-image-or-single-image-to-image-task', { prompt: 'A dog in the snow' }],
  files: ['createFile', 'create-file-upload-task', { source_url: 'https://example.com/other.mp4' }],
  remixes: ['remixVideo', 'sora-2-video-remix', { prompt: 'By day' }],
};
const idOf: Record<string, string> = { vidu: '/request_id', pictures: '/task_id' };

const first = (operation: string, page: string): SentExchange => answered(operation, documented(operation, page).example.name);

/** @param once by which the server knows that a request comes again */
const withKey = (exchange: SentExchange, once: string): SentExchange => ({
  ...exchange,
  example: { ...exchange.example, request: { ...exchange.example.request, headers: { 'idempotency-key': once } } },
});
/** An answer that has its pictures, which no job makes. @param wanted how many are asked for */
const twoAtOnce = (wanted?: number): SentExchange =>
  wanting(
    { n: wanted },
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', ({ data }) => void data.push({ ...data[0] })),
  );
const [video, otherVideo] = [first('createVideo', create.videos?.[1] ?? ''), create.videos?.[2]];

export const creations: Fault[] = [
  ...Object.entries(create).map(
    ([name, [operation, page, other]]): Fault => [
      `${name}: one id for two jobs`,
      [first(operation, page), wanting(other, first(operation, page))],
      `job id ${idOf[name] ?? '/id'}`,
    ],
  ),
  ...[undefined, null, ''].map(
    (source): Fault => [
      `videos: a remix of ${source === '' ? 'an empty text' : source}`,
      answered('remixVideo', 'sora-2-video-remix', (body) => void Object.assign(body, { remixed_from_video_id: source })),
      'job echo /remixed_from_video_id',
    ],
  ),
  ['pictures at once: more than were asked for', twoAtOnce(1), 'job count /data'],
];

export const legalCreations: LegalVariant[] = [
  ['one job for a request that is sent again', [video, video]],
  ['as many pictures at once as a model likes to make', twoAtOnce()],
  ['one job for two requests of one key', [withKey(video, 'a'), withKey(wanting(otherVideo, video), 'a')]],
];
