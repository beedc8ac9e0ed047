/** The single file inside the folder, for readers who save a version of their own from there. */
import { deflateRaw } from 'pako';
import { bytesOf } from '../files.ts';

/**
 * A classic script that hands over the single file, DEFLATE in base64: the one kind of file that a page opened from
 * file:// may load when it is asked to. No page loads it before.
 */
export const wholeReportScript = (single: string): string =>
  `self.wholeReport="${Buffer.from(deflateRaw(bytesOf(single), { level: 9 })).toString('base64')}";\n`;
