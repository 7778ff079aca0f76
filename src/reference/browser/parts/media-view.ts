/** Shows the pictures, videos and recordings that an answer has, by address or inline. */
import { serverAddress } from './address.js';
import { el } from './dom.js';

const originOfServer = (): string => (serverAddress() === '' ? location.origin : new URL(serverAddress()).origin);

const byExtension: Record<string, string> = {
  ...{ mp4: 'video', png: 'image', jpg: 'image', jpeg: 'image', webp: 'image' },
  ...{ mp3: 'audio', wav: 'audio' },
};

const dataUrl = (base64: string): string => `data:image/${base64.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${base64}`;

/** Sources of all media in a value. */
function sourcesOf(value: unknown, name = ''): { kind: string; source: string }[] {
  if (typeof value === 'string') {
    const extension = /^https?:[^?#]*\.(\w+)(?:[?#]|$)/.exec(value)?.[1]?.toLowerCase();
    const kind = extension && value.startsWith(originOfServer()) ? byExtension[extension] : undefined;
    if (kind) return [{ kind, source: value }];
    if (value.startsWith('data:image/')) return [{ kind: 'image', source: value }];
    return name === 'b64_json' ? [{ kind: 'image', source: dataUrl(value) }] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  const { mimeType, data } = value as { mimeType?: unknown; data?: unknown };
  if (typeof mimeType === 'string' && mimeType.startsWith('image/') && typeof data === 'string') {
    return [{ kind: 'image', source: `data:${mimeType};base64,${data}` }];
  }
  return Object.entries(value).flatMap(([key, member]) => sourcesOf(member, Array.isArray(value) ? name : key));
}

/** Elements by kind of media; a picture is what is left. */
const shownAs: Record<string, (source: string) => HTMLElement> = {
  video: (src) => el('video', { src, controls: true, muted: true, loop: true, playsInline: true, preload: 'metadata' }),
  audio: (src) => el('audio', { src, controls: true, preload: 'metadata' }),
};

/** The shape of what has been loaded: pixels, and seconds where it has a length. */
function shapeOf(shown: HTMLElement): string {
  const seconds = shown instanceof HTMLMediaElement && Number.isFinite(shown.duration) ? `${Number(shown.duration.toFixed(1))} s` : '';
  const [width, height] =
    shown instanceof HTMLVideoElement
      ? [shown.videoWidth, shown.videoHeight]
      : shown instanceof HTMLImageElement
        ? [shown.naturalWidth, shown.naturalHeight]
        : [0, 0];
  return [width > 0 && `${width} × ${height}`, seconds].filter(Boolean).join(', ');
}

export function mediaView(value: unknown): HTMLElement | undefined {
  const found = new Map(sourcesOf(value).map((media) => [media.source, media]));
  if (found.size === 0) return undefined;
  const figures = [...found.values()].map(({ kind, source }) => {
    const shown = shownAs[kind]?.(source) ?? el('img', { src: source, alt: 'picture in the answer' });
    const caption = source.startsWith('data:')
      ? 'inline'
      : el('a', { href: source, target: '_blank', rel: 'noreferrer' }, new URL(source).pathname.split('/').at(-1));
    const shape = el('span', { className: 'shape' });
    for (const event of ['load', 'loadedmetadata'])
      shown.addEventListener(event, () => {
        shape.textContent = shapeOf(shown);
      });
    return el('figure', {}, shown, el('figcaption', {}, caption, shape));
  });
  return el('div', { className: 'media' }, ...figures);
}
