/** The media type that a `content-type` names: without parameters, in lower case. */
export const mediaTypeOf = (contentType: string | null | undefined): string | undefined =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase();
