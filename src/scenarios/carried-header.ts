/** What HTTP carries from anybody to anybody: RFC 9110 leaves what is beyond ASCII to each reader, and Node.js sends it in the encoding of the body. */

/** Whether a name is a token, and a value has neither line breaks nor characters beyond ASCII. */
export const isCarried = (name: string, value: string): boolean =>
  /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name) && value === carriedValue(value);

/** A value as it can be carried: `?` for each character that cannot. */
export const carriedValue = (value: string): string => value.replace(/[^\t\x20-\x7e]/gu, '?');

/** Whether a response of that status has no body, whatever is written as one. */
export const hasNoBody = (status: number): boolean => [204, 205, 304].includes(status);
