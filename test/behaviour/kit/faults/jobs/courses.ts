/** What a job is asked for, tells and makes, from its creation to its deletion. */
import { answerWith } from '../changed.js';
import { answered, documented, errorOf, type Fault, type Loose, polled, type SentExchange, wanting } from '../exchange.js';

const video = 'getVideo';
const kling = 'kling-v2-6-query-video-generation-status';
const sora = 'sora-2-query-video-generation-status';
const soraCreate = 'sora-2-create-video-generation-task';
const veo = 'veo-query-video-generation-task';
const veoCreate = 'veo-create-video-generation-task';
const seedance = 'query-video-generation-task';
const seedanceCreate = 'seedance-2-0-260128-create-video-generation-task';
const image = 'kling-v1-query-task-status';
const imageCreate = 'kling-v1-create-text-to-image-or-single-image-to-image-task';
const vidu = 'viduq1-query-task-status';
const viduResult = 'viduq1-query-task-results';
const klingResultPage = 'kling-image-o1-get-result.completed';
const file = 'query-file-status';

/** A creation, and queries for its job. @param id member that has it */
export function created(create: SentExchange, id: string, polls: SentExchange[]): SentExchange[] {
  const own = JSON.parse(create.answer as string)[id];
  const [other = ''] = Object.values(polls[0]?.example.request.path ?? {});
  const asOwn = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll(other, own));
  return [
    create,
    ...polls.map((poll) => ({ ...poll, answer: (poll.answer as string).replaceAll(other, own), example: asOwn(poll.example) })),
  ];
}

const set = (members: Loose) => (body: Loose) => void Object.assign(body, members);
const without = (member: string) => (body: Loose) => void delete body[member];
const oneMore = (list: (body: Loose) => Loose[], url: string) => (body: Loose) => {
  const items = list(body);
  const { id, index } = items[0];
  items.push({ ...items[0], url, ...(id && { id: `${id}-2` }), ...(index !== undefined && { index: items.length }) });
  if (body.quantity !== undefined) body.quantity = items.length;
};
const twoVideos = oneMore((body) => body.task_result.videos, 'https://cdn.example.com/2.mp4');
const twoPictures = oneMore((body) => body.data, 'https://cdn.example.com/2.png');

/** A video at another address. */
const at = (url: string) => (body: Loose) => {
  body.task_result.videos[0].url = url;
};
const signedUntil = (time: number) => `https://cdn.example.com/1.mp4?e=${time}&token=x`;

/** A video of four seconds that was asked for, and one that is as long as this. */
const madeOfFour = (duration: string): SentExchange[] =>
  created(
    wanting({ seconds: '4' }, answered('createVideo', soraCreate, set({ seconds: '4' }))),
    'id',
    polled('getVideo', [
      `${sora}.completed`,
      (body) => {
        body.seconds = '4';
        body.task_result.videos[0].duration = duration;
      },
    ]),
  );

const klingResult = (change: (body: Loose) => void = () => {}) => answered('getKlingImageRequestResult', klingResultPage, change);
const klingPictures = oneMore((body) => body.images, 'https://cdn.example.com/9.png');

const deletedFile = (): SentExchange[] => {
  const [ready] = polled('getFile', [`${file}.ready`]) as [SentExchange];
  const path = ready.example.request.path as Loose;
  const deleted = answered('deleteFile', 'delete-file', set({ id: path.file_id }));
  return [{ ...deleted, example: { ...deleted.example, request: { ...deleted.example.request, path } } }, ready];
};

/** A job that is to make so many pictures and makes so many. */
const picturesOf = (wanted: number, made: number): SentExchange[] =>
  created(
    wanting({ n: wanted }, answered('createImage', imageCreate)),
    'task_id',
    polled('getImageTask', [
      `${image}.succeed`,
      (body) => {
        const data = Array.from({ length: made }, (_, index) => ({ index, url: `https://cdn.example.com/${index}.png` }));
        Object.assign(body, { data, quantity: made });
      },
    ]),
  );

/** A job that is asked for its last frame, or not. @param change of what it has made */
const framed = (isWanted: boolean | undefined, change: (content: Loose) => void): SentExchange[] =>
  created(
    wanting({ return_last_frame: isWanted }, answered('createContentGenerationTask', seedanceCreate)),
    'id',
    polled('getContentGenerationTask', [`${seedance}.succeeded`, (body) => change(body.content)]),
  );

/** A page of one file, the older the higher its number. @param after id of the file after which it begins */
const filesPage = (after: string, number: number): SentExchange =>
  wanting(
    {},
    answered('listFiles', 'list-user-files', (body) => {
      const id = `qfile-${number}`;
      const [{ created_at: time, ...file }] = body.data;
      Object.assign(body, { data: [{ ...file, id, created_at: time - number * 100 }], first_id: id, last_id: id });
    }),
    after === '' ? {} : { after },
  );

/** The result of a Vidu job that its query ended with. */
function resultOf(state: string): SentExchange {
  const result = answered('getViduRequestResult', `${viduResult}.${state}`);
  const { path } = documented('getViduRequestStatus', `${vidu}.completed`).example.request;
  return { ...result, example: { ...result.example, request: { ...result.example.request, path: path as Loose } } };
}

/** A creation that tells of a job that has ended well. */
const answeredComplete = (): SentExchange[] => {
  const { result, metrics } = documented('getViduRequestStatus', `${vidu}.completed`).example.body as Loose;
  return [answered('createViduQ1TextToVideo', '', set({ status: 'COMPLETED', result, metrics }))];
};

/** A remix of a job that was asked for before. @param change of the answer */
function remixOf(state: string, change: (body: Loose) => void = () => {}): SentExchange[] {
  const [source] = polled('getVideo', [`${sora}.${state}`]) as [SentExchange];
  const { id, seconds, size } = JSON.parse(source.answer as string);
  const made = answered('remixVideo', 'sora-2-video-remix', (body) => {
    Object.assign(body, { remixed_from_video_id: id, seconds, size });
    change(body);
  });
  return [source, { ...made, example: { ...made.example, request: { ...made.example.request, path: { id } } } }];
}

/** @param change of the answer, which knows the id of what is remixed */
function remixed(change: (body: Loose, id: unknown) => void): SentExchange {
  const page = 'sora-2-video-remix';
  return answered('remixVideo', page, (body) => change(body, Object.values(documented('remixVideo', page).example.request.path ?? {})[0]));
}

export const jobCourses: Fault[] = [
  [
    'videos: a picture for a video',
    polled(video, [`${sora}.completed`, at('https://cdn.example.com/1.png')]),
    'job address /task_result/videos/*/url',
  ],
  [
    'pictures: a page for a picture',
    polled('getImageTask', [
      `${image}.succeed`,
      (body) => Object.assign(body.data[0], { url: 'https://cdn.example.com/a.html?e=1' }) && undefined,
    ]),
    'job address /data/*/url',
  ],
  [
    'Veo: more videos than were asked for, by a creation that tells no state',
    created(
      answered('createVideoGeneration', veoCreate),
      'id',
      polled('getVideoGeneration', [`${veo}.completed`, oneMore((body) => body.data.videos, 'https://cdn.example.com/2.mp4')]),
    ),
    'job count /data/videos',
  ],
  [
    'Seedance: another length than was asked for, by a creation that tells no state',
    created(
      wanting({ duration: 5 }, answered('createContentGenerationTask', seedanceCreate)),
      'id',
      polled('getContentGenerationTask', [`${seedance}.succeeded`, set({ duration: 10 })]),
    ),
    'job echo /duration',
  ],
  [
    'pictures: more than were asked for, by a creation that tells no state',
    created(wanting({ n: 1 }, answered('createImage', imageCreate)), 'task_id', polled('getImageTask', [`${image}.succeed`, twoPictures])),
    'job count /data',
  ],
  [
    'videos: fewer results than before',
    polled('getVideo', [`${sora}.completed`, twoVideos], [`${sora}.completed`]),
    'job count /task_result/videos',
  ],
  ['pictures: fewer than before', polled('getImageTask', [`${image}.succeed`, twoPictures], [`${image}.succeed`]), 'job count /data'],
  ['Kling pictures: a result of fewer than before', [klingResult(klingPictures), klingResult()], 'job count /images'],
  [
    'pictures: two at one address',
    polled('getImageTask', [`${image}.succeed`, (body) => oneMore((one) => one.data, body.data[0].url)(body)]),
    'job distinct /data/*/url',
  ],
  [
    'videos: an address that held until before the creation',
    polled('getVideo', [`${sora}.completed`, at(signedUntil(1_500_000_000))]),
    'job times /task_result/videos/*/url',
  ],
  [
    'videos: a result that is a file of the server',
    polled('getVideo', [`${sora}.completed`, at('file:///tmp/1.mp4')]),
    'response x-address /task_result/videos/*/url',
  ],
  ['videos: a size that is told no more', polled('getVideo', [`${sora}.queued`], [`${sora}.completed`, without('size')]), 'job echo /size'],
  [
    'videos: a size that becomes null',
    polled('getVideo', [`${sora}.queued`], [`${sora}.completed`, set({ size: null })]),
    'job echo /size',
  ],
  [
    'videos: a length that the creation told and a query does not',
    created(answered('createVideo', soraCreate), 'id', polled('getVideo', [`${sora}.queued`, without('seconds')])),
    'job echo /seconds',
  ],
  [
    'pictures: a state of any other name after the end',
    polled('getImageTask', [`${image}.succeed`], [`${image}.processing`, set({ status: 'submitted' })]),
    'job order /status',
  ],
  [
    'pictures: an error while they are made',
    polled('getImageTask', [`${image}.processing`, set({ error: { code: '1303', message: 'It broke.' } })]),
    'job has /error',
  ],
  [
    'pictures: a place before the first',
    polled('getImageTask', [`${image}.succeed`, ({ data: [first] }) => void Object.assign(first, { index: -1 })]),
    'job count /data/*/index',
  ],
  [
    'Seedance: another end user',
    polled(
      'getContentGenerationTask',
      [`${seedance}.running`, set({ safety_identifier: 'anna' })],
      [`${seedance}.running`, set({ safety_identifier: 'bert' })],
    ),
    'job echo /safety_identifier',
  ],
  [
    'Seedance: a length that cannot be',
    polled('getContentGenerationTask', [`${seedance}.succeeded`, set({ duration: -2 })]),
    'response minimum /duration',
  ],
  ['videos: one three times as long as was asked for', madeOfFour('12'), 'job echo /task_result/videos/*/duration'],
  [
    'Seedance: another frame rate than before',
    polled('getContentGenerationTask', [`${seedance}.succeeded`], [`${seedance}.succeeded`, set({ framespersecond: 30 })]),
    'job echo /framespersecond',
  ],
  [
    'files: another size than before',
    polled('getFile', [`${file}.ready`], [`${file}.ready`, set({ file_size: 7 })]),
    'job echo /file_size',
  ],
  [
    'videos: progress that rises, and falls below what it rose to',
    polled(
      video,
      [`${kling}.in-progress`, set({ progress: 10 })],
      [`${kling}.in-progress`, set({ progress: 60 })],
      [`${kling}.in-progress`],
    ),
    'job rising /progress',
  ],
  [
    'videos: updated before the last update but one',
    polled(
      video,
      ...[10, 30, 20].map((seconds): [string, (body: Loose) => void] => [
        `${sora}.in-progress`,
        (body) => {
          body.updated_at = body.created_at + seconds;
        },
      ]),
    ),
    'job rising /updated_at',
  ],
  [
    'queue: a result that is not ready, of another job',
    answered('getViduRequestResult', `${viduResult}.in-progress`, set({ request_id: 'qvideo-root-1' })),
    'job id /request_id',
  ],
  [
    'queue: a result that failed after the job ended well',
    [...polled('getViduRequestStatus', [`${vidu}.completed`]), resultOf('failed')],
    'job order /status',
  ],
  [
    'queue: a creation that is complete at once, with nothing',
    answered('createViduQ1TextToVideo', '', set({ status: 'COMPLETED' })),
    'job has /result',
  ],
  [
    'videos: a creation that is running, with an error',
    answered('createVideo', soraCreate, set({ error: { code: 'x', message: 'y' } })),
    'job has /error',
  ],
  ['videos: a remix that has the id of what it is made of', remixed((body, id) => void Object.assign(body, { id })), 'job id /id'],
  [
    'videos: one that nobody knows while it is being made',
    [...polled(video, [`${sora}.in-progress`]), { ...answered(video, `${sora}.in-progress`, () => errorOf('openai', 404)), status: 404 }],
    'job order ',
  ],
  [
    'videos: another length than the job has',
    polled(video, [`${sora}.completed`, (body) => void Object.assign(body.task_result.videos[0], { duration: '8' })]),
    'job echo /task_result/videos/*/duration',
  ],
  [
    'videos: a length in milliseconds',
    polled(video, [`${sora}.completed`, (body) => void Object.assign(body.task_result.videos[0], { duration: '4000' })]),
    'job echo /task_result/videos/*/duration',
  ],
  [
    'pictures: those of another kind of model',
    answered('createImage', imageCreate, () => ({ created: 1_762_159_303, data: [{ b64_json: 'iVBORw0KGgo=' }] })),
    'job id /task_id',
  ],
  [
    'pictures: a job of a model that answers at once',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', () => ({ task_id: 'image-1-1' })),
    'job id /task_id',
  ],
  [
    'videos: another file than before',
    polled(
      video,
      [`${sora}.completed`, at('https://cdn.example.com/1.mp4?e=4')],
      [`${sora}.completed`, at('https://cdn.example.com/2.mp4?e=5')],
    ),
    'job address /task_result/videos/*/url',
  ],
  [
    'videos: one that gets longer',
    polled(
      video,
      [`${sora}.completed`],
      [`${sora}.completed`, ({ task_result }) => void Object.assign(task_result.videos[0], { duration: '5' })],
    ),
    'job echo /task_result/videos/*/duration',
  ],
  [
    'queue: another video in the result than in the state',
    [
      ...polled('getViduRequestStatus', [`${vidu}.completed`]),
      answered('getViduRequestResult', `${viduResult}.completed`, ({ video: made }) => {
        made.url = made.url.replace('/1.mp4', '/2.mp4');
      }),
    ],
    'job address /video/url',
  ],
  [
    'Veo: more videos filtered than were asked for',
    created(
      wanting({ parameters: { sampleCount: 2 } }, answered('createVideoGeneration', veoCreate)),
      'id',
      polled('getVideoGeneration', [`${veo}.completed`, ({ data }) => void Object.assign(data, { raiMediaFilteredCount: 2 })]),
    ),
    'job count /data/raiMediaFilteredCount',
  ],
  [
    'videos: a failure that says null',
    polled(video, [`${sora}.failed`, (body) => set({ message: 'null' })(body.error)]),
    'job has /error/message',
  ],
  [
    'Veo: a failure that says undefined',
    polled('getVideoGeneration', [`${veo}.failed`, set({ message: 'undefined' })]),
    'job has /message',
  ],
  ['files: an id that is a word for nothing', answered('createFile', 'create-file-upload-task', set({ id: 'None' })), 'job id /id'],
  ['pictures: fewer than were asked for', picturesOf(3, 2), 'job count /data'],
  [
    'Veo: fewer videos than were asked for, none of them filtered',
    created(
      wanting({ parameters: { sampleCount: 2 } }, answered('createVideoGeneration', veoCreate)),
      'id',
      polled('getVideoGeneration', [`${veo}.completed`]),
    ),
    'job count /data/videos',
  ],
  [
    'pictures: counted from 1',
    polled('getImageTask', [`${image}.succeed`, (body) => void Object.assign(body.data[0], { index: 1 })]),
    'job count /data/*/index',
  ],
  ['videos: one that waits and is done by half', polled(video, [`${kling}.queued`, set({ progress: 50 })]), 'job is /progress'],
  ['Seedance: no last frame, where it was asked for', framed(true, without('last_frame_url')), 'job has /content/last_frame_url'],
  ['Seedance: a last frame that was declined', framed(false, () => {}), 'job has /content/last_frame_url'],
  ['Seedance: a last frame of which the request says nothing', framed(undefined, () => {}), 'job has /content/last_frame_url'],
  [
    'videos: a result of another id than before',
    polled(video, [`${sora}.completed`], [`${sora}.completed`, (body) => void Object.assign(body.task_result.videos[0], { id: 'other' })]),
    'job echo /task_result/videos/*/id',
  ],
  ['videos: a remix of another model than its source', remixOf('completed', set({ model: 'sora-2-pro' })), 'job echo /model'],
  ['videos: a remix of another size than its source', remixOf('completed', set({ size: '720x720' })), 'job echo /size'],
  ['videos: a remix of what failed', remixOf('failed'), 'job order '],
  [
    'files: one that is kept for an hour in place of two days',
    answered('createFile', 'create-file-upload-task', (body) => void Object.assign(body, { expires_at: body.created_at + 3600 })),
    'job times /expires_at',
  ],
  [
    'files: the oldest first',
    answered('listFiles', 'list-user-files', (body) => {
      const [first, last] = body.data;
      Object.assign(body, { data: [last, first], first_id: last.id, last_id: first.id });
    }),
    'job list /data/*/created_at',
  ],
  ['files: a page of files that are newer than those before', [filesPage('', 2), filesPage('qfile-2', 1)], 'job list /data/*/created_at'],
  ['files: a deletion that did not delete', answerWith('deleteFile', 'delete-file', { '/deleted': false }), 'response const /deleted'],
  ['files: one that is there after its deletion', deletedFile(), 'job order /id'],
];

/** What a job may do. */
export const legalCourses: [name: string, exchanges: SentExchange[]][] = [
  ['a video whose address has no name of a file', polled(video, [`${sora}.completed`, at('https://cdn.example.com/watch?v=1.png')])],
  [
    'a result at another signed address',
    polled('getVideo', [`${sora}.completed`, at(signedUntil(4_000_000_000))], [`${sora}.completed`, at(signedUntil(4_000_000_100))]),
  ],
  [
    'a result that is kept elsewhere later',
    polled(video, [`${sora}.completed`, at('https://cdn.example.com/1.mp4')], [`${sora}.completed`, at('https://store.example.com/a.mp4')]),
  ],
  ['more results than before', polled('getVideo', [`${sora}.completed`], [`${sora}.completed`, twoVideos])],
  ['settings that are told late', polled('getContentGenerationTask', [`${seedance}.queued`], [`${seedance}.succeeded`])],
  [
    'a failure that tells no settings',
    polled('getContentGenerationTask', [`${seedance}.queued`], [`${seedance}.failed`, without('service_tier')]),
  ],
  ['a video that is a little longer than was asked for', madeOfFour('4.04')],
  ['pictures, as many as were asked for', picturesOf(3, 3)],
  [
    'a video of two that a filter has taken',
    created(
      wanting({ parameters: { sampleCount: 2 } }, answered('createVideoGeneration', veoCreate)),
      'id',
      polled('getVideoGeneration', [`${veo}.completed`, (body) => void Object.assign(body.data, { raiMediaFilteredCount: 1 })]),
    ),
  ],
  ['a last frame that was asked for', framed(true, () => {})],
  ['a last frame of a job whose creation nobody saw', framed(undefined, () => {}).slice(1)],
  ['a video that failed, and nobody knows when', polled(video, [`${sora}.failed`, without('completed_at')])],
  ['a remix as its source', remixOf('completed')],
  [
    'a file that is kept a little longer than was asked for',
    [answered('createFile', 'create-file-upload-task', (body) => void Object.assign(body, { expires_at: body.expires_at + 60 }))],
  ],
  ['a page of files that are older than those before', [filesPage('', 1), filesPage('qfile-1', 2)]],
  ['an address with a number that is no time', polled('getVideo', [`${sora}.completed`, at(signedUntil(1))])],
  [
    'a job that nobody knows yet',
    [{ ...answered(video, `${sora}.in-progress`, () => errorOf('openai', 404)), status: 404 }, ...polled(video, [`${sora}.in-progress`])],
  ],
  [
    'a job that nobody knows any more',
    [...polled(video, [`${sora}.completed`]), { ...answered(video, `${sora}.completed`, () => errorOf('openai', 404)), status: 404 }],
  ],
  ['a result that failed, of a job that failed', [...polled('getViduRequestStatus', [`${vidu}.failed`]), resultOf('failed')]],
  ['a creation that is complete at once', answeredComplete()],
  ['a file that is there until its deletion', deletedFile().reverse()],
  [
    'a job that is initialized after its creation was answered with `queued`',
    created(
      answered('createVideo', 'kling-v2-6-create-video-task', set({ created_at: 1766882252, updated_at: 1766882252, mode: 'std' })),
      'id',
      polled(video, [`${kling}.initializing`], [`${kling}.queued`, set({ created_at: 1766882252, updated_at: 1766882253 })]),
    ).map((exchange, index) => (index === 0 ? wanting({ mode: 'std' }, exchange) : exchange)),
  ],
];
