/** Limits that a source states: what is beyond them is refused, in the dialect of the path and by the member at fault; what is within is not. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { contractFetch } from '../../src/testing/index.js';

const mock = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6 });

const send = (path: string, body: object, fetch: typeof globalThis.fetch = mock.fetch) =>
  fetch(`http://mock${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const paths = {
  chat: '/v1/chat/completions',
  messages: '/v1/messages',
  bypass: '/bypass/anthropic/v1/messages',
  veo: '/v1/videos/generations',
  seedance: '/v3/contents/generations/tasks',
  video: '/v1/videos',
  image: '/queue/fal-ai/kling-image/o1',
  pictures: '/v1/images/generations',
  vidu: '/queue/fal-ai/vidu/q2/start-end-to-video/turbo',
  clips: '/queue/fal-ai/vidu/q2/reference-to-video/pro',
  subjectsQ1: '/queue/fal-ai/vidu/q1/reference-to-video',
  subjectsQ2: '/queue/fal-ai/vidu/q2/reference-to-video',
  files: '/v1/files',
};

const messages = [{ role: 'user', content: 'hi' }];
const thinking = (budget_tokens: number) => ({ type: 'enabled', budget_tokens });
const claude = { model: 'claude-4.5-sonnet', messages };
const veo = (model: string, parameters: object = {}, instance: object = { prompt: 'A cat' }) => ({
  model,
  instances: [instance],
  parameters,
});
const picture = { bytesBase64Encoded: 'AA==', mimeType: 'image/png' };
const referring = (...types: string[]) => ({
  prompt: 'A cat',
  referenceImages: types.map((referenceType) => ({ image: picture, referenceType })),
});
const items = (pictures: number, videos = 0, sounds = 0) => [
  ...Array.from({ length: pictures }, () => ({
    type: 'image_url',
    role: 'reference_image',
    image_url: { url: 'https://a.example/1.png' },
  })),
  ...Array.from({ length: videos }, () => ({ type: 'video_url', role: 'reference_video', video_url: { url: 'https://a.example/1.mp4' } })),
  ...Array.from({ length: sounds }, () => ({ type: 'audio_url', role: 'reference_audio', audio_url: { url: 'https://a.example/1.mp3' } })),
];
const seedance = (version: string, more: object = {}) => ({
  model: `bytedance/doubao-seedance-${version}`,
  content: [{ type: 'text', text: 'A cat' }],
  ...more,
});
const [v20, fast, mini, v25] = ['2-0-260128', '2-0-fast-260128', '2-0-mini-260615', '2-5-260628'] as const;
const kling = (model: string, more: object) => ({ model, prompt: 'A cat', ...more });
const frame = (type: string) => ({ image: 'https://a.example/1.png', type });
const shots = [{ index: 1, prompt: 'A cat', duration: '5' }];
const inShots = (...durations: string[]) => ({
  multi_shot: true,
  shot_type: 'customize',
  multi_prompt: durations.map((duration, index) => ({ index: index + 1, prompt: 'A cat', duration })),
  seconds: '10',
});
const address = 'https://a.example/1.png';
const subjects = (...counts: number[]) => ({
  prompt: '@0 meets @1 and @2',
  subjects: counts.map((count, index) => ({ id: String(index), images: Array(count).fill(address) })),
});
const clip = (more: object = {}) => ({ video_list: [{ video_url: 'https://a.example/1.mp4', ...more }] });
const role = (name: string) => ({ type: 'image_url', role: name, image_url: { url: address } });
const file = { source_url: 'https://a.example/1.mp4' };

describe.each<[path: keyof typeof paths, refused: object, message: string, taken: object]>([
  [
    'chat',
    { ...claude, max_tokens: 2000, thinking: thinking(2000) },
    'thinking.budget_tokens must be less than max_tokens, got number 2000',
    { ...claude, max_tokens: 2001, thinking: thinking(2000) },
  ],
  [
    'chat',
    { ...claude, thinking: thinking(1000) },
    'thinking.budget_tokens must be >= 1024',
    { ...claude, model: 'gemini-2.5-flash', max_tokens: 10, thinking: thinking(1000) },
  ],
  [
    'messages',
    { ...claude, max_tokens: 2000, thinking: thinking(3000) },
    'thinking.budget_tokens must be less than max_tokens',
    { ...claude, max_tokens: 4000, thinking: thinking(3000) },
  ],
  [
    'bypass',
    { ...claude, model: 'gemini-2.5-flash', max_tokens: 9 },
    'model must be a Claude model',
    { ...claude, model: 'anthropic/claude-sonnet-5', max_tokens: 9 },
  ],
  [
    'veo',
    veo('veo-3.0-generate-preview', { durationSeconds: 5 }),
    'a Veo 3 video takes 4, 6 or 8 seconds',
    veo('veo-3.0-generate-preview', { durationSeconds: 6 }),
  ],
  [
    'veo',
    veo('veo-2.0-generate-001', { resolution: '720p' }),
    'parameters.resolution must be left out',
    veo('veo-2.0-generate-001', { durationSeconds: 5 }),
  ],
  ['veo', veo(''), 'model must', veo('veo-3.0-generate-001')],
  ['veo', veo('veo-3.0-generate-001', {}, {}), 'instances[0]', veo('veo-3.0-generate-001', {}, { image: picture })],
  [
    'veo',
    veo('veo-2.0-generate-exp', {}, referring('asset', 'style')),
    'instances[0].referenceImages takes up to three pictures of the type asset or one of the type style',
    veo('veo-2.0-generate-exp', {}, referring('asset', 'asset', 'asset')),
  ],
  ['seedance', seedance(v20, { duration: 16 }), 'duration', seedance(v25, { duration: 30 })],
  ['seedance', seedance(v25, { duration: 31 }), 'duration', seedance(v20, { duration: -1 })],
  ['seedance', seedance(fast, { resolution: '1080p' }), 'resolution must be one of', seedance(v20, { resolution: '4k' })],
  ['seedance', seedance(mini, { resolution: '1080p' }), 'resolution must be one of', seedance(mini, { resolution: '480p' })],
  ['seedance', seedance(v25, { resolution: '1080p' }), 'resolution must be one of', seedance(v25, { resolution: '720p' })],
  ['seedance', seedance(v20, { content: items(10) }), 'content takes at most 9 pictures', seedance(v20, { content: items(9) })],
  ['seedance', seedance(v20, { content: items(0, 4) }), 'content takes at most 3 videos', seedance(v20, { content: items(9, 3, 3) })],
  ['seedance', seedance(v20, { content: items(1, 0, 4) }), 'content takes at most 3 sounds', seedance(v20, { content: items(1, 0, 3) })],
  ['seedance', seedance(v20, { content: items(0, 0, 1) }), 'content takes no sound alone', seedance(v25, { content: items(0, 0, 1) })],
  ['seedance', seedance(v25, { content: items(31) }), 'content takes at most 30 pictures', seedance(v25, { content: items(30, 10, 10) })],
  ['seedance', seedance(v20, { output_format: 'mov' }), 'output_format must be left out', seedance(v25, { output_format: 'mov' })],
  ['seedance', seedance('9-0'), 'model must be one of', seedance(v20)],
  [
    'video',
    kling('kling-v3', { multi_shot: true }),
    'shot_type is required',
    kling('kling-v3', { multi_shot: true, shot_type: 'customize', multi_prompt: shots }),
  ],
  [
    'video',
    kling('kling-v3', { multi_shot: true, shot_type: 'customize' }),
    'multi_prompt is required',
    kling('kling-v3', { multi_shot: false }),
  ],
  [
    'video',
    kling('kling-v3-omni', { multi_shot: true }),
    'shot_type is required',
    kling('kling-v3-omni', { multi_shot: true, shot_type: 'auto' }),
  ],
  [
    'video',
    kling('kling-video-o1', { image_list: [frame('end_frame')] }),
    'image_list needs a first_frame beside an end_frame',
    kling('kling-video-o1', { image_list: [frame('first_frame'), frame('end_frame')] }),
  ],
  [
    'video',
    kling('kling-v2-5-turbo', { input_reference: 'https://a.example/1.png', image_tail: 'https://a.example/2.png', mode: 'std' }),
    'mode must be one of \\"pro\\"',
    kling('kling-v2-5-turbo', { input_reference: 'https://a.example/1.png', image_tail: 'https://a.example/2.png', mode: 'pro' }),
  ],
  [
    'video',
    kling('kling-v2-6', { video_url: 'https://a.example/1.mp4' }),
    'needs image_url or character_orientation beside video_url',
    kling('kling-v2-6', { video_url: 'https://a.example/1.mp4', image_url: 'https://a.example/1.png' }),
  ],
  [
    'video',
    kling('kling-v2-1', { input_reference: address, image_tail: address }),
    'mode is required',
    kling('kling-v2-1', { input_reference: address, image_tail: address, mode: 'pro' }),
  ],
  [
    'video',
    kling('kling-v2-6', { image_tail: address, mode: 'pro', sound: 'on', seconds: '5' }),
    'seconds must be one of',
    kling('kling-v2-6', { image_tail: address, mode: 'pro', sound: 'on', seconds: '10' }),
  ],
  [
    'video',
    kling('kling-v2-6', { image_url: address }),
    'video_url is required with image_url',
    kling('kling-v2-6', { image_url: address, video_url: 'https://a.example/1.mp4', character_orientation: 'image' }),
  ],
  [
    'video',
    kling('kling-v2-6', { character_orientation: 'video' }),
    'video_url is required with character_orientation',
    kling('kling-v2-6', { image_tail: address, mode: 'pro', seconds: '5' }),
  ],
  [
    'video',
    { model: 'kling-v3-omni' },
    'prompt is required',
    { model: 'kling-v3-omni', multi_shot: true, shot_type: 'customize', multi_prompt: shots },
  ],
  [
    'video',
    kling('kling-v3-omni', { multi_shot: true, shot_type: 'customize', multi_prompt: [{ index: 1, prompt: 'A cat', duration: '0' }] }),
    'multi_prompt[0].duration must match',
    kling('kling-v3-omni', { multi_shot: true, shot_type: 'customize', multi_prompt: shots }),
  ],
  ...(['kling-v3', 'kling-v3-omni'] as const).map((model): [keyof typeof paths, object, string, object] => [
    'video',
    kling(model, inShots('3', '4', '5')),
    'multi_prompt must have a total duration of 10 (seconds), got 12',
    kling(model, inShots('3', '4', '3')),
  ]),
  ...(['subjectsQ1', 'subjectsQ2'] as const).map((path): [keyof typeof paths, object, string, object] => [
    path,
    subjects(3, 3, 2),
    'subjects must have at most 7 images in all, got 8',
    subjects(3, 3, 1),
  ]),
  [
    'video',
    kling('kling-v3-omni', { ...clip(), sound: 'on' }),
    'sound must be off beside a clip',
    kling('kling-v3-omni', { ...clip(), sound: 'off' }),
  ],
  ...(['kling-v3-omni', 'kling-video-o1'] as const).flatMap((model): [keyof typeof paths, object, string, object][] => [
    [
      'video',
      kling(model, { ...clip(), image_list: Array(5).fill({ image: address }) }),
      'image_list must have at most 4 items',
      kling(model, { image_list: Array(7).fill({ image: address }) }),
    ],
    [
      'video',
      kling(model, { ...clip({ refer_type: 'base' }), image_list: [frame('first_frame')] }),
      'image_list takes no first or end frame beside a clip that is edited',
      kling(model, { ...clip({ refer_type: 'feature' }), image_list: [frame('first_frame')] }),
    ],
    [
      'video',
      kling(model, { image_list: [frame('end_frame')] }),
      'image_list needs a first_frame beside an end_frame',
      kling(model, { image_list: [frame('first_frame'), frame('end_frame')] }),
    ],
  ]),
  [
    'veo',
    veo('veo-2.0-generate-001', { resizeMode: 'pad' }),
    'parameters.resizeMode must be left out',
    veo('veo-3.0-generate-001', { resizeMode: 'pad' }),
  ],
  [
    'veo',
    veo('veo-3.0-generate-001', {}, { prompt: '' }),
    'instances[0].prompt must have',
    veo('veo-3.0-generate-001', {}, { prompt: '', image: picture }),
  ],
  [
    'veo',
    veo('veo-3.0-generate-001', {}, { prompt: 'A cat', lastFrame: picture }),
    'instances[0].image is required with lastFrame',
    veo('veo-3.0-generate-001', {}, { image: picture, lastFrame: picture }),
  ],
  [
    'veo',
    veo('veo-2.0-generate-exp', {}, { referenceImages: [{ image: picture, referenceType: 'style' }] }),
    'instances[0].prompt is required',
    veo('veo-2.0-generate-exp', {}, referring('style')),
  ],
  ...(['image', 'video'] as const).map((name): [keyof typeof paths, object, string, object] => [
    'veo',
    veo('veo-2.0-generate-exp', {}, { ...referring('asset'), [name]: picture }),
    `instances[0].${name} must be left out beside referenceImages`,
    veo('veo-2.0-generate-exp', {}, { prompt: 'A cat', [name]: picture, referenceImages: [] }),
  ]),
  [
    'veo',
    veo('veo-3.1-generate-preview', { durationSeconds: 6 }, referring('asset')),
    'parameters.durationSeconds must be 8 with reference images',
    veo('veo-3.1-generate-preview', { durationSeconds: 8 }, referring('asset')),
  ],
  [
    'veo',
    veo('veo-3.0-generate-preview', {}, referring('asset')),
    'model must be veo-2.0-generate-exp or veo-3.1-generate-preview',
    veo('veo-3.1-generate-001', {}, referring('asset')),
  ],
  ['seedance', seedance(v20, { service_tier: 'flex' }), 'service_tier must be one of', seedance(v20, { service_tier: 'default' })],
  ['seedance', seedance(v20, { camera_fixed: true }), 'camera_fixed must be one of', seedance(v20, { camera_fixed: false })],
  ['seedance', seedance(mini, { frames: 57 }), 'frames must be left out', seedance(v25, { frames: 57 })],
  ['seedance', seedance(v20, { draft: true }), 'draft must be one of', seedance(v20, { draft: false })],
  [
    'seedance',
    seedance(v20, { content: [{ type: 'draft_task', draft_task: { id: 'a' } }] }),
    'content takes no preview',
    seedance(v20, { content: [role('first_frame')] }),
  ],
  [
    'seedance',
    seedance(v20, { content: [role('last_frame')] }),
    'content takes a last frame beside a first frame only',
    seedance(v20, { content: [{ type: 'image_url', image_url: { url: address } }, role('last_frame')] }),
  ],
  [
    'seedance',
    seedance(v20, { content: [role('first_frame'), role('reference_image')] }),
    'content takes frames or references, not both',
    seedance(v20, { content: items(2, 1, 1) }),
  ],
  [
    'seedance',
    seedance(fast, { content: [role('first_frame'), ...items(0, 0, 1)] }),
    'content takes frames or references, not both',
    seedance(v25, { content: [role('first_frame'), ...items(0, 0, 1)] }),
  ],
  ...['kling-v1', 'kling-v1-5', 'kling-v2', 'kling-v2-1'].map((model): [keyof typeof paths, object, string, object] => [
    'pictures',
    kling(model, { image: address, negative_prompt: 'dogs', image_reference: 'subject' }),
    'negative_prompt must be left out beside image',
    kling(model, { image: '', negative_prompt: 'dogs' }),
  ]),
  [
    'pictures',
    kling('kling-v1-5', { image: address }),
    'image_reference is required',
    kling('kling-v1-5', { image: address, image_reference: 'face' }),
  ],
  [
    'vidu',
    { start_image_url: 'ftp://a.example/1.png', end_image_url: address },
    'start_image_url must be an http(s) address, or base64 with its prefix',
    { start_image_url: 'data:image/png;base64,AA==', end_image_url: address },
  ],
  [
    'clips',
    { prompt: 'A cat', reference_image_urls: Array(5).fill(address), reference_video_urls: ['https://a.example/1.mp4'] },
    'reference_image_urls must have at most 4 items',
    { prompt: 'A cat', reference_image_urls: Array(7).fill(address) },
  ],
  [
    'chat',
    { ...claude, thinking: { type: 'enabled' } },
    'thinking.budget_tokens is required',
    { ...claude, thinking: { type: 'disabled' } },
  ],
  ['image', { prompt: 'A cat', resolution: '4K' }, 'resolution must be one of', { prompt: 'A cat', resolution: '2K' }],
  ['files', { ...file, model: 'claude-4.5-sonnet' }, 'model must be a Gemini model', { ...file, model: 'gemini-2.5-flash' }],
])('%s', (path, refused, message, taken) => {
  test(`refuses: ${message}`, async () => {
    const response = await send(paths[path], refused);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(message)]);
    const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
    await (await send(paths[path], refused, checked)).text();
    expect(checked.violations.some(({ part }) => part === 'request')).toBe(true);
  });

  test('takes what is within', async () => {
    const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
    const response = await send(paths[path], taken, checked);
    expect([response.ok, response.ok ? '' : await response.text(), checked.violations.map(({ message: text }) => text)]).toEqual([
      true,
      '',
      [],
    ]);
  });
});

describe.each(['messages', 'bypass'] as const)('a header that lifts a bound: %s', (path) => {
  const body = { ...claude, max_tokens: 2000, thinking: thinking(3000) };
  const headers = (beta: string) => ({ authorization: 'Bearer k', 'content-type': 'application/json', 'anthropic-beta': beta });
  const ask = async (beta: string) => {
    const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
    const response = await checked(`http://mock${paths[path]}`, { method: 'POST', headers: headers(beta), body: JSON.stringify(body) });
    await response.text();
    return [response.status, checked.violations.length > 0];
  };

  test('lifts it', async () => expect(await ask('files-api-2025-04-14,interleaved-thinking-2025-05-14')).toEqual([200, false]));

  test('does not where it has something else', async () => expect(await ask('files-api-2025-04-14')).toEqual([400, true]));
});
