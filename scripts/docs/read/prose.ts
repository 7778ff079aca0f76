/** What a text tells in its sentences, where nothing but a guide says it. */

const label = /(?:base[ _-]?url|endpoint|接口地址|服务地址|基础地址)\S*\s*$/i;
const address = /https?:\/\/[^\s'"`<>()，。]+/g;

/** Addresses of an API: those behind, or below, the words that call them so. */
export const toldServers = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(address)]
      .filter(({ index }) => label.test(text.slice(Math.max(0, index - 60), index).replace(/[`:"'*|=：\s]+$/, '')))
      .map(([url]) => url.replace(/[.,;:/]+$/, ''))
      .filter((url) => URL.canParse(url)),
  ),
];

const reasons = /\b([45]\d\d)[`*_"]*(?:\s*[|:–-]\s*| )[`*_"]*[A-Z][a-z]+/g;

/** Statuses that are told with their reason, as `402 Payment Required`. */
export const toldStatuses = (text: string): string[] => [...new Set([...text.matchAll(reasons)].map(([, status]) => status as string))];

/** A status as it is compared: the class of a range may be written in lower case. */
export const statusName = (status: string): string => (/^[1-5]xx$/i.test(status) ? status.toUpperCase() : status);
