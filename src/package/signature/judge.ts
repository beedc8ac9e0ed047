/** What a signature is worth: whether it fits, whose key it was made with, and whether that is the key that was named. */
import { fingerprint, NAMESPACE, readSignature } from './sshsig.ts';
import { MANIFEST } from '../manifest.ts';
import type { Signature as KitSignature } from '../../kit/readme.ts';
import type { Problem } from '../../pipeline/problem.ts';
import type { SignatureTerms } from '../../schema/engagement.ts';
import type { Signature } from './sshsig.ts';

/** The name of the signature of a file. */
export const signatureOf = (path: string): string => `${path}.sig`;

/** The base64 part of a `.pub` line. */
export const keyOf = ({ public_key: line }: Pick<SignatureTerms, 'public_key'>): string => line.split(' ')[1] ?? '';

/** The line of an `allowed_signers` file: whom ssh-keygen may believe, and for what. */
export const allowedSigner = (terms: SignatureTerms): string =>
  `${terms.signer} namespaces="${NAMESPACE}" ssh-ed25519 ${keyOf(terms)}\n`;

/** The command that checks the signature of the manifest with OpenSSH alone, beside the manifest. */
export const checkCommand = (signer: string): string =>
  `ssh-keygen -Y verify -f allowed_signers -I ${signer} -n ${NAMESPACE} -s ${signatureOf(MANIFEST)} < ${MANIFEST}`;

/** What the README of the kit says of it. */
export const kitSignature = (terms: SignatureTerms): KitSignature => ({
  by: terms.signer,
  fingerprint: fingerprint(keyOf(terms)),
  ...(terms.received && { received: `on ${terms.received.on}, ${terms.received.by}` }),
  check: { line: allowedSigner(terms).trim(), command: checkCommand(terms.signer) },
});

export interface Judgement {
  readonly problems: readonly Problem[];
  /** What it says where nothing is wrong. */
  readonly note?: string;
}

const one = (problem: Problem): Judgement => ({ problems: [problem] });

/**
 * @param file name of the file that was signed, and of its signature
 * @param terms of the engagement, where it names a signer
 */
export function judgeSignature(
  file: { readonly signed: string; readonly signature: string },
  message: Uint8Array,
  text: string,
  terms: SignatureTerms | undefined,
): Judgement {
  let signature: Signature;
  try {
    signature = readSignature(text);
  } catch (error) {
    return one({
      code: 'signature-unreadable',
      file: file.signature,
      message: 'This is no signature that can be read.',
      expected: 'an Ed25519 signature in the form of OpenSSH',
      found: error instanceof RangeError ? error.message : 'a key or a signature that is damaged',
      hint: 'Sign again with npm run sign, or ask whoever signed for the file.',
    });
  }
  const made = fingerprint(signature.publicKey);
  if (signature.namespace !== NAMESPACE) {
    return one({
      code: 'signature-of-another-purpose',
      file: file.signature,
      message: 'The signature was made for another purpose; it does not count here.',
      expected: `the namespace ${NAMESPACE}`,
      found: signature.namespace,
    });
  }
  if (!signature.fits(message)) {
    return one({
      code: 'signature-does-not-fit',
      file: file.signature,
      message: `The signature does not belong to these bytes: ${file.signed} has changed since it was signed, or another file was.`,
      expected: `a signature over ${file.signed}`,
      found: `one by the key ${made} over something else`,
      hint: 'Do not rely on the file; ask whoever signed it.',
    });
  }
  if (terms === undefined) {
    return {
      problems: [],
      note: `${file.signature} is a valid signature by the key ${made}. The engagement names no signer, so whose key that is has to be known by another way.`,
    };
  }
  if (signature.publicKey !== keyOf(terms)) {
    return one({
      code: 'signature-of-another-key',
      file: file.signature,
      message: `The signature fits, but it was not made with the key of ${terms.signer}.`,
      expected: `the key ${fingerprint(keyOf(terms))}, as engagement.yaml says`,
      found: made,
      hint: 'Ask the signer by another way whether the key has changed.',
    });
  }
  const { received } = terms;
  const how =
    received === undefined ? '' : ` The buyer received that key on ${received.on}, by this way: ${received.by}.`;
  return { problems: [], note: `${file.signature} is a valid signature of ${terms.signer}, by the key ${made}.${how}` };
}
