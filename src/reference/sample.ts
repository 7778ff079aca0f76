/** A sample of a call, as the page gets it. */

export interface Sample {
  /** Names the language or SDK; what was chosen is remembered by it. */
  id: string;
  title: string;
  /** Code. `host.invalid` and `/base.invalid` stand for the address of the server, over `http`. */
  text: string;
  /** The same over `https`, where it is not only the word in the address that differs. */
  secure?: string;
}

export interface OperationSamples {
  /** Name of the documented exchange that the samples ask for. */
  example: string;
  samples: Sample[];
}

/**
 * The code of a sample for a server.
 * @param server its address, without a slash at the end
 * @example
 * ```ts
 * sampleText({ id: 'curl', title: 'curl', text: 'curl http://host.invalid/base.invalid/v1/models' }, 'https://a.example/api');
 * // 'curl https://a.example/api/v1/models'
 * ```
 */
export function sampleText({ text, secure }: Sample, server: string): string {
  const { protocol, host, pathname } = new URL(server);
  const isSecure = protocol === 'https:';
  const code = isSecure ? (secure ?? text.replaceAll('http://host.invalid', 'https://host.invalid')) : text;
  return code.replaceAll('host.invalid', host).replaceAll('/base.invalid', pathname.replace(/\/$/, ''));
}
