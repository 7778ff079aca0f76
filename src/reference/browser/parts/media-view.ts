/** Shows the pictures, videos and recordings that an answer has, by address or inline. */
import { el } from './dom.js';

const byExtension: Record<string, string> = {
  ...{ mp4: 'video', png: 'image', jpg: 'image', jpeg: 'image', webp: 'image' },
  ...{ mp3: 'audio', wav: 'audio' },
};

const dataUrl = (base64: string): string => `data:image/${base64.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${base64}`;

/** Sources of all media in a value. */
function sourcesOf(value: unknown, name = ''): { kind: string; source: string }[] {
  if (typeof value === 'string') {
    const extension = /^https?:[^?#]*\.(\w+)(?:[?#]|$)/.exec(value)?.[1]?.toLowerCase();
    const kind = extension && value.startsWith(location.origin) ? byExtension[extension] : undefined;
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

export function mediaView(value: unknown): HTMLElement | undefined {
  const found = new Map(sourcesOf(value).map((media) => [media.source, media]));
  if (found.size === 0) return undefined;
  const figures = [...found.values()].map(({ kind, source }) => {
    const shown = shownAs[kind]?.(source) ?? el('img', { src: source, alt: 'picture in the answer' });
    const caption = source.startsWith('data:')
      ? 'inline'
      : el('a', { href: source, target: '_blank', rel: 'noreferrer' }, new URL(source).pathname.split('/').at(-1));
    return el('figure', {}, shown, el('figcaption', {}, caption));
  });
  return el('div', { className: 'media' }, ...figures);
}
