/** The media type that a `content-type` names: without parameters, in lower case. */
export const mediaTypeOf = (contentType: string | null | undefined): string | undefined =>
  (contentType?.includes(';') ? contentType.split(';', 1)[0] : contentType)?.trim().toLowerCase();

/** The charset that a `content-type` names, UTF-8 where it names none. */
export const charsetOf = (contentType: string | null | undefined): string =>
  (contentType?.includes(';') ? /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] : undefined) ?? 'utf-8';
