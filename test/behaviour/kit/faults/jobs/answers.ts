/** Jobs of all families, and files. */
import { answered, asked, type Fault, type Loose, polled } from '../exchange.js';

const video = 'getVideo';
const sora = 'sora-2-query-video-generation-status';
const kling = 'kling-v2-6-query-video-generation-status';
const veo = 'veo-query-video-generation-task';
const seedance = 'query-video-generation-task';
const vidu = 'viduq1-query-task-status';
const image = 'kling-v1-query-task-status';
const file = 'query-file-status';
const list = (change: (body: Loose) => void) => answered('listFiles', 'list-user-files', change);
const progress = (value: number) => (body: Loose) => {
  body.progress = value;
};

export const jobs: Fault[] = [
  [
    'videos: progress that falls',
    polled(video, [`${kling}.in-progress`, progress(60)], [`${kling}.in-progress`, progress(40)]),
    'job rising /progress',
  ],
  ['videos: progress above 100', polled(video, [`${kling}.in-progress`, progress(140)]), 'response maximum /progress'],
  ['videos: progress below 0', polled(video, [`${kling}.in-progress`, progress(-1)]), 'response minimum /progress'],
  [
    'videos: finished without a result',
    polled(video, [`${sora}.completed`, (body) => void delete body.task_result]),
    'job has /task_result/videos',
  ],
  [
    'videos: finished with an empty result',
    polled(video, [
      `${sora}.completed`,
      (body) => {
        body.task_result.videos = [];
      },
    ]),
    'job has /task_result/videos',
  ],
  [
    'videos: a result at a relative address',
    polled(video, [
      `${sora}.completed`,
      (body) => {
        body.task_result.videos[0].url = '/v/1.mp4';
      },
    ]),
    'response format /task_result/videos/*/url',
  ],
  ...['https://https://cdn.example.com/1.mp4', 'https://undefined/1.mp4'].map(
    (url): Fault => [
      `videos: a result at ${url.slice(0, 17)}`,
      polled(video, [
        `${sora}.completed`,
        (body) => {
          body.task_result.videos[0].url = url;
        },
      ]),
      'response x-address /task_result/videos/*/url',
    ],
  ),
  ['videos: failed without an error', polled(video, [`${sora}.failed`, (body) => void delete body.error]), 'job has /error'],
  [
    'videos: times in milliseconds',
    polled(video, [
      `${sora}.queued`,
      (body) => {
        body.created_at *= 1000;
      },
    ]),
    'response x-time /created_at',
  ],
  [
    'videos: updated before created',
    polled(video, [
      `${sora}.completed`,
      (body) => {
        body.updated_at = body.created_at - 5;
      },
    ]),
    'job times /updated_at',
  ],
  [
    'videos: completed before created',
    polled(video, [
      `${sora}.completed`,
      (body) => {
        body.completed_at = body.created_at - 5;
      },
    ]),
    'job times /completed_at',
  ],
  [
    'videos: an update that goes back',
    polled(
      video,
      [`${sora}.in-progress`],
      [
        `${sora}.completed`,
        (body) => {
          body.updated_at = body.created_at;
        },
      ],
    ),
    'job rising /updated_at',
  ],
  ['videos: a state that goes back', polled(video, [`${sora}.in-progress`], [`${sora}.queued`]), 'job order /status'],
  ['videos: going on after the end', polled(video, [`${sora}.completed`], [`${sora}.in-progress`]), 'job order /status'],
  ['videos: failed after success', polled(video, [`${sora}.completed`], [`${sora}.failed`]), 'job order /status'],
  [
    'videos: a state that nobody knows',
    polled(video, [
      `${sora}.queued`,
      (body) => {
        body.status = 'waiting';
      },
    ]),
    'response enum /status',
  ],
  [
    'videos: another job',
    polled(video, [
      `${sora}.queued`,
      (body) => {
        body.id += '1';
      },
    ]),
    'job id /id',
  ],
  [
    'videos: another model than before',
    polled(
      video,
      [`${sora}.queued`],
      [
        `${sora}.completed`,
        (body) => {
          body.model = 'sora-2-pro';
        },
      ],
    ),
    'job echo /model',
  ],
  [
    'videos: another model than asked for',
    asked('createVideo', 'sora-2-create-video-generation-task', (body) => {
      body.model = 'sora-2-pro';
    }),
    'job echo /model',
  ],
  [
    'videos: an error in place of a job',
    answered(video, `${sora}.queued`, () => ({ error: { message: 'no', type: 'x', code: 'y' } })),
    'response dialect ',
  ],
  [
    'veo: finished without a result',
    polled('getVideoGeneration', [
      `${veo}.completed`,
      (body) => {
        body.data.videos = [];
      },
    ]),
    'job has /data/videos',
  ],
  [
    'veo: a result without an address',
    polled('getVideoGeneration', [
      `${veo}.completed`,
      (body) => {
        body.data.videos[0].url = '';
      },
    ]),
    'response x-address /data/videos/*/url',
  ],
  [
    'veo: failed without a reason',
    polled('getVideoGeneration', [
      `${veo}.failed`,
      (body) => {
        body.message = '';
      },
    ]),
    'job has /message',
  ],
  [
    'veo: updated before created',
    polled('getVideoGeneration', [
      `${veo}.completed`,
      (body) => {
        body.updated_at = '2020-01-01T00:00:00Z';
      },
    ]),
    'job times /updated_at',
  ],
  [
    'veo: times that are numbers',
    polled('getVideoGeneration', [
      `${veo}.completed`,
      (body) => {
        body.created_at = 1772780100;
      },
    ]),
    'response type /created_at',
  ],
  ['veo: a state that goes back', polled('getVideoGeneration', [`${veo}.running`], [`${veo}.queued`]), 'job order /status'],
  [
    'seedance: finished without a result',
    polled('getContentGenerationTask', [
      `${seedance}.succeeded`,
      (body) => {
        body.content = null;
      },
    ]),
    'job has /content/video_url',
  ],
  [
    'seedance: finished with an empty result',
    polled('getContentGenerationTask', [
      `${seedance}.succeeded`,
      (body) => {
        body.content = {};
      },
    ]),
    'job has /content/video_url',
  ],
  [
    'seedance: failed without an error',
    polled('getContentGenerationTask', [
      `${seedance}.failed`,
      (body) => {
        body.error = null;
      },
    ]),
    'job has /error',
  ],
  [
    'seedance: an address that is none',
    polled('getContentGenerationTask', [
      `${seedance}.succeeded`,
      (body) => {
        body.content.video_url = 'video.mp4';
      },
    ]),
    'response x-address /content/video_url',
  ],
  [
    'seedance: a total that is no sum',
    polled('getContentGenerationTask', [
      `${seedance}.succeeded`,
      (body) => {
        body.usage.total_tokens += 5;
      },
    ]),
    'response x-sum /usage/total_tokens',
  ],
  [
    'seedance: times in milliseconds',
    polled('getContentGenerationTask', [
      `${seedance}.running`,
      (body) => {
        body.updated_at *= 1000;
      },
    ]),
    'response x-time /updated_at',
  ],
  [
    'seedance: a state that goes back',
    polled('getContentGenerationTask', [`${seedance}.running`], [`${seedance}.queued`]),
    'job order /status',
  ],
  [
    'vidu: finished without a result',
    polled('getViduRequestStatus', [`${vidu}.completed`, (body) => void delete body.result]),
    'job has /result',
  ],
  ['vidu: a state with the status of another', [{ ...answered('getViduRequestStatus', `${vidu}.in-progress`), status: 200 }], 'job state '],
  ['vidu: a state that goes back', polled('getViduRequestStatus', [`${vidu}.in-progress`], [`${vidu}.in-queue`]), 'job order /status'],
  [
    'vidu: another job',
    polled('getViduRequestStatus', [
      `${vidu}.in-progress`,
      (body) => {
        body.request_id += '1';
      },
    ]),
    'job id /request_id',
  ],
  [
    'vidu: a result without its video',
    answered('getViduRequestResult', 'viduq1-query-task-results.completed', (body) => void delete body.video),
    'response required /video',
  ],
  [
    'vidu: a negative size',
    answered('getViduRequestResult', 'viduq1-query-task-results.completed', (body) => {
      body.video.file_size = -1;
    }),
    'response minimum /video/file_size',
  ],
  [
    'pictures: finished without a result',
    polled('getImageTask', [
      `${image}.succeed`,
      (body) => {
        body.data = [];
      },
    ]),
    'job has /data',
  ],
  [
    'pictures: failed without a reason',
    polled('getImageTask', [`${image}.failed`, (body) => void delete body.status_message]),
    'job has /status_message',
  ],
  [
    'pictures: a number that is not theirs',
    polled('getImageTask', [
      `${image}.succeed`,
      (body) => {
        body.quantity = 9;
      },
    ]),
    'job count /quantity',
  ],
  [
    'pictures: two of one index',
    polled('getImageTask', [
      `${image}.succeed`,
      (body) => {
        body.data.push(body.data[0]);
        body.quantity = 2;
      },
    ]),
    'job distinct /data/*/index',
  ],
  ['pictures: a state that goes back', polled('getImageTask', [`${image}.succeed`], [`${image}.processing`]), 'job order /status'],
  [
    'pictures: times in milliseconds',
    polled('getImageTask', [
      `${image}.processing`,
      (body) => {
        body.created *= 1000;
      },
    ]),
    'response x-time /created',
  ],
  [
    'Kling pictures: finished without a result',
    polled('getKlingImageRequestStatus', [
      'kling-image-o1-query-image-generation-task.completed',
      (body) => {
        body.result.images = [];
      },
    ]),
    'response minItems /result/images',
  ],
  ['files: failed without an error', polled('getFile', [`${file}.failed`, (body) => void delete body.error]), 'job has /error'],
  [
    'files: a negative size',
    polled('getFile', [
      `${file}.ready`,
      (body) => {
        body.file_size = -1;
      },
    ]),
    'response minimum /file_size',
  ],
  [
    'files: expires before it was created',
    polled('getFile', [
      `${file}.ready`,
      (body) => {
        body.expires_at = body.created_at - 1;
      },
    ]),
    'job times /expires_at',
  ],
  ['files: a state that goes back', polled('getFile', [`${file}.ready`], [`${file}.uploading`]), 'job order /status'],
  [
    'files: another file',
    polled('getFile', [
      `${file}.ready`,
      (body) => {
        body.id += '1';
      },
    ]),
    'job id /id',
  ],
  [
    'list: more of nothing',
    list((body) => {
      Object.assign(body, { data: [], has_more: true });
      delete body.first_id;
      delete body.last_id;
    }),
    'job list /has_more',
  ],
  [
    'list: another first id',
    list((body) => {
      body.first_id = 'qfile-other';
    }),
    'job list /first_id',
  ],
  [
    'list: another last id',
    list((body) => {
      body.last_id = 'qfile-other';
    }),
    'job list /last_id',
  ],
  [
    'list: more without the last id',
    list((body) => {
      delete body.last_id;
      body.has_more = true;
    }),
    'job list /last_id',
  ],
  [
    'list: ids of an empty list',
    list((body) => {
      body.data = [];
    }),
    'job list /first_id',
  ],
  [
    'list: one twice',
    list((body) => {
      body.data.push(body.data[0]);
      body.last_id = body.data[0].id;
    }),
    'job distinct /data/*/id',
  ],
  [
    'list: no list',
    list((body) => {
      body.object = 'files';
    }),
    'response const /object',
  ],
  [
    'list: an item without what its state has',
    list((body) => {
      body.data[0].status = 'failed';
      delete body.data[0].error;
    }),
    'job has /data/*/error',
  ],
  [
    'videos: an end in milliseconds',
    polled(video, [
      `${kling}.completed`,
      (body) => {
        body.expires_at *= 1000;
      },
    ]),
    'response x-time /expires_at',
  ],
  [
    'pictures of the queue: a video among them',
    answered('getKlingImageRequestResult', 'kling-image-o1-get-result.completed', (body) => {
      body.images[1].content_type = 'video/mp4';
    }),
    'response x-text /images/*/content_type',
  ],
  [
    'pictures at once: tokens of the input that are more than those of its parts',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.usage.input_tokens_details.text_tokens = 1;
    }),
    'response x-sum /usage/input_tokens',
  ],
  [
    'files: a media type without its kind',
    polled('getFile', [
      `${file}.ready`,
      (body) => {
        body.content_type = 'pdf';
      },
    ]),
    'response x-text /content_type',
  ],
];
