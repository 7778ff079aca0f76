/** The blocks of a page of Markdown, each of which says whether it is run. */
import { readFile } from 'node:fs/promises';

export interface Block {
  language: string;
  /**
   * `run`: it ends well. `run fails`: it ends with an error, as the page says. `run serving`: it goes on until the page is done. Anything else, such as
   * `shown: <reason>`, is not run.
   */
  mark: string;
  code: string;
  /** The file that the block is, which its first line names in a comment. */
  file?: string;
  /** Of the page, where the block begins. */
  line: number;
}

const fence = /^( *)```(\w*) ?([^\n]*)\n(.*?)^ *```$/gms;
const fileComment = /^(?:\/\/|#|<!--) ((?:[\w.@[\]-]+\/)*[\w.@[\]-]*\.\w+)(?: -->)?\n/;

export function blocksOf(text: string): Block[] {
  return [...text.matchAll(fence)].map(({ index, 1: indent = '', 2: language = '', 3: mark = '', 4: body = '' }) => {
    const code = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const file = fileComment.exec(code)?.[1];
    const line = text.slice(0, index).split('\n').length;
    return { language, mark, code, line, ...(file !== undefined && { file }) };
  });
}

export const readBlocks = async (page: string): Promise<Block[]> => blocksOf(await readFile(page, 'utf8'));

export const isRun = ({ mark }: Block): boolean => /^run( fails| serving)?$/.test(mark);
