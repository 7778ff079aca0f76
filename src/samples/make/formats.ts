/** Texts in the formats that JSON Schema and its users know. Addresses and names are those that nobody owns (RFC 2606, 5737, 3849). */

interface Format {
  /** The plainest. */
  examples: readonly string[];
  /** Patterns of texts in the format, narrower ones first: for what is asked for beside the format. */
  patterns?: readonly string[];
}

const day = '(0[1-9]|1\\d|2[0-8])';
const date = `(20\\d\\d|\\d{4})-(0[1-9]|1[0-2])-${day}`;
const time = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
const zone = '(\\.\\d{1,9})?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)';
const label = '[a-z0-9]+(-[a-z0-9]+)*';
const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const path = '(/[a-zA-Z0-9._-]+)*/?(\\?[a-z0-9=&]*)?(#[a-z0-9]*)?';

const dateTime: Format = {
  examples: ['2026-01-15T12:00:00Z', '2026-01-15T12:00:00.000Z', '2026-01-15T12:00:00+00:00', '2026-01-16T12:00:00Z'],
  patterns: [`^${date}T${time}${zone}$`],
};
const email: Format = {
  examples: ['user@example.com', 'other@example.com'],
  patterns: ['^[a-z][a-z0-9]*@example\\.com$', `^[a-zA-Z0-9]+([._+-][a-zA-Z0-9]+)*@(${label}\\.)+[a-z][a-z]+$`],
};
const hostname: Format = {
  examples: ['example.com', 'www.example.com'],
  patterns: [`^(${label}\\.)*example\\.(com|org|net)$`, `^(${label}\\.)*${label}$`],
};
const uri: Format = {
  examples: ['https://example.com/', 'https://example.com/other', 'http://example.com/'],
  patterns: [
    `^https?://example\\.com${path}$`,
    `^(https?|wss?|ftp|file)://(${label}\\.)*${label}(:\\d{1,4})?${path}$`,
    '^[a-z][a-z0-9+.-]*:[a-zA-Z0-9._-]+(:[a-zA-Z0-9._-]+)*$',
  ],
};
const base64: Format = {
  examples: ['ZXhhbXBsZQ==', 'ZXhhbXBsZXM=', 'b3RoZXI=', ''],
  patterns: ['^([a-zA-Z0-9+/]{4})*([a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$'],
};

const formats = new Map<string, Format>(
  Object.entries({
    'date-time': dateTime,
    'iso-date-time': dateTime,
    date: { examples: ['2026-01-15', '2026-01-16'], patterns: [`^${date}$`] },
    time: { examples: ['12:00:00Z', '12:00:00+00:00', '12:30:00Z'], patterns: [`^${time}${zone}$`] },
    'iso-time': { examples: ['12:00:00', '12:00:00Z'], patterns: [`^${time}(\\.\\d{1,9})?$`] },
    duration: {
      examples: ['P1D', 'PT1H', 'P2D'],
      patterns: ['^P(\\d+Y)?(\\d+M)?\\d+D(T\\d+H\\d+M\\d+S)?$', '^P(\\d+W|\\d+Y|T\\d+[HMS])$'],
    },
    email,
    'idn-email': email,
    hostname,
    'idn-hostname': hostname,
    ipv4: { examples: ['192.0.2.1', '192.0.2.2'], patterns: ['^(192\\.0\\.2\\.\\d)$', `^${octet}(\\.${octet}){3}$`] },
    ipv6: {
      examples: ['2001:db8::1', '2001:db8::2'],
      patterns: ['^2001:db8(:[1-9a-f][\\da-f]{0,3}){6}$', '^[\\da-f]{1,4}(:[\\da-f]{1,4}){7}$'],
    },
    uri,
    url: uri,
    iri: uri,
    'uri-reference': {
      examples: ['example', 'other', 'https://example.com/'],
      patterns: ['^[a-z]+$', `^[a-z]*${path}$`, ...(uri.patterns ?? [])],
    },
    'iri-reference': {
      examples: ['example', 'other', 'https://example.com/'],
      patterns: ['^[a-z]+$', `^[a-z]*${path}$`, ...(uri.patterns ?? [])],
    },
    'uri-template': {
      examples: ['example', 'https://example.com/{name}'],
      patterns: ['^[a-z]+$', `^https://example\\.com${path}(\\{[a-z]+\\})?$`],
    },
    uuid: {
      examples: ['3f2b8c1e-5d4a-4c6b-9e7f-1a2b3c4d5e6f', '3f2b8c1e-5d4a-4c6b-9e7f-1a2b3c4d5e70', '018f3a2b-5d4a-7c6b-9e7f-1a2b3c4d5e6f'],
      patterns: [
        '^[\\da-f]{8}-[\\da-f]{4}-[1-8][\\da-f]{3}-[89ab][\\da-f]{3}-[\\da-f]{12}$',
        '^[\\da-fA-F]{8}(-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}$',
      ],
    },
    regex: { examples: ['example', 'other', '.*'], patterns: ['^[a-z]+$', '^\\^?[a-z\\d]*\\$?$'] },
    'json-pointer': { examples: ['', '/example', '/other'], patterns: ['^(/[a-z\\d]*)*$'] },
    'relative-json-pointer': { examples: ['0', '1', '0/example'], patterns: ['^[1-9]\\d*(#|(/[a-z]*)*)$'] },
    'json-pointer-uri-fragment': { examples: ['#', '#/example'], patterns: ['^#(/[a-z]*)*$'] },
    byte: base64,
    base64,
  }),
);

/** `undefined` for a format of which nothing is known: any text will do. */
export const formatOf = (name: string): Format | undefined => formats.get(name);
