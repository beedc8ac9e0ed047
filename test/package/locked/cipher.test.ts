/** A locked text opens for node:crypto by the parameters that stand beside it, and for nothing else. */
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ITERATIONS, lockText, sealDigest } from '../../../src/package/locked/cipher.ts';
import type { Locked } from '../../../src/package/locked/cipher.ts';
import { lockedPage, scriptDigests } from '../../../src/package/locked/locked-page.ts';
import type { LockParameters } from '../../../src/package/locked/parameters.ts';
import { findRequests } from '../../../src/package/request-scan.ts';

const FAST = 1000;
const REPORT = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="script-src 'sha256-AAAA+/b=' 'sha256-CCCC='"><title>Client: secret</title></head><body><section data-page="index">Ünïcode</section></body></html>`;

/** Written from the parameters alone, without a line of what locks. */
function unlock({ parameters, sealed }: Locked, password: string): string {
  const { iterations, salt, iv } = JSON.parse(parameters) as LockParameters;
  const bytes = Buffer.from(sealed, 'base64');
  const key = pbkdf2Sync(password, Buffer.from(salt, 'base64'), iterations, 32, 'sha256');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  decipher.setAAD(Buffer.from(parameters));
  decipher.setAuthTag(bytes.subarray(-16));
  return inflateRawSync(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])).toString('utf8');
}

describe('a locked text', () => {
  const locked = lockText(REPORT, 'right', FAST);

  test('opens with its password', () => {
    expect(unlock(locked, 'right')).toBe(REPORT);
  });

  test('stays shut for another, and where sealed bytes or parameters were changed', () => {
    expect(() => unlock(locked, 'wrong')).toThrow();
    const bytes = Buffer.from(locked.sealed, 'base64');
    for (const place of [0, bytes.length >> 1, bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      expect(() => unlock({ ...locked, sealed: flipped.toString('base64') }, 'right')).toThrow();
    }
    // The same key and nonce, and a word that only describes: it is bound all the same.
    const renamed = locked.parameters.replace('"format":1', '"format":1 ');
    expect(() => unlock({ ...locked, parameters: renamed }, 'right')).toThrow();
  });

  test('is another each time, with a fresh salt and nonce', () => {
    const again = lockText(REPORT, 'right', FAST);
    expect(again.sealed).not.toBe(locked.sealed);
    const [one, other] = [locked, again].map(({ parameters }) => JSON.parse(parameters) as LockParameters);
    expect(one?.salt).not.toBe(other?.salt);
    expect(one?.iv).not.toBe(other?.iv);
    expect(Buffer.from(one?.salt ?? '', 'base64')).toHaveLength(16);
    expect(Buffer.from(one?.iv ?? '', 'base64')).toHaveLength(12);
  });

  test('takes a password however its letters were composed', () => {
    expect(unlock(lockText('x', 'Zu\u0308rich', FAST), 'Z\u00FCrich')).toBe('x');
  });

  test('is derived slowly unless a test asks otherwise', () => {
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    expect(sealDigest(locked)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the page around it', () => {
  const page = lockedPage(REPORT, 'right', 'open()', FAST);

  test('lets the scripts of the report run and the one that opens it, and no other', () => {
    expect(scriptDigests(REPORT)).toEqual(['sha256-AAAA+/b=', 'sha256-CCCC=']);
    const digests = scriptDigests(page);
    expect(digests).toHaveLength(3);
    expect(digests).toEqual(expect.arrayContaining([...scriptDigests(REPORT)]));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain("script-src 'self'");
  });

  test('names neither client nor report nor password, and asks the network for nothing', () => {
    expect(page).toContain('<title>Locked report</title>');
    expect(page).not.toMatch(/secret|right/);
    expect(findRequests(new Map([['locked.html', Buffer.from(page)]]), 'dist')).toEqual([]);
  });
});
