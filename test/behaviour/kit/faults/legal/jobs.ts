/** Jobs whose ways look odd and are right. */
import { answered, type LegalVariant, type Loose, polled } from '../exchange.js';
import { created } from '../jobs/courses.js';

const video = 'getVideo';
const sora = 'sora-2-query-video-generation-status';
const kling = 'kling-v2-6-query-video-generation-status';
const image = 'kling-v1-query-task-status';

const filesPage = (members: Loose) =>
  answered('listFiles', 'list-user-files', (body) => Object.assign(body, { has_more: true, ...members }));

/** A video as long as the clip whose motion it takes. */
const moved = polled(video, [
  `${kling}.completed`,
  (body) => {
    Object.assign(body, { mode: 'pro', created_at: 1766580861, updated_at: 1766580961, completed_at: 1766580961, expires_at: 1769172961 });
    body.task_result.videos[0].duration = '27.5';
  },
]);

export const legalJobs: LegalVariant[] = [
  [
    'a video as long as the clip whose motion it takes',
    created(answered('createVideo', 'kling-v2-6-create-video-task.motion-control'), 'id', moved),
  ],
  ['a video as long as its clip, whose creation was not seen', moved],
  [
    'pictures in a state of another name before the end',
    polled(
      'getImageTask',
      [`${image}.processing`, (body) => void Object.assign(body, { status: 'submitted' })],
      [`${image}.processing`],
      [`${image}.succeed`, (body) => void Object.assign(body, { created: 1762159402 })],
    ),
  ],
  [
    'pictures that failed, with an error',
    polled('getImageTask', [`${image}.failed`, (body) => void Object.assign(body, { error: { code: '1303', message: 'It broke.' } })]),
  ],
  [
    'a length that the model has not chosen yet',
    polled('getContentGenerationTask', ['query-video-generation-task.queued', (body) => void Object.assign(body, { duration: -1 })]),
  ],
  ['a deletion that does not say of what', answered('deleteFile', 'delete-file', (body) => ({ deleted: body.deleted }))],
  ['a deletion that says only of what', answered('deleteFile', 'delete-file', (body) => void delete body.deleted)],
  [
    'a video of a host that begins as a scheme does',
    polled('getVideo', [
      'sora-2-query-video-generation-status.completed',
      (body) => {
        body.task_result.videos[0].url = 'https://https-cdn.example.com/1.mp4';
      },
    ]),
  ],
  [
    'states that are left out',
    polled(
      video,
      [`${sora}.queued`],
      [`${sora}.completed`, (body) => Object.assign(body, { created_at: 1766727881, updated_at: 1766730000, completed_at: 1766730000 })],
    ),
  ],
  ['the same state again', polled(video, [`${sora}.in-progress`], [`${sora}.in-progress`])],
  [
    'progress that stands',
    polled(
      video,
      [
        `${kling}.in-progress`,
        (body) => {
          body.progress = 40;
        },
      ],
      [
        `${kling}.in-progress`,
        (body) => {
          body.progress = 40;
        },
      ],
    ),
  ],
  [
    'a failure that forgets its progress',
    polled(
      video,
      [
        `${kling}.in-progress`,
        (body) => {
          body.progress = 40;
        },
      ],
      [
        `${kling}.failed`,
        (body) => {
          Object.assign(body, { progress: 0, created_at: 1766896954, updated_at: 1766919007 });
        },
      ],
    ),
  ],
  ['a job that was cancelled, without an error', polled(video, [`${kling}.cancelled`])],
  [
    'all videos filtered',
    polled('getVideoGeneration', [
      'veo-query-video-generation-task.completed',
      (body) => void Object.assign(body.data, { videos: [], raiMediaFilteredCount: 1 }),
    ]),
  ],
  ['an empty list', answered('listFiles', 'list-user-files', () => ({ object: 'list', data: [], has_more: false }))],
  [
    'a file that expired after it was ready',
    polled(
      'getFile',
      ['query-file-status.ready'],
      [
        'query-file-status.expired',
        (body) => {
          Object.assign(body, { model: 'gemini-2.0-flash', created_at: 1705382400, synced_at: 1705382450 });
        },
      ],
    ),
  ],
  ['a task that failed on its way', polled(video, [`${sora}.failed`, (body) => void Object.assign(body, { progress: 40 })])],
  ['the same page again', [filesPage({}), filesPage({})]],
];
