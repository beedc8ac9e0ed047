import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal, as `sha256sum` prints it. */
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 as a Content-Security-Policy wants it: `sha256-…` in base64. */
export const sha256Source = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
