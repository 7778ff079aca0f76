/** Texts in the formats that JSON Schema and its users know. Addresses and names are those that nobody owns (RFC 2606, 5737, 3849). */

interface Format {
  /** The plainest. */
  examples: readonly string[];
  /** Others, each unlike those with another number: lists of what differs ask for many. */
  numbered?(number: number): string;
  /** Patterns of texts in the format, narrower ones first: for what is asked for beside the format. */
  patterns?: readonly string[];
}

/** Days and seconds after the examples, in milliseconds since 1970. */
const later = (days: number, seconds = 0) => new Date(Date.UTC(2026, 0, 16 + days, 12, 0, seconds)).toISOString();
const inDigits = (number: number, digits: number, base: number) => number.toString(base).padStart(digits, '0');

const day = '(0[1-9]|1\\d|2[0-8])';
const date = `(20\\d\\d|\\d{4})-(0[1-9]|1[0-2])-${day}`;
const time = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
const zone = '(\\.\\d{1,9})?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)';
const label = '[a-z0-9]+(-[a-z0-9]+)*';
const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const path = '(/[a-zA-Z0-9._-]+)*/?(\\?[a-z0-9=&]*)?(#[a-z0-9]*)?';

const dateTime: Format = {
  examples: ['2026-01-15T12:00:00Z', '2026-01-15T12:00:00.000Z', '2026-01-15T12:00:00+00:00', '2026-01-16T12:00:00Z'],
  numbered: (number) => later(number).replace('.000', ''),
  patterns: [`^${date}T${time}${zone}$`],
};
const email: Format = {
  examples: ['user@example.com', 'other@example.com'],
  numbered: (number) => `user${number}@example.com`,
  patterns: ['^[a-z][a-z0-9]*@example\\.com$', `^[a-zA-Z0-9]+([._+-][a-zA-Z0-9]+)*@(${label}\\.)+[a-z][a-z]+$`],
};
const hostname: Format = {
  examples: ['example.com', 'www.example.com'],
  numbered: (number) => `host${number}.example.com`,
  patterns: [`^(${label}\\.)*example\\.(com|org|net)$`, `^(${label}\\.)*${label}$`],
};
const uri: Format = {
  examples: ['https://example.com/', 'https://example.com/other', 'http://example.com/'],
  numbered: (number) => `https://example.com/${number}`,
  patterns: [
    `^https?://example\\.com${path}$`,
    `^(https?|wss?|ftp|file)://(${label}\\.)*${label}(:\\d{1,4})?${path}$`,
    '^[a-z][a-z0-9+.-]*:[a-zA-Z0-9._-]+(:[a-zA-Z0-9._-]+)*$',
  ],
};
const base64: Format = {
  examples: ['ZXhhbXBsZQ==', 'ZXhhbXBsZXM=', 'b3RoZXI=', ''],
  numbered: (number) => `ZXhhbXBs${inDigits(number, 4, 10)}`,
  patterns: ['^([a-zA-Z0-9+/]{4})*([a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$'],
};

const formats = new Map<string, Format>(
  Object.entries({
    'date-time': dateTime,
    'iso-date-time': dateTime,
    date: { examples: ['2026-01-15', '2026-01-16'], numbered: (number) => later(number).slice(0, 10), patterns: [`^${date}$`] },
    time: {
      examples: ['12:00:00Z', '12:00:00+00:00', '12:30:00Z'],
      numbered: (number) => `${later(0, number).slice(11, 19)}Z`,
      patterns: [`^${time}${zone}$`],
    },
    'iso-time': {
      examples: ['12:00:00', '12:00:00Z'],
      numbered: (number) => later(0, number).slice(11, 19),
      patterns: [`^${time}(\\.\\d{1,9})?$`],
    },
    duration: {
      examples: ['P1D', 'PT1H', 'P2D'],
      numbered: (number) => `P${2 + number}D`,
      patterns: ['^P(\\d+Y)?(\\d+M)?\\d+D(T\\d+H\\d+M\\d+S)?$', '^P(\\d+W|\\d+Y|T\\d+[HMS])$'],
    },
    email,
    'idn-email': email,
    hostname,
    'idn-hostname': hostname,
    ipv4: {
      examples: ['192.0.2.1', '192.0.2.2'],
      numbered: (number) => `198.51.${Math.floor(number / 256)}.${number % 256}`,
      patterns: ['^(192\\.0\\.2\\.\\d)$', `^${octet}(\\.${octet}){3}$`],
    },
    ipv6: {
      examples: ['2001:db8::1', '2001:db8::2'],
      numbered: (number) => `2001:db8::1:${number.toString(16)}`,
      patterns: ['^2001:db8(:[1-9a-f][\\da-f]{0,3}){6}$', '^[\\da-f]{1,4}(:[\\da-f]{1,4}){7}$'],
    },
    uri,
    url: uri,
    iri: uri,
    'uri-reference': {
      examples: ['example', 'other', 'https://example.com/'],
      numbered: (number) => `example/${number}`,
      patterns: ['^[a-z]+$', `^[a-z]*${path}$`, ...(uri.patterns ?? [])],
    },
    'iri-reference': {
      examples: ['example', 'other', 'https://example.com/'],
      numbered: (number) => `example/${number}`,
      patterns: ['^[a-z]+$', `^[a-z]*${path}$`, ...(uri.patterns ?? [])],
    },
    'uri-template': {
      examples: ['example', 'https://example.com/{name}'],
      numbered: (number) => `example/${number}`,
      patterns: ['^[a-z]+$', `^https://example\\.com${path}(\\{[a-z]+\\})?$`],
    },
    uuid: {
      examples: ['3f2b8c1e-5d4a-4c6b-9e7f-1a2b3c4d5e6f', '3f2b8c1e-5d4a-4c6b-9e7f-1a2b3c4d5e70', '018f3a2b-5d4a-7c6b-9e7f-1a2b3c4d5e6f'],
      numbered: (number) => `3f2b8c1e-5d4a-4c6b-9e7f-1a2b3c4e${inDigits(number, 4, 16)}`,
      patterns: [
        '^[\\da-f]{8}-[\\da-f]{4}-[1-8][\\da-f]{3}-[89ab][\\da-f]{3}-[\\da-f]{12}$',
        '^[\\da-fA-F]{8}(-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}$',
      ],
    },
    regex: {
      examples: ['example', 'other', '.*'],
      numbered: (number) => `example_${number}`,
      patterns: ['^[a-z]+$', '^\\^?[a-z\\d]*\\$?$'],
    },
    'json-pointer': { examples: ['', '/example', '/other'], numbered: (number) => `/${number}`, patterns: ['^(/[a-z\\d]*)*$'] },
    'relative-json-pointer': {
      examples: ['0', '1', '0/example'],
      numbered: (number) => `${1 + number}`,
      patterns: ['^[1-9]\\d*(#|(/[a-z]*)*)$'],
    },
    'json-pointer-uri-fragment': { examples: ['#', '#/example'], numbered: (number) => `#/${number}`, patterns: ['^#(/[a-z]*)*$'] },
    byte: base64,
    base64,
  }),
);

/** `undefined` for a format of which nothing is known: any text will do. */
export const formatOf = (name: string): Format | undefined => formats.get(name);
